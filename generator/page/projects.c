/*
 * 重点项目: signed, started, sped up, invested; and which of those signed
 * should have started by now.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "ledger/campaign.h"
#include "page/frame.h"
#include "page/list.h"
#include "page/pages.h"
#include "page/topics.h"
#include "view/anchors.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/pagination.h"
#include "view/places.h"
#include "view/record_words.h"
#include "view/units.h"
#include "year/redact.h"

static const enum figure_id cards[] = {FIGURE_PROJECTS_SIGNED,
                                       FIGURE_PROJECTS_STARTED,
                                       FIGURE_PROJECTS_START_RATE,
                                       FIGURE_PROJECTS_ACCELERATED,
                                       FIGURE_PROJECTS_INVEST_WAN,
                                       FIGURE_PROJECTS_DONE_WAN,
                                       FIGURE_COUNT};

enum { BEHIND_MOST = 200 };

/* A unit's projects: its columns, and behind them the share started. */
static struct chart_row
unit_row(const struct report *report, const struct table_row *row,
         const size_t *columns, size_t count, struct arena *arena)
{
    const enum table_id id = TABLE_PROJECTS_BY_UNIT;
    struct text *cells = arena_take(arena, (count + 1) * sizeof(*cells));
    struct text *places = arena_take(arena, (count + 1) * sizeof(*places));
    int64_t started = table_value(row, id, "started");
    int64_t signed_up = table_value(row, id, "signed");

    for (size_t c = 0; c < count; c++) {
        cells[c] = count_text(arena, row->values[columns[c]]);
        places[c] = place_of_cell(report, id, columns[c], row, arena);
    }
    cells[count] = percent_text(arena, started, signed_up);
    return (struct chart_row){
        .label = row->key.length == 0
                     ? say(report->language, WORDING_NO_UNIT)
                     : unit_said(report,
                                 redact_text(report->privacy, row->key, arena)),
        .stem = unit_file(report, row->code, arena),
        .cells = cells,
        .places = places,
        .length = started,
        .whole = signed_up};
}

static void
fill_by_unit(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    const enum table_id id = TABLE_PROJECTS_BY_UNIT;
    const struct table *source = &report->year->tables[id];
    bool has_rate = figure_is_shown(report, FIGURE_PROJECTS_START_RATE);
    size_t columns[TABLE_COLUMNS_MOST];
    size_t count = table_columns(report, id, columns);
    struct text heads[TABLE_COLUMNS_MOST + 1];
    struct chart_row *rows =
        arena_take(arena, (source->count + 1) * sizeof(*rows));
    struct chart_table table = {heads,
                                count + has_rate,
                                rows,
                                source->count,
                                list_most(report, CHART_ROWS_MOST),
                                tables[id].id};
    const struct chart_title words = {
        "by-unit", table_title(report, id),
        SAY(arena, report->language,
            has_rate ? WORDING_PROJECTS_BY_UNIT_SUBTITLE
                     : WORDING_PROJECTS_BY_UNIT_SIGNED,
            date_words(arena, report->language, report->year->cutoff)),
        say(report->language, WORDING_UNIT)};

    for (size_t c = 0; c < count; c++)
        heads[c] =
            table_column_title(report, tables[id].columns[columns[c]], arena);
    heads[count] = SAY(arena, report->language, WORDING_RATE_HEAD,
                       figure_label(report, FIGURE_PROJECTS_START_RATE));
    for (size_t i = 0; i < source->count; i++)
        rows[i] = unit_row(report, &source->rows[i], columns, count, arena);
    chart_bars(view, "BY_UNIT", &words, &table);
}

/* A project that should have started, and its place in the list of those
   signed. */
struct behind {
    struct date planned_on;
    size_t index;
};

static int
by_plan(const void *a, const void *b)
{
    const struct behind *x = a, *y = b;
    int order = date_compare(x->planned_on, y->planned_on);

    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static bool
is_waiting(const struct report *report, const struct project *project)
{
    return !date_is_by(project->started_on, report->year->cutoff);
}

static bool
is_behind(const struct report *report, const struct project *project)
{
    return date_is_given(project->plan_start_on) &&
           date_is_by(project->plan_start_on, report->year->cutoff) &&
           is_waiting(report, project);
}

/* What is said when none is behind: all of them that wait have a plan; or of
   how many nothing is known. */
static void
fill_calm(const struct report *report, size_t behind, size_t unplanned,
          struct view *view)
{
    view_list(view, "CALM");
    view_list(view, "UNPLANNED");
    if (behind == 0 && unplanned == 0)
        view_text(view_item(view, "CALM"), "TEXT",
                  say(report->language, WORDING_PROJECTS_BEHIND_NONE));
    if (unplanned > 0)
        view_text(view_item(view, "UNPLANNED"), "TEXT",
                  SAY(view->arena, report->language, WORDING_PROJECTS_UNPLANNED,
                      count_text(view->arena, (int64_t)unplanned)));
}

static void
fill_project(const struct report *report, const struct list_rows *signed_rows,
             const struct behind *behind, struct view *item)
{
    const struct row *row = signed_rows->rows[behind->index];
    const struct text *cells =
        record_words_cells(report, LEDGER_projects, row, item->arena);
    struct date cutoff = report->year->cutoff;
    size_t page = list_page_of(report, FIGURE_PROJECTS_SIGNED, row);

    view_brief(item, "NAME",
               record_words_cell(LEDGER_projects, cells, "title"));
    view_text(item, "UNIT", record_words_cell(LEDGER_projects, cells, "unit"));
    view_text(item, "PLANNED_ON", date_text(item->arena, behind->planned_on));
    view_text(item, "ANCHOR",
              list_anchor(report, LEDGER_projects, row, item->arena));
    link_fill(item, list_stem(FIGURE_PROJECTS_SIGNED, page, item->arena));
    if (date_has_day(behind->planned_on))
        view_count(item, "DAYS",
                   date_days(cutoff) - date_days(behind->planned_on));
    else
        view_text(item, "DAYS", text_of("—"));
}

static void
fill_behind(const struct report *report, struct view *view)
{
    const struct list_rows *all = list_rows(report, FIGURE_PROJECTS_SIGNED);
    struct behind *found =
        arena_take(view->arena, (all->count + 1) * sizeof(*found));
    size_t count = 0, unplanned = 0;

    for (size_t i = 0; i < all->count; i++) {
        const struct project *it = (const struct project *)all->rows[i];

        unplanned +=
            is_waiting(report, it) && !date_is_given(it->plan_start_on);
        if (is_behind(report, it))
            found[count++] = (struct behind){it->plan_start_on, i};
    }
    qsort(found, count, sizeof(*found), by_plan);
    view_text(view, "BEHIND_SUBTITLE",
              record_words_say(report, WORDING_PROJECTS_BEHIND_SUBTITLE,
                               date_words(view->arena, report->language,
                                          report->year->cutoff),
                               view->arena));
    view_text(view, "BEHIND_COUNT",
              record_words_say(report, WORDING_PROJECTS_BEHIND_COUNT,
                               count_text(view->arena, (int64_t)count),
                               view->arena));
    view_text(view, "BEHIND_CUT",
              record_words_say(report, WORDING_PROJECTS_BEHIND_CUT,
                               count_text(view->arena, BEHIND_MOST),
                               view->arena));
    view_flag(view, "IS_CUT", count > BEHIND_MOST);
    fill_calm(report, count, unplanned, view);
    view_flag(view, "IS_BEHIND", count > 0);
    view_flag(view, "IS_TALL", count > CHART_ROWS_TALL);
    view_list(view, "BEHIND");
    for (size_t i = 0; i < count && i < BEHIND_MOST; i++)
        fill_project(report, all, &found[i], view_item(view, "BEHIND"));
}

static bool
is_wanted(const struct report *report)
{
    return figure_is_shown(report, FIGURE_PROJECTS_SIGNED);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    cards_fill(report, cards, view);
    topics_finding(report, "projects", view);
    fill_behind(report, view);
    fill_by_unit(report, view);
}

const struct page projects_page = {
    .name = "projects",
    .title = WORDING_PAGE_PROJECTS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
