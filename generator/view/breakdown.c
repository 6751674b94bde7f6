#include "view/breakdown.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/units.h"
#include "view/view.h"

struct text
table_column_title(const struct report *report, const char *column,
                   struct arena *arena)
{
    struct text name = text_format(arena, "COLUMN_%s", column);
    struct text said = text_of(column);

    for (size_t i = 0; i < name.length; i++)
        ((char *)name.bytes)[i] = (char)toupper((unsigned char)name.bytes[i]);
    say_named(report->language, name, &said);
    return said;
}

int
table_column(enum table_id table, const char *column)
{
    for (int i = 0; i < TABLE_COLUMNS_MOST && tables[table].columns[i]; i++)
        if (strcmp(tables[table].columns[i], column) == 0)
            return i;
    return -1;
}

static size_t
column_count(enum table_id table)
{
    size_t count = 0;

    while (count < TABLE_COLUMNS_MOST && tables[table].columns[count])
        count++;
    return count;
}

struct text
count_text(struct arena *arena, int64_t count)
{
    return text_format(arena, "%lld", (long long)count);
}

int64_t
table_value(const struct table_row *row, enum table_id table,
            const char *column)
{
    int at = table_column(table, column);

    return at < 0 ? 0 : row->values[at];
}

struct text
table_title(const struct report *report, enum table_id table)
{
    return text_of(tables[table].title[report->language]);
}

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

static const struct text *
breakdown_cells(const struct breakdown *breakdown, const struct table_row *row,
                int64_t total, struct arena *arena)
{
    size_t columns = column_count(breakdown->table);
    struct text *cells = arena_take(arena, (columns + 2) * sizeof(*cells));
    int64_t entered =
        table_value(row, breakdown->table, breakdown->chapter->entered_column);
    int64_t done =
        table_value(row, breakdown->table, breakdown->chapter->done_column);
    int64_t dropped = table_value(row, breakdown->table, "dropped");

    for (size_t i = 0; i < columns; i++)
        cells[i] = count_text(arena, row->values[i]);
    cells[columns] = percent_text(arena, done, entered - dropped);
    cells[columns + 1] = percent_text(arena, entered, total);
    return cells;
}

static const struct text *
breakdown_heads(const struct breakdown *breakdown, struct arena *arena)
{
    const struct report *report = breakdown->report;
    size_t columns = column_count(breakdown->table);
    struct text *heads = arena_take(arena, (columns + 2) * sizeof(*heads));
    const struct text details[4] = {
        figure_label(report, breakdown->chapter->rate)};

    for (size_t i = 0; i < columns; i++)
        heads[i] = table_column_title(
            report, tables[breakdown->table].columns[i], arena);
    heads[columns] =
        say_with(arena, report->language, WORDING_RATE_HEAD, details);
    heads[columns + 1] = say(report->language, WORDING_COLUMN_SHARE);
    return heads;
}

static struct chart_row
breakdown_row(const struct breakdown *breakdown, const struct table_row *row,
              int64_t total, struct arena *arena)
{
    const struct chapter *chapter = breakdown->chapter;
    enum table_id table = breakdown->table;
    struct chart_row line = {
        .label = row->key,
        .cells = breakdown_cells(breakdown, row, total, arena),
        .length = table_value(row, table, chapter->done_column),
        .whole = table_value(row, table, chapter->entered_column),
    };

    if (row->key.length == 0)
        line.label = say(breakdown->report->language, breakdown->none);
    if (breakdown->has_pages)
        line.stem = unit_file(breakdown->report, row->code, arena);
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
    int64_t total = report->year->figures[chapter->entered].numerator;
    const struct text details[4] = {
        table_column_title(report, chapter->entered_column, arena),
        table_column_title(report, chapter->done_column, arena)};
    struct chart_table table = {breakdown_heads(breakdown, arena),
                                column_count(breakdown->table) + 2, rows,
                                source->count};
    struct chart_title words = {
        breakdown->id, table_title(report, breakdown->table),
        say_with(arena, report->language, breakdown->subtitle, details),
        say(report->language, breakdown->key)};

    for (size_t i = 0; i < source->count; i++)
        rows[i] = breakdown_row(breakdown, &source->rows[i], total, arena);
    if (breakdown->is_sorted)
        qsort(rows, source->count, sizeof(*rows), compare_lengths);
    chart_bars(view, breakdown->name, &words, &table);
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
        const struct text details[4] = {source->rows[i].key};
        int64_t open = source->rows[i].values[0];
        struct text *cells = arena_take(arena, sizeof(*cells));

        cells[0] = count_text(arena, open);
        rows[i] =
            (struct chart_row){.label = say_with(arena, report->language,
                                                 WORDING_AGE_DAYS, details),
                               .cells = cells,
                               .length = open,
                               .is_alarm = i + 1 == source->count};
    }
    chart_bars(view, "AGEING", &words,
               &(struct chart_table){heads, 1, rows, source->count});
}

static const struct text *
cohort_heads(const struct report *report, size_t months, struct arena *arena)
{
    struct text *heads = arena_take(arena, (months + 2) * sizeof(*heads));

    heads[0] = say(report->language, WORDING_COHORT_TOTAL);
    for (size_t i = 0; i < months; i++) {
        const struct text details[4] = {count_text(arena, (int64_t)i)};

        heads[i + 1] = i == 0 ? say(report->language, WORDING_COHORT_WITHIN_0)
                              : say_with(arena, report->language,
                                         WORDING_COHORT_WITHIN_N, details);
    }
    heads[months + 1] = say(report->language, WORDING_MEDIAN_DAYS);
    return heads;
}

static const struct text *
cohort_cells(const struct cohort_row *row, size_t months, struct arena *arena)
{
    struct text *cells = arena_take(arena, (months + 2) * sizeof(*cells));

    cells[0] = count_text(arena, row->total);
    for (size_t i = 0; i < row->months && i < months; i++)
        cells[i + 1] = count_text(arena, row->within[i]);
    cells[months + 1] = row->median_numerator < 0
                            ? text_of("—")
                            : decimal_text(arena, row->median_numerator, 2, 1);
    return cells;
}

static void
fill_cohort(const struct report *report, const struct chapter *chapter,
            struct view *view)
{
    struct arena *arena = view->arena;
    const struct cohort *cohort = &report->year->cohorts[chapter->cohort];
    struct chart_row rows[12];
    struct chart_table table = {.rows = rows, .count = cohort->count};
    size_t months = 0;
    const struct chart_title words = {
        "cohort", say(report->language, chapter->cohort_title),
        say(report->language, WORDING_COHORT_SUBTITLE),
        say(report->language, WORDING_COHORT_MONTH)};

    for (size_t i = 0; i < cohort->count; i++)
        if (cohort->rows[i].months > months)
            months = cohort->rows[i].months;
    for (size_t i = 0; i < cohort->count; i++)
        rows[i] = (struct chart_row){
            .label = month_text(arena, cohort->rows[i].month),
            .cells = cohort_cells(&cohort->rows[i], months, arena)};
    table.heads = cohort_heads(report, months, arena);
    table.columns = months + 2;
    chart_grid(view, "COHORT", &words, &table);
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
    fill_cohort(report, chapter, view);
}
