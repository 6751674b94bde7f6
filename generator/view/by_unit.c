#include "view/by_unit.h"

#include <string.h>

#include "base/arena.h"
#include "view/report.h"
#include "year/year.h"

/* The rows of a list by the unit they count for: those of code c begin at
   starts[c] and end at starts[c + 1]. */
struct grouped {
    const struct row **rows;
    size_t *starts;
};

struct by_unit {
    struct arena *arena;
    struct grouped lists[FIGURE_COUNT];
};

struct by_unit *
by_unit_new(void)
{
    struct arena *arena = arena_new();
    struct by_unit *lists = ARENA_NEW(arena, struct by_unit);

    lists->arena = arena;
    return lists;
}

void
by_unit_free(struct by_unit *lists)
{
    arena_free(lists->arena);
}

/* A counting sort by the code of the lead unit, which is 0 for none. */
static struct grouped
group(const struct report *report, enum figure_id figure, struct arena *arena)
{
    const struct ledger_type *type = ledgers[figures[figure].ledger];
    const struct column *column =
        &type->columns[column_index(type, type->unit_key)];
    size_t codes = intern_count(report->book->units) + 1, count;
    const struct row **rows = year_list(report->year, figure, arena, &count);
    size_t *ends = arena_take(arena, (codes + 1) * sizeof(*ends));
    struct grouped grouped = {arena_take(arena, (count + 1) * sizeof(*rows)),
                              ends};

    for (size_t i = 0; i < count; i++)
        ends[row_unit(column, rows[i])->code + 1]++;
    for (size_t i = 1; i <= codes; i++)
        ends[i] += ends[i - 1];
    for (size_t i = 0; i < count; i++)
        grouped.rows[ends[row_unit(column, rows[i])->code]++] = rows[i];
    memmove(ends + 1, ends, codes * sizeof(*ends));
    ends[0] = 0;
    return grouped;
}

const struct row *const *
by_unit_rows(const struct report *report, enum figure_id figure, uint32_t code,
             struct arena *arena, size_t *count)
{
    struct by_unit *lists = report->kept.by_unit;
    struct grouped once = {NULL, NULL};
    struct grouped *list = lists ? &lists->lists[figure] : &once;

    if (list->starts == NULL)
        *list = group(report, figure, lists ? lists->arena : arena);
    *count = list->starts[code + 1] - list->starts[code];
    return list->rows + list->starts[code];
}
