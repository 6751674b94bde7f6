#include "ledger/campaign.h"
#include "ledger/ledgers.h"

/* clang-format off */
static const struct choice_words kind_words[] = {
    {OUTCOME_PROMOTED, "promoted", "提拔使用 进一步使用", "Promoted"},
    {OUTCOME_RANK, "rank", "职级晋升", "Raised in rank"},
    {OUTCOME_RESERVE, "reserve", "纳入储备库", "In the reserve pool"},
    {OUTCOME_AWARD, "award", "评先评优", "Commended"},
    {0, NULL, NULL, NULL},
};

static const struct column columns[] = {
    COLUMN(struct outcome, decided_on, "时间", .english = "Decided on", .required = true),
    COLUMN_TEXT(cadre, "干部编号", .english = "Cadre", .kind = KIND_PERSONS, .required = true, .personal = true),
    COLUMN(struct outcome, kind, "类型", .english = "Kind", .required = true, .words = kind_words),
    COLUMN_TEXT(from, "原任", .english = "From"),
    COLUMN_TEXT(to, "现任", .english = "To"),
    COLUMN_TEXT(basis, "依据", .english = "Basis"),
};
/* clang-format on */

/* A person is promoted once, and may be honoured every year. */
static bool
is_same_outcome(const struct row *a, const struct row *b)
{
    const struct outcome *one = (const struct outcome *)a;
    const struct outcome *other = (const struct outcome *)b;

    return one->kind.value != OUTCOME_AWARD ||
           date_compare(one->decided_on, other->decided_on) == 0;
}

const struct ledger_type outcomes_ledger = {
    .name = "outcomes",
    .title = "结果运用",
    .english = "Use of results",
    .hints = "outcome 结果运用",
    .row_size = sizeof(struct outcome),
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .name_key = "cadre",
    .identity_keys = "cadre kind",
    .loose_key = "to",
    .is_same = is_same_outcome,
    .entered_key = "decided_on",
    .counted_by_key = "kind",
    .is_internal = true,
};
