#include "view/breakdown.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/cohorts.h"
#include "view/columns.h"
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

static size_t
column_count(const struct breakdown *breakdown)
{
    size_t first = table_first(breakdown->report, breakdown->table),
           end = first;

    while (tables[breakdown->table].columns[end])
        end++;
    return end - first;
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
    size_t first = table_first(breakdown->report, breakdown->table);
    size_t count = column_count(breakdown);
    struct text *cells = arena_take(arena, (count + 1) * sizeof(*cells));
    int64_t whole = whole_of(breakdown, row);

    for (size_t i = 0; i < count; i++)
        cells[i] = count_text(arena, row->values[first + i]);
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
    size_t first = table_first(breakdown->report, breakdown->table);
    size_t count = column_count(breakdown);
    struct text *heads = arena_take(arena, (count + 1) * sizeof(*heads));

    for (size_t i = 0; i < count; i++)
        heads[i] = table_column_title(
            report, tables[breakdown->table].columns[first + i], arena);
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
        .label = redact_text(breakdown->report->privacy, row->key, arena),
        .cells = breakdown_cells(breakdown, row, arena),
        .length = table_value(row, table, chapter->done_column),
        .whole = whole_of(breakdown, row),
    };
    size_t first = table_first(breakdown->report, table);
    size_t count = column_count(breakdown);
    struct text *places = arena_take(arena, (count + 1) * sizeof(*places));

    for (size_t i = 0; i < count; i++)
        places[i] =
            place_of_cell(breakdown->report, table, first + i, row, arena);
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
            table_column_title(report, chapter->done_column, arena)),
        say(report->language, breakdown->key)};

    table.heads = breakdown_heads(breakdown, &table.columns, arena);
    for (size_t i = 0; i < source->count; i++)
        rows[i] = breakdown_row(breakdown, &source->rows[i], arena);
    if (breakdown->is_sorted)
        qsort(rows, source->count, sizeof(*rows), compare_lengths);
    chart_bars(view, breakdown->name, &words, &table);
}

/* "8~30天"; the last class, open to the top, says that it must be acted on. */
static struct text
age_label(const struct report *report, size_t place, struct arena *arena)
{
    const struct table *ageing = &report->year->tables[TABLE_PROBLEMS_AGEING];
    struct text key = ageing->rows[place].key;
    size_t dash = text_find(key, TEXT("-"));

    return SAY(arena, report->language,
               dash == key.length ? WORDING_AGE_OVER : WORDING_AGE_DAYS,
               text_slice(key, 0, dash == key.length ? key.length - 1 : dash),
               text_from(key, dash + 1));
}

static void
fill_ageing(const struct report *report, const struct chapter *chapter,
            struct view *view)
{
    struct arena *arena = view->arena;
    const struct table *source;
    struct chart_row *rows;
    struct text heads[1];
    struct chart_title words = {"ageing", text_of(""),
                                say(report->language, WORDING_AGEING_SUBTITLE),
                                say(report->language, WORDING_AGE_LABEL)};

    view_list(view, "AGEING");
    if (chapter->ageing == TABLE_COUNT)
        return;
    source = &report->year->tables[chapter->ageing];
    rows = arena_take(arena, (source->count + 1) * sizeof(*rows));
    heads[0] = say(report->language, WORDING_COLUMN_OPEN);
    words.title = table_title(report, chapter->ageing);
    for (size_t i = 0; i < source->count; i++) {
        int64_t open = source->rows[i].values[0];
        struct text *cells = arena_take(arena, sizeof(*cells));

        cells[0] = count_text(arena, open);
        rows[i] = (struct chart_row){.label = age_label(report, i, arena),
                                     .cells = cells,
                                     .length = open,
                                     .is_alarm = i + 1 == source->count};
    }
    chart_bars(view, "AGEING", &words,
               &(struct chart_table){heads, 1, rows, source->count, 0, NULL});
}

void
breakdown_fill(const struct report *report, const struct chapter *chapter,
               struct view *view)
{
    fill_breakdown(&(struct breakdown){report, chapter, "BY_UNIT", "by-unit",
                                       chapter->by_unit, WORDING_UNIT,
                                       WORDING_NO_UNIT,
                                       WORDING_BY_UNIT_SUBTITLE, false, true},
                   view);
    fill_breakdown(&(struct breakdown){report, chapter, "BY_CATEGORY",
                                       "by-category", chapter->by_category,
                                       WORDING_CATEGORY, WORDING_NOT_GIVEN,
                                       WORDING_BY_CATEGORY_SUBTITLE, true,
                                       false},
                   view);
    fill_ageing(report, chapter, view);
    cohorts_fill(report, chapter, view);
}
