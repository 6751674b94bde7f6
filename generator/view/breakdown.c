#include "view/breakdown.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "view/ageing.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/chart.h"
#include "view/cohorts.h"
#include "view/fields.h"
#include "view/pagination.h"
#include "view/places.h"
#include "view/units.h"
#include "view/view.h"
#include "year/redact.h"

/* Which table of bars is being made. */
struct breakdown {
    const struct report *report;
    const struct chapter *chapter;
    const char *name; /* of the list in the view */
    const char *id;
    enum table_id table;
    enum wording key;
    enum wording none; /* the label of the row without key */
    enum wording subtitle;
    bool is_sorted; /* by number, else as the table has them */
    bool has_pages; /* of units */
};

static int
compare_lengths(const void *a, const void *b)
{
    const struct chart_row *one = a;
    const struct chart_row *other = b;

    if (one->whole != other->whole)
        return one->whole < other->whole ? 1 : -1;
    return text_compare(one->label, other->label);
}

/* What there was to be done: carried over and entered. */
static int64_t
whole_of(const struct breakdown *breakdown, const struct table_row *row)
{
    return table_value(row, breakdown->table, "carried") +
           table_value(row, breakdown->table,
                       breakdown->chapter->entered_column);
}

static const struct text *
breakdown_cells(const struct breakdown *breakdown, const struct table_row *row,
                struct arena *arena)
{
    enum table_id table = breakdown->table;
    size_t columns[TABLE_COLUMNS_MOST];
    size_t count = table_columns(breakdown->report, table, columns);
    struct text *cells = arena_take(arena, (count + 1) * sizeof(*cells));
    int64_t whole = whole_of(breakdown, row);

    for (size_t i = 0; i < count; i++)
        cells[i] = count_text(arena, row->values[columns[i]]);
    cells[count] = percent_text(
        arena, table_value(row, table, breakdown->chapter->done_column),
        whole - table_value(row, table, "dropped"));
    return cells;
}

static const struct text *
breakdown_heads(const struct breakdown *breakdown, size_t *head_count,
                struct arena *arena)
{
    const struct report *report = breakdown->report;
    size_t columns[TABLE_COLUMNS_MOST];
    size_t count = table_columns(report, breakdown->table, columns);
    struct text *heads = arena_take(arena, (count + 1) * sizeof(*heads));

    for (size_t i = 0; i < count; i++)
        heads[i] = table_column_title(
            report, tables[breakdown->table].columns[columns[i]], arena);
    heads[count] = SAY(arena, report->language, WORDING_RATE_HEAD,
                       figure_label(report, breakdown->chapter->rate));
    *head_count = count + 1;
    return heads;
}

static struct chart_row
breakdown_row(const struct breakdown *breakdown, const struct table_row *row,
              struct arena *arena)
{
    const struct chapter *chapter = breakdown->chapter;
    enum table_id table = breakdown->table;
    struct chart_row line = {
        .label =
            unit_said(breakdown->report,
                      redact_text(breakdown->report->privacy, row->key, arena)),
        .cells = breakdown_cells(breakdown, row, arena),
        .length = table_value(row, table, chapter->done_column),
        .whole = whole_of(breakdown, row),
    };
    size_t columns[TABLE_COLUMNS_MOST];
    size_t count = table_columns(breakdown->report, table, columns);
    struct text *places = arena_take(arena, (count + 1) * sizeof(*places));

    for (size_t i = 0; i < count; i++)
        places[i] =
            place_of_cell(breakdown->report, table, columns[i], row, arena);
    line.places = places;
    if (row->key.length == 0)
        line.label = say(breakdown->report->language, breakdown->none);
    line.stem = breakdown->has_pages
                    ? unit_file(breakdown->report, row->code, arena)
                    : field_file(breakdown->report, row->code, arena);
    return line;
}

static void
fill_breakdown(const struct breakdown *breakdown, struct view *view)
{
    struct arena *arena = view->arena;
    const struct report *report = breakdown->report;
    const struct chapter *chapter = breakdown->chapter;
    const struct table *source = &report->year->tables[breakdown->table];
    struct chart_row *rows =
        arena_take(arena, (source->count + 1) * sizeof(*rows));
    struct chart_table table = {.counts = tables[breakdown->table].id,
                                .rows = rows,
                                .count = source->count,
                                .most = list_most(report, CHART_ROWS_MOST)};
    struct chart_title words = {
        breakdown->id, table_title(report, breakdown->table),
        SAY(arena, report->language, breakdown->subtitle,
            table_column_title(report, chapter->entered_column, arena),
            table_column_title(report, chapter->done_column, arena),
            chapter_carried(report, chapter, WORDING_CARRIED_TOO)),
        say(report->language, breakdown->key)};

    table.heads = breakdown_heads(breakdown, &table.columns, arena);
    for (size_t i = 0; i < source->count; i++)
        rows[i] = breakdown_row(breakdown, &source->rows[i], arena);
    if (breakdown->is_sorted)
        qsort(rows, source->count, sizeof(*rows), compare_lengths);
    chart_bars(view, breakdown->name, &words, &table);
}

void
breakdown_fill(const struct report *report, const struct chapter *chapter,
               struct view *view)
{
    view_list(view, "BY_UNIT");
    if (!report->is_one_file) /* whose part of all units has it */
        fill_breakdown(
            &(struct breakdown){report, chapter, "BY_UNIT", "by-unit",
                                chapter->by_unit, WORDING_UNIT, WORDING_NO_UNIT,
                                WORDING_BY_UNIT_SUBTITLE, false, true},
            view);
    fill_breakdown(&(struct breakdown){report, chapter, "BY_CATEGORY",
                                       "by-category", chapter->by_category,
                                       WORDING_CATEGORY, WORDING_NOT_GIVEN,
                                       WORDING_BY_CATEGORY_SUBTITLE, true,
                                       false},
                   view);
    ageing_fill(report, chapter, view);
    cohorts_fill(report, chapter, view);
}
