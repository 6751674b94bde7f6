#include "ledger/campaign.h"
#include "ledger/ledgers.h"

/* clang-format off */
static const struct choice_words source_words[] = {
    {SOURCE_TASKS, "tasks", "任务完成", "Task completion"},
    {SOURCE_ENTERPRISES, "enterprises", "企业反馈", "Enterprise feedback"},
    {SOURCE_LEDGERS, "ledgers", "台账记录", "Ledger records"},
    {0, NULL, NULL, NULL},
};

/* One column per dimension of the settings comes to these. */
static const struct column columns[] = {
    COLUMN(struct evaluation, month, "考评月份", .english = "Month", .required = true),
    COLUMN_TEXT(cadre, "干部编号", .english = "Cadre", .kind = KIND_PERSONS, .required = true, .personal = true),
    COLUMN(struct evaluation, source, "考评来源", .english = "Source", .required = true, .words = source_words),
    COLUMN(struct evaluation, total, "总分", .english = "Total"),
};
/* clang-format on */

const struct ledger_type evaluations_ledger = {
    .name = "evaluations",
    .title = "量化考评",
    .english = "Evaluations",
    .hints = "evaluation 考评",
    .row_size = sizeof(struct evaluation),
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .name_key = "cadre",
    .identity_keys = "month cadre source",
    .entered_key = "month",
    .is_internal = true,
};
