#include "view/campaign.h"

#include "base/arena.h"
#include "view/card.h"
#include "view/view.h"

struct text
campaign_say(const struct report *report, enum wording words,
             struct text detail, struct arena *arena)
{
    const struct text details[4] = {detail};

    return say_with(arena, report->language, words, details);
}

struct text *
campaign_cells(const struct report *report, enum ledger_id ledger,
               const struct row *row, struct arena *arena)
{
    struct text *cells =
        arena_take(arena, ledgers[ledger]->column_count * sizeof(*cells));

    privacy_texts(report->privacy, (int)ledger, row, arena, cells);
    return cells;
}

struct text
campaign_cell(enum ledger_id ledger, const struct text *cells, const char *key)
{
    int column = column_index(ledgers[ledger], key);

    return column < 0 ? text_of("") : cells[column];
}
