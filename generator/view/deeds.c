#include "view/deeds.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/wording.h"
#include "ledger/problems.h"
#include "view/breakdown.h"
#include "view/cadre_list.h"
#include "view/chapter.h"
#include "view/figure.h"
#include "view/months.h"
#include "view/places.h"
#include "view/record_words.h"
#include "view/scope_file.h"
#include "view/units.h"
#include "view/view.h"
#include "year/event.h"
#include "year/span.h"

enum { OPEN_MOST = 4 };

/* The core ledgers, in the order in which achievements count them. */
static const struct core {
    enum figure_id entered, done;
    enum wording title, word, entered_on, says;
} cores[DEED_KINDS] = {
    {FIGURE_PROBLEMS_RAISED, FIGURE_PROBLEMS_SOLVED, WORDING_CADRE_SOLVED,
     WORDING_BRIEF_OF_PROBLEMS, WORDING_CADRE_RAISED,
     WORDING_CADRE_SAYS_PROBLEMS},
    {FIGURE_SUGGESTIONS_SUBMITTED, FIGURE_SUGGESTIONS_ADOPTED,
     WORDING_CADRE_ADOPTED, WORDING_BRIEF_OF_SUGGESTIONS,
     WORDING_CADRE_SUBMITTED, WORDING_CADRE_SAYS_SUGGESTIONS},
    {FIGURE_REPORTS_SUBMITTED, FIGURE_REPORTS_CONVERTED,
     WORDING_CADRE_CONVERTED, WORDING_BRIEF_OF_REPORTS, WORDING_CADRE_SUBMITTED,
     WORDING_CADRE_SAYS_REPORTS},
};

struct text
deeds_said(const struct report *report, const struct achievement *it,
           struct arena *arena)
{
    struct text said = text_of("");

    for (size_t i = 0; i < DEED_KINDS; i++) {
        if (it->entered[i] == 0)
            continue;
        said = text_join_by(arena, said,
                            say(report->language, WORDING_SENTENCE_SEMICOLON),
                            SAY(arena, report->language, cores[i].says,
                                count_text(arena, (int64_t)it->entered[i]),
                                count_text(arena, (int64_t)it->done[i])));
    }
    return said.length > 0 ? said
                           : say(report->language, WORDING_CADRE_SAYS_NOTHING);
}

static const struct core *
core_of(enum ledger_id ledger)
{
    for (size_t i = 0; i < DEED_KINDS; i++)
        if (figures[cores[i].entered].ledger == ledger)
            return &cores[i];
    return NULL;
}

static struct date
due_of(const struct deed *deed)
{
    return deed->ledger == LEDGER_problems
               ? ((const struct problem *)deed->row)->due_on
               : (struct date){0};
}

/* By deadline; those without one behind, as they were. */
static int
by_due(const void *a, const void *b)
{
    const struct deed *x = *(const struct deed *const *)a;
    const struct deed *y = *(const struct deed *const *)b;
    struct date mine = due_of(x), other = due_of(y);
    int order = date_is_given(other) - date_is_given(mine);

    if (order == 0 && date_is_given(mine))
        order = date_compare(date_latest(mine), date_latest(other));
    return order ? order : (x > y) - (x < y);
}

/* "难题 · 区住建局 · 时限11月2日" */
static struct text
where(const struct report *report, const struct deed *deed, bool is_open,
      struct arena *arena)
{
    const struct core *core = core_of(deed->ledger);
    struct text *cells =
        record_words_known(report, deed->ledger, deed->row, arena);
    struct text unit =
        unit_said(report, record_words_cell(deed->ledger, cells,
                                            ledgers[deed->ledger]->unit_key));
    struct date due = due_of(deed);
    struct text day =
        is_open && date_is_given(due)
            ? text_join(arena, say(report->language, WORDING_DUE_BY),
                        day_words(report, due, arena))
            : SAY(arena, report->language, core->entered_on,
                  day_words(report, row_entered_on(deed->ledger, deed->row),
                            arena));

    return text_format(
        arena, "%.*s%s%.*s · %.*s", TEXT_ARG(say(report->language, core->word)),
        unit.length > 0 ? " · " : "", TEXT_ARG(unit), TEXT_ARG(day));
}

static void
fill_deed(const struct report *report, const struct deed *deed,
          enum figure_id state, struct view *item)
{
    bool is_open = chapter_of(deed->ledger)->waiting == state;

    scope_record_fill(report, state, deed->row, item);
    view_text(item, "WHERE", where(report, deed, is_open, item->arena));
}

static void
fill_open(const struct report *report, const struct achievement *it,
          struct view *view)
{
    const struct deed **open =
        arena_take(view->arena, (it->deed_count + 1) * sizeof(struct deed *));
    size_t count = 0;

    for (size_t i = 0; i < it->deed_count; i++) {
        const struct deed *deed = &it->deeds[i];

        if (core_of(deed->ledger) &&
            scope_state(report, deed->ledger, deed->row) ==
                chapter_of(deed->ledger)->waiting)
            open[count++] = deed;
    }
    qsort(open, count, sizeof(*open), by_due);
    for (size_t i = 0; i < count && i < OPEN_MOST; i++)
        fill_deed(report, open[i], chapter_of(open[i]->ledger)->waiting,
                  view_item(view, "OPEN"));
    if (count > OPEN_MOST)
        view_text(view_item(view, "REST"), "TEXT",
                  SAY(view->arena, report->language, WORDING_CADRE_REST,
                      count_text(view->arena, (int64_t)(count - OPEN_MOST))));
}

/* How many of the deeds the figure counts. */
static size_t
counted(const struct report *report, const struct achievement *it,
        enum figure_id figure)
{
    size_t count = 0;

    for (size_t i = 0; i < it->deed_count; i++)
        count +=
            it->deeds[i].ledger == figures[figure].ledger &&
            (year_marks(report->year, it->deeds[i].ledger, it->deeds[i].row) &
             MARK_OF(figure)) != 0;
    return count;
}

static bool
is_state(const struct report *report, const struct achievement *it,
         enum figure_id figure)
{
    for (size_t i = 0; i < it->deed_count; i++)
        if (it->deeds[i].ledger == figures[figure].ledger &&
            scope_state(report, it->deeds[i].ledger, it->deeds[i].row) ==
                figure)
            return true;
    return false;
}

static struct text
count_said(const struct report *report, const struct achievement *it,
           enum figure_id figure, struct arena *arena)
{
    return SAY(arena, report->language, WORDING_CADRE_STATE,
               figure_label(report, figure),
               count_text(arena, (int64_t)counted(report, it, figure)),
               figure_unit(report, figure));
}

/* "在办2项，其中逾期1项，不予办理1项": what is not done. */
static struct text
others_said(const struct report *report, const struct achievement *it,
            const struct core *core, struct arena *arena)
{
    struct text comma = say(report->language, WORDING_SENTENCE_COMMA);
    struct text said = text_of("");

    for (int i = 0; i < FIGURE_COUNT; i++) {
        enum figure_id figure = (enum figure_id)i;

        if (figures[i].ledger != figures[core->entered].ledger ||
            figure == core->done || !is_state(report, it, figure))
            continue;
        said = text_join_by(arena, said, comma,
                            count_said(report, it, figure, arena));
        if (figure != FIGURE_PROBLEMS_OPEN ||
            counted(report, it, FIGURE_PROBLEMS_OVERDUE) == 0)
            continue;
        said = text_join_by(
            arena, said, comma,
            text_join(arena, say(report->language, WORDING_SENTENCE_AMONG),
                      count_said(report, it, FIGURE_PROBLEMS_OVERDUE, arena)));
    }
    return said;
}

/* "用时12至33天", over those whose days are known. */
static struct text
days_said(const struct report *report, const struct achievement *it,
          enum figure_id done, struct arena *arena)
{
    int64_t least = INT64_MAX, most = -1;

    for (size_t i = 0; i < it->deed_count; i++) {
        const struct deed *deed = &it->deeds[i];
        int64_t days;

        if (deed->figure != done)
            continue;
        days = event_of(report->year, deed->ledger, deed->row).days;
        if (days < 0)
            continue;
        least = days < least ? days : least;
        most = days > most ? days : most;
    }
    if (most < 0)
        return text_of("");
    return least == most
               ? SAY(arena, report->language, WORDING_CADRE_DAYS,
                     count_text(arena, most))
               : SAY(arena, report->language, WORDING_CADRE_DAYS_BETWEEN,
                     count_text(arena, least), count_text(arena, most));
}

void
deeds_pair_fill(const struct report *report, size_t place, size_t kind,
                struct view *view)
{
    const struct achievement *it =
        &report->kept.roster->achievements->cadres[place];
    const struct core *core = &cores[kind];
    const struct scope_key scope = {SCOPE_CADRE, (uint32_t)place};
    int64_t done = (int64_t)it->done[kind], all = (int64_t)it->entered[kind];
    struct view *cell = view_item(view, "PART");

    view_count(cell, "TEXT", done);
    link_place(cell,
               place_of_scope(report, scope, core->done, done, view->arena));
    cell = view_item(view, "WHOLE");
    view_count(cell, "TEXT", all);
    link_place(cell,
               place_of_matters(report, scope, figures[core->entered].ledger,
                                all, view->arena));
}

static void
fill_stat(const struct report *report, size_t place, size_t kind,
          struct view *stat)
{
    const struct achievement *it =
        &report->kept.roster->achievements->cadres[place];
    const struct core *core = &cores[kind];
    struct text note = others_said(report, it, core, stat->arena);

    view_text(stat, "LABEL", say(report->language, core->title));
    deeds_pair_fill(report, place, kind, stat);
    view_list(stat, "UNIT");
    if (it->entered[kind] == 0)
        note = say(report->language, WORDING_CADRE_NO_DEED);
    else if (note.length == 0)
        note = days_said(report, it, core->done, stat->arena);
    view_list(stat, "NOTE");
    if (note.length > 0)
        view_text(view_item(stat, "NOTE"), "TEXT", note);
}

/* Beside what those on the roster received on average. */
static void
fill_sessions(const struct report *report, size_t place, struct view *stat)
{
    const struct achievements *all = report->kept.roster->achievements;
    int64_t sessions = all->cadres[place].sessions, sum = 0;
    struct view *cell = view_item(stat, "PART");

    for (size_t i = 0; i < all->count; i++)
        sum += all->cadres[i].sessions;
    view_text(stat, "LABEL", say(report->language, WORDING_CADRE_SESSIONS));
    view_count(cell, "TEXT", sessions);
    link_place(cell,
               sessions > 0
                   ? text_format(stat->arena, "%.*s#sessions",
                                 TEXT_ARG(report->kept.roster->stems[place]))
                   : text_of(""));
    view_list(stat, "WHOLE");
    view_text(view_item(stat, "UNIT"), "TEXT",
              figure_unit(report, FIGURE_MENTORING_ONE_TO_ONE));
    view_text(view_item(stat, "NOTE"), "TEXT",
              SAY(stat->arena, report->language, WORDING_CADRE_SESSIONS_MEAN,
                  decimal_text(stat->arena, sum, (int64_t)all->count, 1)));
}

void
deeds_fill(const struct report *report, size_t place, struct view *view)
{
    const struct achievement *it =
        &report->kept.roster->achievements->cadres[place];

    view_list(view, "OPEN");
    view_list(view, "REST");
    view_list(view, "RESULT");
    view_list(view, "STAT");
    fill_open(report, it, view);
    for (size_t i = 0; i < it->result_count; i++)
        fill_deed(report, it->results[i], it->results[i]->figure,
                  view_item(view, "RESULT"));
    view_flag(view, "HAS_OPEN", view_find_list(view, "OPEN")->first);
    view_flag(view, "HAS_RESULTS", it->result_count > 0);
    view_flag(view, "HAS_HANDLED",
              view_find_list(view, "OPEN")->first || it->result_count > 0);
    for (size_t i = 0; i < DEED_KINDS; i++)
        if (figure_is_shown(report, cores[i].entered))
            fill_stat(report, place, i, view_item(view, "STAT"));
    if (figure_is_shown(report, FIGURE_MENTORING_ONE_TO_ONE))
        fill_sessions(report, place, view_item(view, "STAT"));
    view_flag(view, "HAS_STATS", view_find_list(view, "STAT")->first);
}
