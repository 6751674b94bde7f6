#include "view/unit_table.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/units.h"
#include "view/view.h"
#include "year/redact.h"

enum { UNITS_MOST = 30, COLUMNS_MOST = 6 };

/* Its columns: one of a table by unit, or one ÷ another of it. */
static const struct standing {
    enum table_id table;
    enum wording head;
    const char *part;
    const char *whole; /* NULL: the part alone */
} columns[COLUMNS_MOST] = {
    {TABLE_PROBLEMS_BY_UNIT, WORDING_STANDING_PROBLEMS, "solved", "raised"},
    {TABLE_PROBLEMS_BY_UNIT, WORDING_COLUMN_OPEN, "open", NULL},
    {TABLE_PROBLEMS_BY_UNIT, WORDING_COLUMN_OVERDUE, "overdue", NULL},
    {TABLE_SUGGESTIONS_BY_UNIT, WORDING_STANDING_SUGGESTIONS, "adopted",
     "submitted"},
    {TABLE_REPORTS_BY_UNIT, WORDING_STANDING_REPORTS, "converted", "submitted"},
    {TABLE_PROJECTS_BY_UNIT, WORDING_STANDING_PROJECTS, "started", "signed"},
};

static bool
has_table(const struct report *report, enum table_id table)
{
    for (size_t i = units_table(report, 0); i < TABLE_COUNT;
         i = units_table(report, i + 1))
        if (i == (size_t)table)
            return true;
    return false;
}

/* What was carried over had to be done as well. */
static int64_t
whole_of(const struct standing *column, const struct table_row *row)
{
    return table_value(row, column->table, "carried") +
           table_value(row, column->table, column->whole);
}

static struct text
cell_text(const struct standing *column, const struct table_row *row,
          struct arena *arena)
{
    if (row == NULL)
        return text_of("—");
    if (column->whole == NULL)
        return count_text(arena, table_value(row, column->table, column->part));
    return text_format(arena, "%lld/%lld",
                       (long long)table_value(row, column->table, column->part),
                       (long long)whole_of(column, row));
}

/* The bar is that of the first column. */
static struct chart_row
standing_row(const struct report *report, const struct unit_shown *unit,
             size_t place, struct arena *arena)
{
    struct text *cells = arena_take(arena, COLUMNS_MOST * sizeof(*cells));
    struct chart_row line = {
        .label = redact_text(report->privacy, unit->name, arena),
        .stem = text_format(arena, "unit-%zu", place),
        .cells = cells,
    };
    size_t count = 0;

    for (size_t c = 0; c < COLUMNS_MOST; c++) {
        const struct standing *column = &columns[c];
        const struct table_row *row;

        if (!has_table(report, column->table))
            continue;
        row = units_row(report, column->table, unit->code);
        if (count == 0 && row) {
            line.length = table_value(row, column->table, column->part);
            line.whole = whole_of(column, row);
        }
        cells[count++] = cell_text(column, row, arena);
    }
    return line;
}

static size_t
standing_heads(const struct report *report, struct text *heads)
{
    size_t count = 0;

    for (size_t c = 0; c < COLUMNS_MOST; c++)
        if (has_table(report, columns[c].table))
            heads[count++] = say(report->language, columns[c].head);
    return count;
}

void
unit_table_fill(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    size_t units_count;
    const struct unit_shown *units = units_shown(report, arena, &units_count);
    size_t count = units_count < UNITS_MOST ? units_count : UNITS_MOST;
    struct text heads[COLUMNS_MOST];
    struct chart_row rows[UNITS_MOST];
    const struct chart_title words = {
        "standings", say(report->language, WORDING_STANDINGS),
        SAY(arena, report->language, WORDING_STANDINGS_SUBTITLE,
            date_words(arena, report->language, report->year->cutoff)),
        say(report->language, WORDING_UNIT)};

    for (size_t i = 0; i < count; i++)
        rows[i] = standing_row(report, &units[i], i + 1, arena);
    chart_bars(view, "STANDINGS", &words,
               &(struct chart_table){heads, standing_heads(report, heads), rows,
                                     count, 0});
    view_list(view, "STANDINGS_CUT");
    if (units_count > UNITS_MOST)
        view_text(view_item(view, "STANDINGS_CUT"), "TEXT",
                  SAY(arena, report->language, WORDING_STANDINGS_CUT,
                      count_text(arena, UNITS_MOST),
                      count_text(arena, (int64_t)units_count)));
}
