#include "view/actions.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/wording.h"
#include "ledger/problems.h"
#include "view/anchors.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/months.h"
#include "view/pagination.h"
#include "view/record_words.h"
#include "view/view.h"
#include "year/span.h"

enum { ACTIONS_MOST = 5, SOON = 7 };

struct text
days_left_words(const struct report *report, int64_t days, struct arena *arena)
{
    if (days == 0)
        return say(report->language, WORDING_DUE_TODAY);
    return SAY(arena, report->language,
               days < 0 ? WORDING_DAYS_OVERDUE : WORDING_DAYS_LEFT,
               count_text(arena, llabs(days)));
}

const char *
days_left_tone(int64_t days)
{
    return days < 0 ? "bad" : days <= SOON ? "warn" : "none";
}

static void
fill_action(const struct report *report, enum figure_id figure, size_t place,
            struct view *item)
{
    const struct row *row = list_rows(report, figure)->rows[place];
    const struct problem *problem = (const struct problem *)row;
    struct arena *arena = item->arena;
    struct text *cells =
        record_words_cells(report, LEDGER_problems, row, arena);
    int64_t days = date_days(date_latest(problem->due_on)) -
                   date_days(report->year->cutoff);

    link_fill(item,
              list_stem(figure, list_page_of(report, figure, row), arena));
    view_text(item, "ANCHOR", list_anchor(report, LEDGER_problems, row, arena));
    view_brief(item, "NAME",
               record_words_cell(LEDGER_problems, cells, "title"));
    view_text(item, "UNIT",
              problem->unit.code
                  ? record_words_cell(LEDGER_problems, cells, "unit")
                  : say(report->language, WORDING_NO_UNIT));
    view_text(item, "DUE", day_words(report, problem->due_on, arena));
    view_text(item, "LEFT", days_left_words(report, days, arena));
    view_text(item, "TONE", text_of(days_left_tone(days)));
}

/* A list comes in the order of its page: what must be done first. */
static size_t
add_actions(const struct report *report, enum figure_id figure, size_t room,
            struct view *view)
{
    const struct list_rows *rows;
    size_t count;

    if (!figure_has_list(report, figure))
        return 0;
    rows = list_rows(report, figure);
    count = rows->count < room ? rows->count : room;
    for (size_t i = 0; i < count; i++)
        fill_action(report, figure, i, view_item(view, "ACTION"));
    return count;
}

void
actions_fill(const struct report *report, struct view *view)
{
    const struct figure *all = report->year->figures;
    size_t overdue = all[FIGURE_PROBLEMS_OVERDUE].count;
    size_t soon = all[FIGURE_PROBLEMS_DUE_SOON].count;
    size_t shown;

    view_list(view, "ACTION");
    shown = add_actions(report, FIGURE_PROBLEMS_OVERDUE, ACTIONS_MOST, view);
    add_actions(report, FIGURE_PROBLEMS_DUE_SOON, ACTIONS_MOST - shown, view);
    view_flag(view, "HAS_ACTIONS", overdue + soon > 0);
    view_flag(view, "HAS_NO_ACTIONS", overdue + soon == 0);
    view_text(view, "ACTIONS_COUNT",
              SAY(view->arena, report->language, WORDING_ACTIONS_COUNT,
                  count_text(view->arena, (int64_t)(overdue + soon))));
    view_list(view, "ALL");
    if (overdue + soon > 0)
        link_figure(report,
                    overdue > ACTIONS_MOST || soon == 0
                        ? FIGURE_PROBLEMS_OVERDUE
                        : FIGURE_PROBLEMS_OPEN,
                    view_item(view, "ALL"));
}
