/*
 * One cadre (internal): what is to be said first, who it is, what is in hand
 * and what came of it, and how the score of the month is made, so that it can
 * be worked out again by hand.
 */
#include <string.h>

#include "base/arena.h"
#include "ledger/campaign.h"
#include "page/pages.h"
#include "view/breakdown.h"
#include "view/cadre_list.h"
#include "view/card.h"
#include "view/deeds.h"
#include "view/months.h"
#include "view/record_words.h"
#include "view/scope_file.h"
#include "view/score.h"
#include "view/units.h"
#include "year/event.h"

/* What the roster says, where it says something, and how: its bare word, or
   words around it. */
static const struct fact {
    const char *key;
    enum wording words;
} facts[] = {
    {"id", WORDING_CADRE_BARE},
    {"unit", WORDING_CADRE_BARE},
    {"post", WORDING_CADRE_BARE},
    {"placement", WORDING_CADRE_PLACED},
    {"track", WORDING_CADRE_IN_TRACK},
    {"start_on", WORDING_CADRE_SINCE},
    {"end_on", WORDING_CADRE_TO},
    {"mentor_leader", WORDING_CADRE_LED_BY},
    {"mentor_dept", WORDING_CADRE_GUIDED_BY},
};

static struct text
fact_cell(const struct report *report, const struct row *row,
          const struct fact *fact, struct arena *arena)
{
    const struct ledger_type *type = ledgers[LEDGER_cadres];
    const struct column *column = &type->columns[column_index(type, fact->key)];
    const struct text *cells =
        record_words_cells(report, LEDGER_cadres, row, arena);

    if (column->kind == KIND_DATE && date_is_given(*row_date(column, row)))
        return date_words(arena, report->language, *row_date(column, row));
    return record_words_said_cell(report, LEDGER_cadres, row, cells, fact->key);
}

static void
fill_profile(const struct report *report, const struct achievement *it,
             struct view *view)
{
    const struct cadre *cadre = (const struct cadre *)it->row;

    view_list(view, "FACT");
    for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++) {
        struct text cell = fact_cell(report, it->row, &facts[i], view->arena);
        struct text stem = unit_file(report, cadre->unit.code, view->arena);
        struct view *item;

        if (cell.length == 0)
            continue;
        item = view_item(view, "FACT");
        view_text(item, "TEXT",
                  SAY(view->arena, report->language, facts[i].words, cell));
        view_list(item, "LINK");
        if (strcmp(facts[i].key, "unit") == 0 && stem.length > 0)
            link_fill(view_item(item, "LINK"), stem);
    }
}

/* The score first; without one, what the ledgers have. */
static struct text
headline(const struct report *report, const struct achievement *it,
         struct arena *arena)
{
    struct text semicolon = say(report->language, WORDING_SENTENCE_SEMICOLON);

    if (it->score && figure_is_shown(report, FIGURE_EVALUATIONS_SCORED))
        return score_said(report, it->score, arena);
    if (figure_is_shown(report, FIGURE_EVALUATIONS_SCORED))
        return text_format(
            arena, "%.*s%.*s%.*s",
            TEXT_ARG(say(report->language, WORDING_SCORE_SAID_NONE)),
            TEXT_ARG(semicolon), TEXT_ARG(deeds_said(report, it, arena)));
    return deeds_said(report, it, arena);
}

/* One-to-one sessions, the latest first. */
static void
fill_sessions(const struct report *report, const struct achievement *it,
              struct view *view)
{
    size_t shown = 0;

    view_list(view, "SESSION");
    view_list(view, "SESSIONS_CUT");
    view_flag(view, "HAS_SESSIONS", false);
    if (!figure_has_list(report, FIGURE_MENTORING_ONE_TO_ONE))
        return;
    for (size_t i = it->deed_count; i-- > 0;) {
        const struct deed *deed = &it->deeds[i];
        struct view *item;

        if (deed->ledger != LEDGER_mentoring || shown++ >= PLACE_ROWS_MOST)
            continue;
        item = view_item(view, "SESSION");
        scope_record_fill(report, deed->figure, deed->row, item);
        view_text(item, "MENTOR",
                  record_words_cell(LEDGER_mentoring,
                                    record_words_cells(report, LEDGER_mentoring,
                                                       deed->row, view->arena),
                                    "mentor"));
        view_text(
            item, "TIMES",
            SAY(view->arena, report->language, WORDING_CADRE_TIMES,
                count_text(view->arena,
                           event_of(report->year, LEDGER_mentoring, deed->row)
                               .amount)));
    }
    view_flag(view, "HAS_SESSIONS", shown > 0);
    if (shown > PLACE_ROWS_MOST)
        view_text(view_item(view, "SESSIONS_CUT"), "TEXT",
                  SAY(view->arena, report->language, WORDING_UNIT_CUT,
                      count_text(view->arena, PLACE_ROWS_MOST)));
}

/* "科员 → 副科长", or the one of them that is given. */
static struct text
moved(const struct report *report, const struct text *cells,
      struct arena *arena)
{
    struct text from = record_words_cell(LEDGER_outcomes, cells, "from");
    struct text to = record_words_cell(LEDGER_outcomes, cells, "to");

    if (from.length == 0 || to.length == 0)
        return from.length > 0 ? from : to;
    return SAY(arena, report->language, WORDING_CADRE_MOVED, from, to);
}

/* Decisions about the cadre, as they were taken. */
static void
fill_outcomes(const struct report *report, size_t place, struct view *view)
{
    const struct year *year = report->year;
    const struct ledger *held = &year->book->ledgers[LEDGER_outcomes];

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
        item = view_item(view, "OUTCOME");
        view_text(item, "DECIDED_ON",
                  day_words(report, row_entered_on(LEDGER_outcomes, row),
                            view->arena));
        view_text(item, "KIND",
                  record_words_said_cell(report, LEDGER_outcomes, row, cells,
                                         "kind"));
        view_text(item, "MOVED", moved(report, cells, view->arena));
    }
    view_flag(view, "HAS_OUTCOMES", view_find_list(view, "OUTCOME")->first);
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
    view_flag(view, "HAS_TITLE", false);
    view_text(view, "NAME", it->name);
    view_text(view, "HEADLINE", headline(report, it, view->arena));
    fill_profile(report, it, view);
    deeds_fill(report, instance, view);
    score_fill(report, it->score, view);
    scope_ledgers_fill(
        report, (struct scope_key){SCOPE_CADRE, (uint32_t)instance}, view);
    fill_sessions(report, it, view);
    fill_outcomes(report, instance, view);
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
