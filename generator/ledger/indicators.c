#include "ledger/campaign.h"
#include "ledger/ledgers.h"

/* clang-format off */
static const struct choice_words scope_words[] = {
    {SCOPE_CUMULATIVE, "cumulative", "累计", "Cumulative"},
    {SCOPE_MONTH, "month", "当月", "This month"},
    {0, NULL, NULL, NULL},
};

static const struct choice_words bound_words[] = {
    {BOUND_MORE, "more", "余", "More than"},
    {BOUND_ABOUT, "about", "约", "About"},
    {0, NULL, NULL, NULL},
};

static const struct column columns[] = {
    COLUMN_TEXT(key, "指标代码", .english = "Key", .required = true),
    COLUMN_TEXT(name, "指标名称", .english = "Indicator", .required = true),
    COLUMN(struct indicator, month, "月份", .english = "Month", .required = true),
    COLUMN(struct indicator, value, "数值", .english = "Value", .required = true, .unit_key = "unit"),
    COLUMN_TEXT(unit, "计量单位", .english = "Unit of measure", .unit_of = "value"),
    COLUMN(struct indicator, scope, "口径", .english = "Scope", .words = scope_words),
    COLUMN(struct indicator, bound, "界", .english = "Bound", .words = bound_words),
    COLUMN(struct indicator, target, "目标", .english = "Target", .unit_key = "unit"),
    COLUMN_TEXT(rank, "位次", .english = "Rank"),
    COLUMN_TEXT(source, "来源", .english = "Source", .required = true),
    COLUMN_TEXT(checks, "核对", .english = "Figure checked"),
};
/* clang-format on */

const struct ledger_type indicators_ledger = {
    .name = "indicators",
    .title = "指标",
    .english = "Indicators",
    .hints = "indicator 指标",
    .row_size = sizeof(struct indicator),
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .name_key = "name",
    .identity_keys = "key month",
    .entered_key = "month",
    .older = OLDER_STANDS,
};
