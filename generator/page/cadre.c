/*
 * One cadre (internal): who it is, what the cadre achieved, and how the score
 * of the month is made, so that it can be worked out again by hand.
 */
#include "base/arena.h"
#include "ledger/campaign.h"
#include "page/pages.h"
#include "view/breakdown.h"
#include "view/cadre_list.h"
#include "view/card.h"
#include "view/record_words.h"
#include "view/score.h"
#include "year/event.h"

enum { RECORDS_MOST = 200 };

/* What the roster says, where it says something. */
static const struct fact {
    const char *key;
    enum wording title;
} facts[] = {
    {"id", WORDING_CADRE_ID},
    {"unit", WORDING_CADRE_UNIT},
    {"post", WORDING_CADRE_POST},
    {"placement", WORDING_CADRE_PLACEMENT},
    {"track", WORDING_CADRE_TRACK},
    {"start_on", WORDING_CADRE_FROM},
    {"end_on", WORDING_CADRE_UNTIL},
    {"mentor_leader", WORDING_CADRE_MENTOR_LEADER},
    {"mentor_dept", WORDING_CADRE_MENTOR_DEPT},
};

/* The core ledgers, as achievements count them. */
static const struct tally {
    enum figure_id entered;
    enum wording title;
} tallies[DEED_KINDS] = {
    {FIGURE_PROBLEMS_RAISED, WORDING_CADRE_SOLVED},
    {FIGURE_SUGGESTIONS_SUBMITTED, WORDING_CADRE_ADOPTED},
    {FIGURE_REPORTS_SUBMITTED, WORDING_CADRE_CONVERTED},
};

static void
fill_profile(const struct report *report, const struct achievement *it,
             struct view *view)
{
    const struct text *cells =
        record_words_cells(report, LEDGER_cadres, it->row, view->arena);

    view_list(view, "PROFILE");
    for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++) {
        struct text cell =
            record_words_cell(LEDGER_cadres, cells, facts[i].key);
        struct view *item;

        if (cell.length == 0)
            continue;
        item = view_item(view, "PROFILE");
        view_text(item, "TITLE", say(report->language, facts[i].title));
        view_text(item, "TEXT", cell);
    }
}

static void
fill_tally(const struct report *report, const struct achievement *it,
           struct view *view)
{
    struct view *item;

    view_list(view, "TALLY");
    for (size_t i = 0; i < DEED_KINDS; i++) {
        if (!figure_is_shown(report, tallies[i].entered))
            continue;
        item = view_item(view, "TALLY");
        view_text(item, "TITLE", say(report->language, tallies[i].title));
        view_format(item, "TEXT", "%zu/%zu", it->done[i], it->entered[i]);
    }
    if (figure_is_shown(report, FIGURE_MENTORING_ONE_TO_ONE)) {
        item = view_item(view, "TALLY");
        view_text(item, "TITLE", say(report->language, WORDING_CADRE_SESSIONS));
        view_count(item, "TEXT", it->sessions);
    }
    view_flag(view, "HAS_TALLY", view_find_list(view, "TALLY")->first);
}

static void
fill_record(const struct report *report, const struct deed *deed,
            struct view *item)
{
    const struct ledger_type *type = ledgers[deed->ledger];
    struct date closed = row_closed_on(deed->ledger, deed->row);

    deed_fill(report, deed, item);
    view_text(item, "LEDGER_TITLE", ledger_title(type, report->language));
    view_text(item, "ENTERED_ON",
              date_text(item->arena, row_entered_on(deed->ledger, deed->row)));
    view_text(item, "DONE_ON",
              deed->is_done ? date_text(item->arena, closed) : text_of("—"));
}

static void
fill_records(const struct report *report, const struct achievement *it,
             struct view *view)
{
    view_list(view, "RECORD");
    for (size_t i = 0; i < it->deed_count && i < RECORDS_MOST; i++)
        fill_record(report, &it->deeds[i], view_item(view, "RECORD"));
    view_flag(view, "HAS_RECORDS", it->deed_count > 0);
    view_flag(view, "IS_CUT", it->deed_count > RECORDS_MOST);
    view_text(view, "CUT",
              record_words_say(report, WORDING_CADRE_CUT,
                               count_text(view->arena, RECORDS_MOST),
                               view->arena));
}

/* Decisions about the cadre, as they were taken. */
static void
fill_outcomes(const struct report *report, size_t place, struct view *view)
{
    const struct year *year = report->year;
    const struct ledger *held = &year->book->ledgers[LEDGER_outcomes];
    bool has_some = false;

    view_list(view, "OUTCOME");
    for (size_t i = 0; i < year->order_count[LEDGER_outcomes]; i++) {
        const struct row *row =
            ledger_row(held, year->order[LEDGER_outcomes][i]);
        const struct text *cells;
        struct view *item;
        size_t whose;

        if (event_of(year, LEDGER_outcomes, row).marks == 0)
            continue;
        cells = record_words_cells(report, LEDGER_outcomes, row, view->arena);
        if (!achievements_find(
                report->kept.roster->achievements,
                record_words_cell(LEDGER_outcomes, cells, "cadre"), &whose) ||
            whose != place)
            continue;
        has_some = true;
        item = view_item(view, "OUTCOME");
        view_text(item, "DECIDED_ON",
                  record_words_cell(LEDGER_outcomes, cells, "decided_on"));
        view_text(item, "KIND",
                  record_words_cell(LEDGER_outcomes, cells, "kind"));
        view_text(item, "FROM",
                  record_words_cell(LEDGER_outcomes, cells, "from"));
        view_text(item, "TO", record_words_cell(LEDGER_outcomes, cells, "to"));
    }
    view_flag(view, "HAS_OUTCOMES", has_some);
}

static struct text
file(const struct report *report, size_t instance, struct arena *arena)
{
    (void)arena;
    return report->kept.roster->stems[instance];
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    const struct achievement *it =
        &report->kept.roster->achievements->cadres[instance];

    view_text(
        view, "PAGE_TITLE",
        record_words_say(report, WORDING_CADRE_TITLE, it->name, view->arena));
    fill_profile(report, it, view);
    fill_tally(report, it, view);
    results_fill(report, it, view);
    view_flag(view, "HAS_RESULTS", it->result_count > 0);
    score_fill(report, it->score, view);
    fill_outcomes(report, instance, view);
    fill_records(report, it, view);
}

const struct page cadre_page = {
    .name = "cadre",
    .title = WORDING_PAGE_CADRE,
    .has_markdown = true,
    .is_in_navigation = false,
    .instances = cadre_list_count,
    .file = file,
    .fill = fill,
};
