#include "ledger/reports.h"

#include "ledger/categories.h"
#include "ledger/ledgers.h"

/* clang-format off */
static const struct choice_words status_words[] = {
    {REPORT_CONVERTED, "converted", "已转化 是 √ ✓ ✔ ☑", "Converted"},
    {REPORT_CONVERTING, "converting", "转化中 正在转化", "Being converted"},
    {REPORT_NOT_CONVERTED, "not_converted", "未转化 否 ×", "Not converted"},
    {0, NULL, NULL, NULL},
};

static const struct choice_words form_words[] = {
    {1, "document", "出台文件", "Document issued"},
    {2, "measure", "工作举措", "Working measure"},
    {3, "instruction", "领导批示", "Leader's instruction"},
    {4, "published", "刊发", "Published"},
    {5, "project", "项目落地", "Project carried out"},
    {6, "other", "其他", "Other"},
    {0, NULL, NULL, NULL},
};

static const struct column columns[] = {
    COLUMN(struct research_report, id, "报告编号", .english = "Id"),
    COLUMN_TEXT(title, "报告题目", .english = "Report", .required = true),
    COLUMN_TEXT(author, "作者", .english = "Author", .kind = KIND_PERSONS, .personal = true),
    COLUMN(struct research_report, unit, "所在单位", .english = "Unit"),
    COLUMN(struct research_report, category, "调研领域", .english = "Field", .words = field_words),
    COLUMN(struct research_report, submitted_on, "提交时间", .english = "Submitted on", .required = true),
    COLUMN(struct research_report, status, "转化状态", .english = "Status", .required = true, .words = status_words),
    COLUMN(struct research_report, form, "转化形式", .english = "Form", .words = form_words, .is_told_at_closing = true),
    COLUMN_TEXT(measure, "转化举措", .english = "Measure"),
    COLUMN(struct research_report, converted_on, "转化时间", .english = "Converted on"),
    COLUMN(struct research_report, user_unit, "运用单位", .english = "Using unit", .is_told_at_closing = true),
};
/* clang-format on */

const struct ledger_type reports_ledger = {
    .name = "reports",
    .title = "调研报告台账",
    .english = "Research reports",
    .hints = "report 报告 调研",
    .row_size = sizeof(struct research_report),
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .name_key = "title",
    .entered_key = "submitted_on",
    .closed_key = "converted_on",
    .older = OLDER_IS_CARRIED,
    .unit_key = "unit",
    .status_key = "status",
    .closed_status = REPORT_CONVERTED,
    .given_up_status = REPORT_NOT_CONVERTED,
};
