#include "view/scope_file.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/wording.h"
#include "ledger/campaign.h"
#include "ledger/problems.h"
#include "view/actions.h"
#include "view/anchors.h"
#include "view/breakdown.h"
#include "view/by_unit.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/months.h"
#include "view/pagination.h"
#include "view/record_words.h"
#include "view/report.h"
#include "view/timeline.h"
#include "view/view.h"
#include "year/event.h"
#include "year/joint_work.h"
#include "year/redact.h"
#include "year/span.h"

enum { GROUPS_MOST = 3, SUBSETS_MOST = 3, LONG_ROWS = 30 };

/* The states of a ledger's matters, which are all there are; and further sets
   among them.  FIGURE_COUNT: none. */
static const struct told {
    enum ledger_id ledger;
    enum figure_id rate;
    enum figure_id done, entered;
    enum figure_id groups[GROUPS_MOST];
    enum figure_id first;                 /* of the first group */
    enum figure_id subsets[SUBSETS_MOST]; /* named beneath */
} told[] = {
    {LEDGER_problems,
     FIGURE_PROBLEMS_RATE,
     FIGURE_PROBLEMS_SOLVED,
     FIGURE_PROBLEMS_RAISED,
     {FIGURE_PROBLEMS_OPEN, FIGURE_PROBLEMS_SOLVED, FIGURE_PROBLEMS_DROPPED},
     FIGURE_PROBLEMS_OVERDUE,
     {FIGURE_PROBLEMS_OVERDUE, FIGURE_PROBLEMS_RAISED,
      FIGURE_PROBLEMS_CARRIED}},
    {LEDGER_projects,
     FIGURE_PROJECTS_START_RATE,
     FIGURE_PROJECTS_STARTED,
     FIGURE_PROJECTS_SIGNED,
     {FIGURE_PROJECTS_SIGNED, FIGURE_PROJECTS_STARTED, FIGURE_COUNT},
     FIGURE_COUNT,
     {FIGURE_PROJECTS_ACCELERATED, FIGURE_COUNT}},
    {LEDGER_reports,
     FIGURE_REPORTS_RATE,
     FIGURE_REPORTS_CONVERTED,
     FIGURE_REPORTS_SUBMITTED,
     {FIGURE_REPORTS_CONVERTING, FIGURE_REPORTS_CONVERTED,
      FIGURE_REPORTS_NOT_CONVERTED},
     FIGURE_COUNT,
     {FIGURE_REPORTS_SUBMITTED, FIGURE_REPORTS_CARRIED, FIGURE_COUNT}},
    {LEDGER_suggestions,
     FIGURE_SUGGESTIONS_RATE,
     FIGURE_SUGGESTIONS_ADOPTED,
     FIGURE_SUGGESTIONS_SUBMITTED,
     {FIGURE_SUGGESTIONS_REVIEWING, FIGURE_SUGGESTIONS_ADOPTED,
      FIGURE_SUGGESTIONS_NOT_ADOPTED},
     FIGURE_COUNT,
     {FIGURE_SUGGESTIONS_SUBMITTED, FIGURE_SUGGESTIONS_CARRIED, FIGURE_COUNT}},
};

enum { TOLD = sizeof(told) / sizeof(told[0]) };

/* What a record is said to be by the day it came to it. */
static const struct state {
    enum figure_id figure;
    enum wording words;
} states[] = {
    {FIGURE_PROBLEMS_SOLVED, WORDING_SCOPE_SOLVED},
    {FIGURE_SUGGESTIONS_ADOPTED, WORDING_SCOPE_ADOPTED},
    {FIGURE_REPORTS_CONVERTED, WORDING_SCOPE_CONVERTED},
    {FIGURE_PROJECTS_STARTED, WORDING_SCOPE_STARTED},
    {FIGURE_PROJECTS_SIGNED, WORDING_SCOPE_PLANNED},
};

enum { STATES = sizeof(states) / sizeof(states[0]) };

/* Whose records are told. */
struct whose {
    const struct report *report;
    struct scope_key scope;
    struct arena *arena;
    struct timeline *timeline;
};

static bool
stands_in(const struct whose *whose, enum figure_id figure,
          const struct row *row)
{
    return (year_marks(whose->report->year, figures[figure].ledger, row) &
            MARK_OF(figure)) != 0;
}

enum figure_id
scope_state(const struct report *report, enum ledger_id ledger,
            const struct row *row)
{
    for (size_t i = 0; i < TOLD; i++)
        for (size_t j = 0; j < GROUPS_MOST && told[i].ledger == ledger &&
                           told[i].groups[j] != FIGURE_COUNT;
             j++)
            if (year_marks(report->year, ledger, row) &
                MARK_OF(told[i].groups[j]))
                return told[i].groups[j];
    return FIGURE_COUNT;
}

static bool
is_waiting(enum figure_id figure)
{
    const struct chapter *chapter = chapter_of(figures[figure].ledger);

    return figure == FIGURE_PROJECTS_SIGNED ||
           (chapter && figure == chapter->waiting);
}

/* The day it was done, is planned for or is due. */
static struct date
state_day(const struct report *report, enum figure_id figure,
          const struct row *row)
{
    if (figure == FIGURE_PROBLEMS_OPEN)
        return ((const struct problem *)row)->due_on;
    if (figure == FIGURE_PROJECTS_SIGNED)
        return ((const struct project *)row)->plan_start_on;
    return is_waiting(figure) ? (struct date){0}
                              : figure_day(report, figure, row);
}

/* What became of it and when: "10月18日解决", "逾期28天", "研究中". */
static void
fill_state(const struct report *report, enum figure_id figure,
           const struct row *row, struct view *item)
{
    struct date day = state_day(report, figure, row);
    const char *tone = "";
    size_t i = 0;

    view_text(item, "STATE",
              figure == FIGURE_PROJECTS_SIGNED
                  ? say(report->language, WORDING_PROJECTS_WAITING)
                  : figure_label(report, figure));
    while (i < STATES && states[i].figure != figure)
        i++;
    if (i < STATES && date_is_given(day))
        view_text(item, "STATE",
                  SAY(item->arena, report->language, states[i].words,
                      day_words(report, day, item->arena)));
    if (figure == FIGURE_PROBLEMS_OPEN && date_is_given(day)) {
        int64_t left =
            date_days(date_latest(day)) - date_days(report->year->cutoff);

        view_text(item, "STATE", days_left_words(report, left, item->arena));
        tone = days_left_tone(left);
    }
    view_text(item, "TONE", text_of(tone));
}

void
scope_record_fill(const struct report *report, enum figure_id figure,
                  const struct row *row, struct view *item)
{
    enum ledger_id ledger = figures[figure].ledger;
    struct text *cells = record_words_known(report, ledger, row, item->arena);
    struct text id = record_words_cell(ledger, cells, "id");
    size_t page = list_page_of(report, figure, row);

    link_fill(item, list_stem(figure, page, item->arena));
    view_text(item, "ANCHOR", list_anchor(report, ledger, row, item->arena));
    view_text(item, "KEY",
              id.length > 0 ? id : say(report->language, WORDING_RECORD_SHOW));
    view_brief(item, "NAME",
               record_words_cell(ledger, cells, ledgers[ledger]->name_key));
    view_text(item, "ENTERED",
              day_words(report, row_entered_on(ledger, row), item->arena));
    fill_state(report, figure, row, item);
}

static void
add_span(const struct whose *whose, enum figure_id figure,
         const struct row *row)
{
    enum ledger_id ledger = figures[figure].ledger;
    bool waits = is_waiting(figure);

    timeline_add(
        whose->timeline,
        &(struct span){
            .from = row_entered_on(ledger, row),
            .to = waits ? whose->report->year->cutoff
                        : state_day(whose->report, figure, row),
            .kind = !waits ? SPAN_DONE
                    : figure == FIGURE_PROBLEMS_OPEN &&
                            stands_in(whose, FIGURE_PROBLEMS_OVERDUE, row)
                        ? SPAN_LATE
                        : SPAN_OPEN,
        });
}

/* The group's rows that are, or are not, among those that come first. */
static size_t
fill_rows(const struct whose *whose, const struct told *it,
          enum figure_id figure, bool among_first, struct view *group)
{
    size_t count, shown = 0;
    const struct row *const *rows =
        scope_rows(whose->report, whose->scope, figure, whose->arena, &count);
    bool has_first = figure == it->groups[0] && it->first != FIGURE_COUNT;

    for (size_t i = 0; i < count; i++) {
        bool is_first = has_first && stands_in(whose, it->first, rows[i]);

        if (is_first != among_first)
            continue;
        if (figure == FIGURE_PROJECTS_SIGNED &&
            stands_in(whose, FIGURE_PROJECTS_STARTED, rows[i]))
            continue;
        add_span(whose, figure, rows[i]);
        if (shown++ < list_most(whose->report, PLACE_ROWS_MOST))
            scope_record_fill(whose->report, figure, rows[i],
                              view_item(group, "RECORD"));
    }
    return shown;
}

static void
fill_group_words(const struct whose *whose, enum figure_id figure, size_t count,
                 struct view *group)
{
    const struct report *report = whose->report;
    bool is_planned = figure == FIGURE_PROJECTS_SIGNED;
    struct arena *arena = group->arena;

    view_text(group, "ID",
              is_planned ? TEXT("projects-waiting") : scope_anchor(figure));
    view_text(group, "TITLE",
              is_planned ? say(report->language, WORDING_PROJECTS_WAITING)
                         : figure_label(report, figure));
    view_count(group, "COUNT", (int64_t)count);
    view_list(group, "CUT");
    if (count > list_most(report, PLACE_ROWS_MOST))
        view_text(view_item(group, "CUT"), "TEXT",
                  SAY(arena, report->language, WORDING_UNIT_CUT,
                      count_text(arena,
                                 (int64_t)list_most(report, PLACE_ROWS_MOST))));
}

static size_t
fill_group(const struct whose *whose, const struct told *it,
           enum figure_id figure, struct view *ledger)
{
    struct view *group = view_new(ledger->arena, ledger->language);
    size_t count = fill_rows(whose, it, figure, true, group);

    count += fill_rows(whose, it, figure, false, group);
    if (count == 0)
        return 0;
    fill_group_words(whose, figure, count, group);
    view_append(ledger, "GROUP", group);
    return count;
}

/* Further sets are named by their ids; all of a ledger's need no naming. */
static void
fill_subset(const struct whose *whose, const struct told *it,
            enum figure_id figure, size_t all, struct view *ledger)
{
    size_t count;
    const struct row *const *rows =
        scope_rows(whose->report, whose->scope, figure, whose->arena, &count);
    struct view *item;

    if (count == 0 || (figure == it->entered && count == all) ||
        count > PLACE_ROWS_MOST)
        return;
    item = view_item(ledger, "SUBSET");
    view_text(item, "ID", scope_anchor(figure));
    view_text(item, "TITLE", figure_label(whose->report, figure));
    view_count(item, "COUNT", (int64_t)count);
    for (size_t i = 0; i < count; i++)
        scope_record_fill(whose->report, figure, rows[i],
                          view_item(item, "REF"));
}

/* What a unit solved, month by month, the last first. */
static void
fill_months(const struct whose *whose, const struct told *it,
            struct view *ledger)
{
    const struct report *report = whose->report;
    struct arena *arena = ledger->arena;
    struct view *item = NULL;
    size_t count, last = 0;
    const struct row *const *rows;

    view_list(ledger, "MONTH");
    if (whose->scope.kind != SCOPE_UNIT || it->done != FIGURE_PROBLEMS_SOLVED)
        return;
    rows = scope_rows(report, whose->scope, it->done, whose->arena, &count);
    for (size_t i = 0; i < count && count <= PLACE_ROWS_MOST; i++) {
        struct month month = month_of(figure_day(report, it->done, rows[i]));
        size_t place = (size_t)(month.number - report->year->start.number);

        if (item == NULL || place != last) {
            item = view_item(ledger, "MONTH");
            view_format(item, "ID", "%.*s-%.*s",
                        TEXT_ARG(scope_anchor(it->done)),
                        TEXT_ARG(month_anchor(report, place, arena)));
            view_text(item, "TITLE",
                      SAY(arena, report->language, WORDING_SCOPE_SOLVED,
                          month_words(arena, report->language, month)));
        }
        last = place;
        scope_record_fill(report, it->done, rows[i], view_item(item, "REF"));
    }
}

/* How many records it tells. */
static size_t
fill_ledger(const struct whose *whose, const struct told *it, struct view *view)
{
    const struct ledger_type *type = ledgers[it->ledger];
    struct view *ledger = view_new(view->arena, view->language);
    size_t all = 0;

    view_list(ledger, "GROUP");
    view_list(ledger, "SUBSET");
    timeline_begin(whose->timeline, ledger_title(type, view->language));
    for (size_t i = 0; i < GROUPS_MOST && it->groups[i] != FIGURE_COUNT; i++)
        all += fill_group(whose, it, it->groups[i], ledger);
    if (all == 0)
        return 0;
    for (size_t i = 0; i < SUBSETS_MOST && it->subsets[i] != FIGURE_COUNT; i++)
        fill_subset(whose, it, it->subsets[i], all, ledger);
    fill_months(whose, it, ledger);
    view_append(view, "LEDGER", ledger);
    view_text(ledger, "ID", text_of(type->name));
    view_text(ledger, "TITLE", ledger_title(type, view->language));
    view_text(ledger, "ENTERED_TITLE", entered_title(type, view->language));
    view_count(ledger, "COUNT", (int64_t)all);
    return all;
}

/* Done of all there was to do, and the same for the district. */
static void
fill_stat(const struct whose *whose, const struct told *it, struct view *view)
{
    const struct report *report = whose->report;
    struct arena *arena = view->arena;
    size_t done, all = 0;
    struct view *stat, *cell;

    scope_rows(report, whose->scope, it->done, whose->arena, &done);
    for (size_t i = 0; i < GROUPS_MOST && it->groups[i] != FIGURE_COUNT; i++) {
        size_t count;

        scope_rows(report, whose->scope, it->groups[i], whose->arena, &count);
        if (it->groups[i] != FIGURE_PROJECTS_STARTED)
            all += count;
    }
    if (all == 0)
        return;
    stat = view_item(view, "STAT");
    view_text(stat, "LABEL",
              SAY(arena, report->language, WORDING_SCOPE_STAT,
                  figure_label(report, it->done),
                  figure_label(report, it->entered)));
    cell = view_item(stat, "PART");
    view_count(cell, "TEXT", (int64_t)done);
    link_place(cell, place_of_scope(report, whose->scope, it->done,
                                    (int64_t)done, arena));
    cell = view_item(stat, "WHOLE");
    view_count(cell, "TEXT", (int64_t)all);
    view_text(stat, "ANCHOR", text_of(ledgers[it->ledger]->name));
    view_text(stat, "SHARE",
              SAY(arena, report->language, WORDING_SCOPE_DISTRICT,
                  figure_label(report, it->rate),
                  figure_text(arena, report->year, it->rate)));
}

static size_t
scope_count(const struct whose *whose, enum figure_id figure)
{
    size_t count = 0;

    if (figure_has_list(whose->report, figure))
        scope_rows(whose->report, whose->scope, figure, whose->arena, &count);
    return count;
}

/* Whether each that is open has a deadline it could be late by. */
static bool
has_deadlines(const struct whose *whose)
{
    size_t count;
    const struct row *const *rows =
        scope_rows(whose->report, whose->scope, FIGURE_PROBLEMS_OPEN,
                   whose->arena, &count);

    for (size_t i = 0; i < count; i++)
        if (!date_is_given(((const struct problem *)rows[i])->due_on))
            return false;
    return true;
}

static void
add_clause(const struct whose *whose, enum wording words, size_t count,
           struct view *view)
{
    view_text(view_item(view, "CLAUSE"), "TEXT",
              SAY(view->arena, whose->report->language, words,
                  count_text(view->arena, (int64_t)count)));
}

/* What is late, else what is open, else what is solved: all, if nothing was
   dropped. */
static void
add_problems(const struct whose *whose, struct view *view)
{
    size_t late = scope_count(whose, FIGURE_PROBLEMS_OVERDUE);
    size_t open = scope_count(whose, FIGURE_PROBLEMS_OPEN);
    size_t solved = scope_count(whose, FIGURE_PROBLEMS_SOLVED);

    if (late > 0)
        add_clause(whose, WORDING_SCOPE_SAYS_OVERDUE, late, view);
    else if (open > 0)
        add_clause(whose,
                   has_deadlines(whose) ? WORDING_SCOPE_SAYS_NONE_LATE
                                        : WORDING_SCOPE_SAYS_OPEN,
                   open, view);
    else if (solved > 0)
        add_clause(whose,
                   scope_count(whose, FIGURE_PROBLEMS_DROPPED) > 0
                       ? WORDING_SCOPE_SAYS_SOLVED
                       : WORDING_SCOPE_SAYS_ALL_SOLVED,
                   solved, view);
}

/* "区发改局：难题逾期1项；7个项目待开工": the problems, then what is still to
   begin. */
static void
fill_summary(const struct whose *whose, struct view *view)
{
    size_t signed_count, started;

    view_list(view, "CLAUSE");
    add_problems(whose, view);
    if (whose->scope.kind != SCOPE_UNIT)
        return;
    signed_count = scope_count(whose, FIGURE_PROJECTS_SIGNED);
    started = scope_count(whose, FIGURE_PROJECTS_STARTED);
    if (signed_count > started)
        add_clause(whose, WORDING_SCOPE_SAYS_WAITING, signed_count - started,
                   view);
}

/* Of a field the projects are its units'. */
static bool
is_told(const struct whose *whose, const struct told *it)
{
    return figure_has_list(whose->report, it->entered) &&
           (whose->scope.kind != SCOPE_FIELD || it->ledger != LEDGER_projects);
}

static void
fill_ledgers(struct whose *whose, struct view *view)
{
    size_t longest = 0;

    whose->timeline = timeline_new(whose->report, whose->arena);
    view_list(view, "LEDGER");
    for (size_t i = 0; i < TOLD; i++) {
        size_t rows =
            is_told(whose, &told[i]) ? fill_ledger(whose, &told[i], view) : 0;

        if (rows > longest)
            longest = rows;
    }
    view_flag(view, "IS_LONG", longest > LONG_ROWS);
}

void
scope_file_fill(const struct report *report, enum scope_kind scope,
                uint32_t code, struct view *view)
{
    struct whose whose = {report, {scope, code}, arena_new(), NULL};

    view_list(view, "STAT");
    fill_summary(&whose, view);
    view_flag(view, "IS_SUMMED_UP", view_find_list(view, "CLAUSE")->first);
    for (size_t i = 0; i < TOLD; i++)
        if (is_told(&whose, &told[i]))
            fill_stat(&whose, &told[i], view);
    fill_ledgers(&whose, view);
    timeline_fill(whose.timeline, view);
    arena_free(whose.arena);
}

void
scope_ledgers_fill(const struct report *report, struct scope_key scope,
                   struct view *view)
{
    struct whose whose = {report, scope, arena_new(), NULL};

    fill_ledgers(&whose, view);
    arena_free(whose.arena);
}

/* In the first of the lists it counts in, with the unit that leads it. */
static void
fill_shared_record(const struct report *report, enum ledger_id ledger,
                   const struct row *row, struct view *item)
{
    enum figure_id figure =
        figure_of_mark(ledger, year_marks(report->year, ledger, row));
    struct text *cells = record_words_known(report, ledger, row, item->arena);

    scope_record_fill(report, figure, row, item);
    view_text(item, "STATE",
              record_words_cell(ledger, cells, ledgers[ledger]->unit_key));
}

void
scope_shared_fill(const struct report *report, uint32_t code, struct view *view)
{
    view_list(view, "SHARED");
    for (int i = 0; i < LEDGER_COUNT; i++) {
        enum ledger_id ledger = (enum ledger_id)i;
        const struct ledger_type *type = ledgers[i];
        size_t count;
        const struct partnership *found =
            joint_work_find(report->partners, code, ledger, &count);
        struct view *group;

        if (count == 0 || !redact_shows_ledger(report->privacy, i))
            continue;
        group = view_item(view, "SHARED");
        view_format(group, "ID", "shared-%s", type->name);
        view_text(group, "TITLE", ledger_title(type, view->language));
        view_text(group, "ENTERED_TITLE", entered_title(type, view->language));
        view_count(group, "COUNT", (int64_t)count);
        view_list(group, "RECORD");
        for (size_t r = 0; r < count && r < list_most(report, PLACE_ROWS_MOST);
             r++) {
            struct view *item = view_item(group, "RECORD");

            fill_shared_record(report, ledger, found[r].row, item);
        }
    }
}
