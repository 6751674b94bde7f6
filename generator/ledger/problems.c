#include "ledger/problems.h"

#include "ledger/categories.h"
#include "ledger/ledgers.h"

/* clang-format off */
static const struct choice_words status_words[] = {
    {PROBLEM_SOLVED, "solved",
     "已办结 办结 已解决 基本解决 已完成 完成 已销号 销号 已整改 整改完成 已落实 已化解 是 √ ✓ ✔ ☑ Y 1",
     "Solved"},
    {PROBLEM_OPEN, "open",
     "办理中 正在办理 在办 推进中 正在推进 整改中 进行中 部分解决 持续推进 长期坚持 未办结 未解决 未完成 否 × N 0",
     "Open"},
    {PROBLEM_NOT_STARTED, "not_started", "未启动 未开始 待办 待交办 未办理", "Not started"},
    {PROBLEM_DROPPED, "dropped", "不予办理 无法解决 留作参考 撤销 重复", "Dropped"},
    {0, NULL, NULL, NULL},
};

static const struct column columns[] = {
    COLUMN(struct problem, id, "问题编号", "编号 问题编码 问题ID 台账编号 流水号", .english = "Id"),
    COLUMN_TEXT(title, "问题名称", "问题 问题标题 问题描述 问题内容 存在问题 难题名称 难点堵点 事项名称 诉求内容 企业问题诉求 反映问题", .english = "Problem", .required = true),
    COLUMN(struct problem, category, "所属领域", "问题类别 问题类型 问题分类 诉求类别 发生领域 领域 类别", .english = "Field", .words = field_words),
    COLUMN(struct problem, unit, "责任单位", "牵头单位 主办单位 承办单位 交办单位 整改责任单位 责任部门 所在专班", .english = "Lead unit", .required = true, .blank_is_warned = true),
    COLUMN_TEXT(co_units, "配合单位", "协办单位 分办单位", .english = "Other units", .kind = KIND_UNITS),
    COLUMN_TEXT(owner, "责任人", "责任干部 办理人 承办人 经办人 包保干部 整改责任人 年轻干部", .english = "Responsible", .kind = KIND_PERSONS, .personal = true),
    COLUMN_TEXT(subject, "涉及企业（项目）", "企业名称 项目名称 服务对象 诉求企业", .english = "Enterprise or project"),
    COLUMN(struct problem, raised_on, "提出时间", "发现时间 登记时间 受理时间 交办时间 收集时间 上报时间 提出日期", .english = "Raised on", .required = true),
    COLUMN(struct problem, due_on, "办理时限", "完成时限 整改时限 整改期限 办结期限 解决时限 计划完成时间", .english = "Due on", .is_due = true),
    COLUMN(struct problem, closed_on, "办结时间", "完成时间 解决时间 销号时间 整改完成时间 实际完成时间 办结日期", .english = "Closed on"),
    COLUMN(struct problem, status, "办理状态", "状态 办理情况 是否办结 是否解决 整改状态 办理进展 当前进展情况 销号情况", .english = "Status", .required = true, .blank_is_settled = true, .words = status_words),
    COLUMN_TEXT(measure, "解决措施", "整改措施 办理措施 主要做法 工作举措", .english = "Measure"),
    COLUMN_TEXT(result, "工作成效", "成效 办理结果 解决情况 整改成效", .english = "Result"),
    COLUMN_TEXT(source, "问题来源", "来源 提出渠道", .english = "Source"),
};
/* clang-format on */

const struct ledger_type problems_ledger = {
    .name = "problems",
    .title = "问题台账",
    .english = "Problems",
    .hints = "problem 问题 难题 诉求",
    .row_size = sizeof(struct problem),
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .name_key = "title",
    .entered_key = "raised_on",
    .closed_key = "closed_on",
    .unit_key = "unit",
    .status_key = "status",
    .closed_status = PROBLEM_SOLVED,
    .given_up_status = PROBLEM_DROPPED,
};
