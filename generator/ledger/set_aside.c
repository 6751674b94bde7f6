#include "ledger/set_aside.h"

#include <stdlib.h>

#include "base/array.h"

void
set_aside_add(struct set_aside *refused, uint64_t identity, int folder)
{
    *ARRAY_ADD(NULL, refused->rows, refused->count, refused->room) =
        (struct set_aside_row){identity, folder};
}

static int
compare(const void *a, const void *b)
{
    const struct set_aside_row *one = a, *other = b;

    if (one->identity != other->identity)
        return one->identity < other->identity ? -1 : 1;
    return (one->folder > other->folder) - (one->folder < other->folder);
}

void
set_aside_sort(struct set_aside *refused)
{
    if (refused->count > 0)
        qsort(refused->rows, refused->count, sizeof(*refused->rows), compare);
}

bool
set_aside_is_newer(const struct set_aside *refused, uint64_t identity,
                   int folder)
{
    struct set_aside_row wanted = {identity, folder};
    size_t first = 0, end = refused->count;

    while (first < end) { /* the first row behind the wanted one */
        size_t middle = first + (end - first) / 2;

        if (compare(&refused->rows[middle], &wanted) > 0)
            end = middle;
        else
            first = middle + 1;
    }
    return first < refused->count && refused->rows[first].identity == identity;
}

void
set_aside_free(struct set_aside *refused)
{
    free(refused->rows);
    *refused = (struct set_aside){0};
}
