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
#include "view/view.h"
#include "year/event.h"
#include "year/joint_work.h"
#include "year/redact.h"
#include "year/span.h"

enum { GROUPS_MOST = 3, SUBSETS_MOST = 2, LONG_ROWS = 30 };

/* The states of a ledger's matters, which are all there are; and further sets
   among them.  FIGURE_COUNT: none. */
static const struct told {
    enum ledger_id ledger;
    enum figure_id rate;
    enum figure_id done, entered;
    enum figure_id groups[GROUPS_MOST];
    enum figure_id first; /* those of this list first, in a body of their own */
    enum figure_id subsets[SUBSETS_MOST]; /* named beneath */
} told[] = {
    {LEDGER_problems,
     FIGURE_PROBLEMS_RATE,
     FIGURE_PROBLEMS_SOLVED,
     FIGURE_PROBLEMS_RAISED,
     {FIGURE_PROBLEMS_OPEN, FIGURE_PROBLEMS_SOLVED, FIGURE_PROBLEMS_DROPPED},
     FIGURE_PROBLEMS_OVERDUE,
     {FIGURE_PROBLEMS_RAISED, FIGURE_PROBLEMS_CARRIED}},
    {LEDGER_suggestions,
     FIGURE_SUGGESTIONS_RATE,
     FIGURE_SUGGESTIONS_ADOPTED,
     FIGURE_SUGGESTIONS_SUBMITTED,
     {FIGURE_SUGGESTIONS_REVIEWING, FIGURE_SUGGESTIONS_ADOPTED,
      FIGURE_SUGGESTIONS_NOT_ADOPTED},
     FIGURE_COUNT,
     {FIGURE_SUGGESTIONS_SUBMITTED, FIGURE_SUGGESTIONS_CARRIED}},
    {LEDGER_reports,
     FIGURE_REPORTS_RATE,
     FIGURE_REPORTS_CONVERTED,
     FIGURE_REPORTS_SUBMITTED,
     {FIGURE_REPORTS_CONVERTING, FIGURE_REPORTS_CONVERTED,
      FIGURE_REPORTS_NOT_CONVERTED},
     FIGURE_COUNT,
     {FIGURE_REPORTS_SUBMITTED, FIGURE_REPORTS_CARRIED}},
    {LEDGER_projects,
     FIGURE_PROJECTS_START_RATE,
     FIGURE_PROJECTS_STARTED,
     FIGURE_PROJECTS_SIGNED,
     {FIGURE_PROJECTS_SIGNED, FIGURE_PROJECTS_STARTED, FIGURE_COUNT},
     FIGURE_COUNT,
     {FIGURE_PROJECTS_ACCELERATED, FIGURE_COUNT}},
};

enum { TOLD = sizeof(told) / sizeof(told[0]) };

/* Whose records are told. */
struct whose {
    const struct report *report;
    struct scope_key scope;
    struct arena *arena;
    size_t *longest; /* of the tables so far: its rows */
};

static bool
stands_in(const struct whose *whose, enum figure_id figure,
          const struct row *row)
{
    return (year_marks(whose->report->year, figures[figure].ledger, row) &
            MARK_OF(figure)) != 0;
}

/* What became of it and when: "逾期28天", "10月18日". */
static void
fill_state(const struct report *report, enum figure_id figure,
           const struct row *row, struct view *item)
{
    enum ledger_id ledger = figures[figure].ledger;
    const struct chapter *chapter = chapter_of(ledger);
    struct date day = figure_day(report, figure, row);
    const char *tone = "";

    if (chapter && figure == chapter->waiting)
        day = chapter->due_key ? ((const struct problem *)row)->due_on
                               : (struct date){0};
    if (ledger == LEDGER_projects && figure == FIGURE_PROJECTS_SIGNED)
        day = ((const struct project *)row)->plan_start_on;
    view_text(item, "STATE", day_words(report, day, item->arena));
    if (figure == FIGURE_PROBLEMS_OPEN && date_is_given(day)) {
        int64_t left =
            date_days(date_latest(day)) - date_days(report->year->cutoff);

        view_text(item, "STATE", days_left_words(report, left, item->arena));
        tone = days_left_tone(left);
    }
    view_text(item, "TONE", text_of(tone));
}

static void
fill_record(const struct report *report, enum figure_id figure,
            const struct row *row, struct view *item)
{
    enum ledger_id ledger = figures[figure].ledger;
    struct text *cells = record_words_cells(report, ledger, row, item->arena);
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

/* The group's rows that are, or are not, among those that come first. */
static size_t
fill_body(const struct whose *whose, const struct told *it,
          enum figure_id figure, enum figure_id among, struct view *group)
{
    size_t count, shown = 0;
    const struct row *const *rows =
        scope_rows(whose->report, whose->scope, figure, whose->arena, &count);
    struct view *body = NULL;
    bool has_first = figure == it->groups[0] && it->first != FIGURE_COUNT;

    for (size_t i = 0; i < count; i++) {
        bool is_first = has_first && stands_in(whose, it->first, rows[i]);

        if (is_first != (among != FIGURE_COUNT))
            continue;
        if (figure == FIGURE_PROJECTS_SIGNED &&
            stands_in(whose, FIGURE_PROJECTS_STARTED, rows[i]))
            continue;
        if (body == NULL) {
            body = view_item(group, "BODY");
            view_list(body, "MARK");
            if (among != FIGURE_COUNT)
                view_text(view_item(body, "MARK"), "ID", scope_anchor(among));
        }
        if (shown++ < list_most(whose->report, PLACE_ROWS_MOST))
            fill_record(whose->report, figure, rows[i],
                        view_item(body, "RECORD"));
    }
    return shown;
}

/* What is under way without a deadline has neither result nor day. */
static bool
has_states(enum figure_id figure)
{
    const struct chapter *chapter = chapter_of(figures[figure].ledger);

    return chapter == NULL || figure != chapter->waiting || chapter->due_key;
}

static void
fill_group_words(const struct whose *whose, enum figure_id figure, size_t count,
                 struct view *group)
{
    const struct report *report = whose->report;
    bool is_waiting = figure == FIGURE_PROJECTS_SIGNED;
    struct arena *arena = group->arena;

    view_text(group, "ID",
              is_waiting ? TEXT("projects-waiting") : scope_anchor(figure));
    view_text(group, "TITLE",
              is_waiting ? say(report->language, WORDING_PROJECTS_WAITING)
                         : figure_label(report, figure));
    view_count(group, "COUNT", (int64_t)count);
    view_flag(group, "HAS_STATES", has_states(figure));
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
    size_t count = 0;

    view_list(group, "BODY");
    if (figure == it->groups[0] && it->first != FIGURE_COUNT)
        count = fill_body(whose, it, figure, it->first, group);
    count += fill_body(whose, it, figure, FIGURE_COUNT, group);
    if (count == 0)
        return 0;
    if (count > *whose->longest)
        *whose->longest = count;
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
        fill_record(whose->report, figure, rows[i], view_item(item, "REF"));
}

static void
fill_ledger(const struct whose *whose, const struct told *it, struct view *view)
{
    const struct ledger_type *type = ledgers[it->ledger];
    struct view *ledger = view_new(view->arena, view->language);
    size_t all = 0;

    view_list(ledger, "GROUP");
    view_list(ledger, "SUBSET");
    for (size_t i = 0; i < GROUPS_MOST && it->groups[i] != FIGURE_COUNT; i++)
        all += fill_group(whose, it, it->groups[i], ledger);
    if (all == 0)
        return;
    for (size_t i = 0; i < SUBSETS_MOST && it->subsets[i] != FIGURE_COUNT; i++)
        fill_subset(whose, it, it->subsets[i], all, ledger);
    view_append(view, "LEDGER", ledger);
    view_text(ledger, "ID", text_of(type->name));
    view_text(ledger, "TITLE", ledger_title(type, view->language));
    view_count(ledger, "COUNT", (int64_t)all);
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

void
scope_file_fill(const struct report *report, enum scope_kind scope,
                uint32_t code, struct view *view)
{
    size_t longest = 0;
    struct whose whose = {report, {scope, code}, arena_new(), &longest};

    view_list(view, "STAT");
    view_list(view, "LEDGER");
    for (size_t i = 0; i < TOLD; i++) {
        if (!figure_has_list(report, told[i].entered) ||
            (scope == SCOPE_FIELD && told[i].ledger == LEDGER_projects))
            continue;
        fill_stat(&whose, &told[i], view);
        fill_ledger(&whose, &told[i], view);
    }
    /* A table of more than a screen keeps its heading in sight, which it
       cannot in columns. */
    view_flag(view, "IS_LONG", longest > LONG_ROWS);
    arena_free(whose.arena);
}

/* A record stands in the list of those that entered, or were carried over. */
void
scope_shared_fill(const struct report *report, uint32_t code, struct view *view)
{
    view_list(view, "SHARED");
    for (size_t i = 0; i < TOLD; i++) {
        const struct told *it = &told[i];
        size_t count;
        const struct partnership *found =
            joint_work_find(report->partners, code, it->ledger, &count);
        const struct ledger_type *type = ledgers[it->ledger];
        struct view *group;

        if (count == 0 || !figure_has_list(report, it->entered))
            continue;
        group = view_item(view, "SHARED");
        view_format(group, "ID", "shared-%s", type->name);
        view_text(group, "TITLE", ledger_title(type, view->language));
        view_count(group, "COUNT", (int64_t)count);
        view_list(group, "RECORD");
        for (size_t r = 0; r < count && r < list_most(report, PLACE_ROWS_MOST);
             r++) {
            bool has_entered =
                (year_marks(report->year, it->ledger, found[r].row) &
                 MARK_OF(it->entered)) != 0;
            struct view *item = view_item(group, "RECORD");
            struct text *cells = record_words_cells(report, it->ledger,
                                                    found[r].row, item->arena);

            fill_record(report, has_entered ? it->entered : it->subsets[1],
                        found[r].row, item);
            view_text(item, "STATE",
                      record_words_cell(it->ledger, cells, type->unit_key));
        }
    }
}
