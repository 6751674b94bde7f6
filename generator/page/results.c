/*
 * 结果运用: how many were promoted, raised in rank, taken into the reserve
 * pool and commended.  Who they are, only the internal edition says.
 */
#include "base/arena.h"
#include "page/pages.h"
#include "page/topics.h"
#include "view/breakdown.h"
#include "view/cadre_list.h"
#include "view/card.h"
#include "view/record_words.h"
#include "view/score.h"
#include "year/event.h"
#include "year/redact.h"

static const enum figure_id cards[] = {
    FIGURE_OUTCOMES_PROMOTED, FIGURE_OUTCOMES_RANK, FIGURE_OUTCOMES_RESERVE,
    FIGURE_OUTCOMES_AWARD, FIGURE_COUNT};

enum { DECISIONS_MOST = 500 };

static void
fill_decision(const struct report *report, const struct row *row,
              struct view *item)
{
    const struct text *cells =
        record_words_cells(report, LEDGER_outcomes, row, item->arena);
    struct text cadre = record_words_cell(LEDGER_outcomes, cells, "cadre");
    struct text name = cadre;
    size_t place;

    if (report->kept.roster &&
        achievements_find(report->kept.roster->achievements, cadre, &place))
        name = report->kept.roster->achievements->cadres[place].name;
    view_text(item, "DECIDED_ON",
              record_words_cell(LEDGER_outcomes, cells, "decided_on"));
    view_text(item, "NAME", name);
    link_cadre(report, cadre, item);
    view_text(
        item, "KIND",
        record_words_said_cell(report, LEDGER_outcomes, row, cells, "kind"));
    view_text(item, "FROM", record_words_cell(LEDGER_outcomes, cells, "from"));
    view_text(item, "TO", record_words_cell(LEDGER_outcomes, cells, "to"));
    view_text(item, "BASIS",
              record_words_cell(LEDGER_outcomes, cells, "basis"));
}

/* The latest first; in the month in one file the lists tell of each. */
static void
fill_decisions(const struct report *report, struct view *view)
{
    const struct year *year = report->year;
    const struct ledger *held = &year->book->ledgers[LEDGER_outcomes];
    size_t shown = 0;
    bool is_told = redact_shows_ledger(report->privacy, LEDGER_outcomes) &&
                   !report->is_one_file;

    view_list(view, "DECISION");
    for (size_t i = year->order_count[LEDGER_outcomes]; i-- > 0 && is_told;) {
        const struct row *row =
            ledger_row(held, year->order[LEDGER_outcomes][i]);

        if (event_of(year, LEDGER_outcomes, row).marks == 0)
            continue;
        if (shown++ < DECISIONS_MOST)
            fill_decision(report, row, view_item(view, "DECISION"));
    }
    view_flag(view, "HAS_DECISIONS", shown > 0);
    view_flag(view, "IS_CUT", shown > DECISIONS_MOST);
    view_text(view, "CUT",
              record_words_say(report, WORDING_RESULTS_CUT,
                               count_text(view->arena, DECISIONS_MOST),
                               view->arena));
}

static bool
is_wanted(const struct report *report)
{
    return figure_is_shown(report, FIGURE_OUTCOMES_PROMOTED);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    cards_fill(report, cards, view);
    topics_finding(report, "evaluate", view);
    dimensions_again_fill(report, view);
    fill_decisions(report, view);
}

const struct page results_page = {
    .name = "results",
    .title = WORDING_PAGE_RESULTS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
