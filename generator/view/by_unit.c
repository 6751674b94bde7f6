#include "view/by_unit.h"

#include <string.h>

#include "base/arena.h"
#include "view/cadre_list.h"
#include "view/pagination.h"
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
    struct grouped lists[SCOPE_FIELD + 1][FIGURE_COUNT];
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

static const struct column *
column_of(enum ledger_id ledger, enum scope_kind scope)
{
    const struct ledger_type *type = ledgers[ledger];
    const char *key = scope == SCOPE_UNIT ? type->unit_key : "category";
    int column = key ? column_index(type, key) : -1;

    return column < 0 ? NULL : &type->columns[column];
}

static uint32_t
code_of(const struct column *column, enum scope_kind scope,
        const struct row *row)
{
    return scope == SCOPE_UNIT ? row_unit(column, row)->code
                               : row_category(column, row)->code;
}

/* A counting sort by the code, which is 0 for none. */
static struct grouped
group(const struct report *report, enum scope_kind scope, enum figure_id figure,
      struct arena *arena)
{
    const struct column *column = column_of(figures[figure].ledger, scope);
    const struct list_rows *list = list_rows(report, figure);
    size_t codes =
        intern_count(scope == SCOPE_UNIT ? report->book->units
                                         : report->book->categories) +
        1;
    size_t *ends = arena_take(arena, (codes + 1) * sizeof(*ends));
    struct grouped grouped = {
        arena_take(arena, (list->count + 1) * sizeof(*list->rows)), ends};

    for (size_t i = 0; column && i < list->count; i++)
        ends[code_of(column, scope, list->rows[i]) + 1]++;
    for (size_t i = 1; i <= codes; i++)
        ends[i] += ends[i - 1];
    for (size_t i = 0; column && i < list->count; i++)
        grouped.rows[ends[code_of(column, scope, list->rows[i])]++] =
            list->rows[i];
    memmove(ends + 1, ends, codes * sizeof(*ends));
    ends[0] = 0;
    return grouped;
}

/* The deeds of one cadre that the figure counts, the latest first. */
static const struct row *const *
deed_rows(const struct report *report, size_t place, enum figure_id figure,
          struct arena *arena, size_t *count)
{
    const struct achievement *it =
        &report->kept.roster->achievements->cadres[place];
    const struct row **rows =
        arena_take(arena, (it->deed_count + 1) * sizeof(*rows));

    *count = 0;
    for (size_t i = it->deed_count; i-- > 0;) {
        const struct deed *deed = &it->deeds[i];

        if (figures[figure].ledger == deed->ledger &&
            (year_marks(report->year, deed->ledger, deed->row) &
             MARK_OF(figure)))
            rows[(*count)++] = deed->row;
    }
    return rows;
}

const struct row *const *
scope_rows(const struct report *report, struct scope_key scope,
           enum figure_id figure, struct arena *arena, size_t *count)
{
    struct by_unit *lists = report->kept.by_unit;
    struct grouped once = {NULL, NULL};
    struct grouped *list = &once;

    if (scope.kind == SCOPE_CADRE)
        return deed_rows(report, scope.code, figure, arena, count);
    if (lists)
        list = &lists->lists[scope.kind][figure];
    if (list->starts == NULL)
        *list = group(report, scope.kind, figure, lists ? lists->arena : arena);
    *count = list->starts[scope.code + 1] - list->starts[scope.code];
    return list->rows + list->starts[scope.code];
}
