#include "load/codes_check.h"

#include "base/diag.h"
#include "intake/codes.h"
#include "ledger/column_titles.h"
#include "ledger/ledgers.h"
#include "ledger/vocabulary.h"

static void
report(struct diag *diag, struct place place, uint32_t field, struct text word)
{
    place.field = field;
    diag_report(diag, RULE_CODE_UNKNOWN,
                &(struct finding){.place = place, .detail = {word}});
}

static void
check_status(const struct status_entry *entry, struct diag *diag)
{
    int ledger = ledger_of_name(entry->ledger);
    int column = ledger < 0 ? -1 : vocabulary_column_of(entry);
    bool has_key = entry->key.length > 0;

    if (ledger < 0 || (column < 0 && !has_key))
        report(diag, entry->place, 1, entry->ledger);
    else if (column < 0)
        report(diag, entry->place, 2, entry->key);
    else if (!vocabulary_knows_value(ledger, (size_t)column, entry->value))
        report(diag, entry->place, has_key ? 4 : 3, entry->value);
}

static void
check_alias(const struct alias_entry *entry, struct diag *diag)
{
    int ledger = ledger_of_name(entry->ledger);

    if (ledger < 0)
        report(diag, entry->place, 1, entry->ledger);
    else if (column_of_name(ledgers[ledger], entry->key) < 0 &&
             title_role_of(entry->key) == TITLE_PLAIN)
        report(diag, entry->place, 2, entry->key);
}

bool
codes_check(const struct codes *codes, struct diag *diag)
{
    bool is_right = true;

    for (size_t i = 0; i < codes->returns_count; i++) {
        const struct returns_entry *entry = &codes->returns[i];

        if (ledger_of_name(entry->ledger) < 0)
            is_right = diag_report(diag, RULE_SETTING_UNKNOWN,
                                   &(struct finding){.place = entry->place,
                                                     .detail = {entry->key}});
    }
    for (size_t i = 0; i < codes->status_count; i++)
        check_status(&codes->statuses[i], diag);
    for (size_t i = 0; i < codes->alias_count; i++)
        check_alias(&codes->aliases[i], diag);
    return is_right;
}
