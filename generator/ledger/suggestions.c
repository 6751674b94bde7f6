#include "ledger/suggestions.h"

#include "ledger/categories.h"
#include "ledger/ledgers.h"

/* clang-format off */
static const struct choice_words status_words[] = {
    {SUGGESTION_ADOPTED, "adopted", "已采纳 采纳 部分采纳 是 √ ✓ ✔ ☑", "Adopted"},
    {SUGGESTION_REVIEWING, "reviewing", "研究中 待研究 办理中", "Under review"},
    {SUGGESTION_NOT_ADOPTED, "not_adopted", "未采纳 不采纳 否 ×", "Not adopted"},
    {0, NULL, NULL, NULL},
};

static const struct column columns[] = {
    COLUMN(struct suggestion, id, "建议编号", .english = "Id"),
    COLUMN_TEXT(title, "建议内容", .english = "Suggestion", .required = true),
    COLUMN_TEXT(proposer, "提出人", .english = "Proposer", .kind = KIND_PERSONS, .personal = true),
    COLUMN(struct suggestion, unit, "提出单位", .english = "Unit"),
    COLUMN(struct suggestion, category, "所属领域", .english = "Field", .words = field_words),
    COLUMN(struct suggestion, submitted_on, "提交时间", .english = "Submitted on", .required = true),
    COLUMN(struct suggestion, status, "采纳状态", .english = "Status", .required = true, .words = status_words),
    COLUMN(struct suggestion, adopter, "采纳单位", .english = "Adopting unit", .is_told_at_closing = true),
    COLUMN(struct suggestion, adopted_on, "采纳时间", .english = "Adopted on"),
    COLUMN_TEXT(measure, "转化措施", .english = "Measure"),
    COLUMN_TEXT(result, "成效", .english = "Result"),
};
/* clang-format on */

const struct ledger_type suggestions_ledger = {
    .name = "suggestions",
    .title = "建议台账",
    .english = "Suggestions",
    .hints = "suggestion 建议",
    .row_size = sizeof(struct suggestion),
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .name_key = "title",
    .entered_key = "submitted_on",
    .closed_key = "adopted_on",
    .older = OLDER_IS_CARRIED,
    .unit_key = "unit",
    .status_key = "status",
    .closed_status = SUGGESTION_ADOPTED,
    .given_up_status = SUGGESTION_NOT_ADOPTED,
};
