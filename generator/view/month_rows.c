#include "view/month_rows.h"

#include "base/arena.h"
#include "base/wording.h"
#include "ledger/campaign.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/months.h"
#include "view/pagination.h"
#include "view/places.h"
#include "view/view.h"
#include "year/event.h"

enum { HEATS = 4 };

void
month_heads_fill(const struct report *report, struct view *table)
{
    view_list(table, "HEAD");
    for (size_t i = 0; i < YEAR_MONTHS; i++)
        view_text(view_item(table, "HEAD"), "TEXT",
                  month_tick(report, i, table->arena));
}

/* By its part of the year so far: below half of an average month, below one,
   below one and a half, more. */
static int
shade(int64_t value, const struct figure_months *months)
{
    int64_t total = months->running[YEAR_MONTHS - 1];
    int64_t halves = total > 0 ? 2 * value * (int64_t)months->known / total : 0;

    return value <= 0 ? 0 : halves < HEATS ? (int)halves + 1 : HEATS;
}

void
month_row_fill(const struct report *report, enum figure_id figure,
               struct text label, struct view *row)
{
    struct figure_months months = figure_months_of(report, figure);
    struct view *total;

    view_text(row, "LABEL", label);
    view_list(row, "CELL");
    for (size_t i = 0; i < YEAR_MONTHS; i++) {
        struct view *cell = view_item(row, "CELL");
        int64_t value = months.values[i];

        view_text(cell, "TEXT",
                  i >= months.known ? TEXT("") : count_text(row->arena, value));
        view_format(cell, "TONE", "heat-%d", shade(value, &months));
        link_place(cell, place_of_month(report, figure, i, value, row->arena));
    }
    total = view_item(row, "TOTAL");
    view_text(total, "TEXT", figure_text(row->arena, report->year, figure));
    view_text(total, "FIGURE", text_of(figures[figure].id));
    link_figure(report, figure, total);
}
