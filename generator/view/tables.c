#include "base/arena.h"
#include "base/wording.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/chart.h"
#include "view/cohorts.h"
#include "view/pagination.h"
#include "view/returns.h"
#include "view/units.h"
#include "view/view.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

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

/* In a table of some length a column of zeros says nothing. */
static bool
is_column_shown(const struct report *report, enum table_id table, size_t column)
{
    const char *key = tables[table].columns[column];
    const struct table *source = &report->year->tables[table];
    int64_t total = 0;

    if (!figure_is_shown(report, column_figure(table, key)))
        return false;
    for (size_t i = 0; i < source->count; i++)
        total += source->rows[i].values[column];
    return total != 0 ||
           (strcmp(key, "carried") != 0 && source->count < CHART_ROWS_HOLLOW);
}

size_t
table_columns(const struct report *report, enum table_id table,
              size_t columns[TABLE_COLUMNS_MOST])
{
    size_t count = 0;

    for (size_t c = 0; c < TABLE_COLUMNS_MOST && tables[table].columns[c]; c++)
        if (is_column_shown(report, table, c))
            columns[count++] = c;
    return count;
}

/* The column's place in the table, or -1. */
static int
column_place(enum table_id table, const char *column)
{
    for (int i = 0; i < TABLE_COLUMNS_MOST && tables[table].columns[i]; i++)
        if (strcmp(tables[table].columns[i], column) == 0)
            return i;
    return -1;
}

struct text
count_text(struct arena *arena, int64_t count)
{
    enum { MOST_DIGITS = 20 };
    char *bytes = arena_take(arena, MOST_DIGITS);
    char *end = bytes + MOST_DIGITS, *at = end;
    uint64_t rest = count < 0 ? -(uint64_t)count : (uint64_t)count;

    do
        *--at = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (count < 0)
        *--at = '-';
    return (struct text){at, (size_t)(end - at)};
}

int64_t
table_value(const struct table_row *row, enum table_id table,
            const char *column)
{
    int at = column_place(table, column);

    return at < 0 ? 0 : row->values[at];
}

struct text
table_title(const struct report *report, enum table_id table)
{
    return text_of(tables[table].title[report->language]);
}

/* "10月" or "Oct" for the key "2025-10". */
struct text
chapter_tick(const struct report *report, struct text key)
{
    struct month month;

    if (!month_parse(key, &month))
        return key;
    return say(report->language, (enum wording)(WORDING_SHORT_MONTH_01 +
                                                month_in_year(month) - 1));
}
