#include "ledger/problems.h"

#include "ledger/categories.h"
#include "ledger/ledgers.h"

/* clang-format off */
static const struct choice_words status_words[] = {
    {PROBLEM_SOLVED, "solved",
     "已办结 办结 已解决 基本解决 已完成 完成 已销号 销号 已整改 整改完成 已落实 已化解 是 √ ✓ ✔ ☑ "
     "结案 已结案 办毕 已办理 已答复 已回复 整改到位 已整改到位 已关闭 "
     "已处理 处理完成 处理完毕 办理完毕 完结 已完结 整改完毕 完成整改 已处置 处置完成 验收通过 通过验收 已验收 完成销号 "
     "按期办结 超期办结 提前办结 基本完成 已基本完成 已归档 归档 关闭",
     "Solved"},
    {PROBLEM_OPEN, "open",
     "办理中 正在办理 在办 推进中 正在推进 整改中 进行中 部分解决 持续推进 长期坚持 未办结 未解决 未完成 否 × "
     "未整改 未销号 未处理 未落实 未化解 未整改到位 未反馈 未答复 未回复 待处理 已分发 处理中 待接收 已提交 退回 "
     "未派发 未签收 验收中 正在整改 整改延期 已整改未到位 "
     "已受理 受理中 待受理 已派单 派单中 已签收 已立案 待核实 审核中 待审核 处置中 正在处置 待处置 协调中 跟进中 落实中 "
     "正在处理 正在落实 有序推进 正常推进 待反馈 待销号 申请销号 延期 延期办理 申请延期 逾期 已逾期 超期 超期未办结 逾期未办结 "
     "未到位 未落实到位 未完成整改 限期整改 长期整改",
     "Open"},
    {PROBLEM_NOT_STARTED, "not_started", "未启动 未开始 待办 待交办 未办理 未办", "Not started"},
    {PROBLEM_DROPPED, "dropped", "不予办理 无法解决 留作参考 撤销 重复 作废 不予受理 已撤销 撤回 已撤回 取消 已取消 终止 已终止", "Dropped"},
    {0, NULL, NULL, NULL},
};

static const struct column columns[] = {
    COLUMN(struct problem, id, "问题编号", .english = "Id"),
    COLUMN_TEXT(title, "问题名称", .english = "Problem", .required = true),
    COLUMN(struct problem, category, "所属领域", .english = "Field", .words = field_words),
    COLUMN(struct problem, unit, "责任单位", .english = "Lead unit", .required = true, .blank_is_warned = true),
    COLUMN_TEXT(co_units, "配合单位", .english = "Other units", .kind = KIND_UNITS),
    COLUMN_TEXT(owner, "责任人", .english = "Responsible", .kind = KIND_PERSONS, .personal = true),
    COLUMN_TEXT(subject, "涉及企业（项目）", .english = "Enterprise or project"),
    COLUMN(struct problem, raised_on, "提出时间", .english = "Raised on", .required = true),
    COLUMN(struct problem, due_on, "办理时限", .english = "Due on", .is_due = true),
    COLUMN(struct problem, closed_on, "办结时间", .english = "Closed on"),
    COLUMN(struct problem, status, "办理状态", .english = "Status", .required = true, .blank_is_settled = true, .words = status_words),
    COLUMN_TEXT(measure, "解决措施", .english = "Measure"),
    COLUMN_TEXT(result, "工作成效", .english = "Result"),
    COLUMN_TEXT(source, "问题来源", .english = "Source"),
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
    .older = OLDER_IS_CARRIED,
    .unit_key = "unit",
    .status_key = "status",
    .closed_status = PROBLEM_SOLVED,
    .given_up_status = PROBLEM_DROPPED,
};
