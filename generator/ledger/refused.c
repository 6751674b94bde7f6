#include "ledger/refused.h"

#include <stdlib.h>

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/checks.h"
#include "ledger/folders.h"
#include "ledger/identity.h"

static void
add(struct refused *refused, const struct export *export, uint64_t identity)
{
    if (refused->count == refused->room) {
        refused->room = refused->room > 0 ? 2 * refused->room : 16;
        refused->rows =
            must_grow(refused->rows, refused->room * sizeof(*refused->rows));
    }
    refused->rows[refused->count++] =
        (struct refused_row){identity, folder_rank(export)};
}

/* A field of a line whose quotes are in wrong places; empty when it is not
   certain to end before the first of them. */
static struct text
field_before_quotes(struct text line, char delimiter, size_t field)
{
    size_t start = 0;

    for (size_t at = 0; at < line.length && line.bytes[at] != '"'; at++) {
        if (line.bytes[at] != delimiter)
            continue;
        if (--field == 0)
            return text_slice(line, start, at - start);
        start = at + 1;
    }
    return text_of("");
}

void
refused_add(struct refused *refused, const struct row_reading *at)
{
    add(refused, at->export, identity_hash(at));
}

void
refused_add_record(struct refused *refused, const struct row_reading *at)
{
    const struct record *record = at->record;
    size_t field = at->id >= 0 ? at->export->field_of[at->id] : 0;
    struct cell cell = {.export = at->export, .scratch = at->scratch};
    struct text id;

    if (field == 0 || record->count == 0)
        return;
    cell.column = &at->type->columns[at->id];
    id = record->damage != UNDAMAGED
             ? field_before_quotes(record->cells[0], at->export->delimiter,
                                   field)
             : record->cells[field - 1];
    id = cell_clean(&cell, id, false);
    if (id.length > 0)
        add(refused, at->export, id_hash(id));
}

static int
compare(const void *a, const void *b)
{
    const struct refused_row *one = a, *other = b;

    if (one->identity != other->identity)
        return one->identity < other->identity ? -1 : 1;
    return (one->folder > other->folder) - (one->folder < other->folder);
}

void
refused_sort(struct refused *refused)
{
    if (refused->count > 0)
        qsort(refused->rows, refused->count, sizeof(*refused->rows), compare);
}

bool
refused_is_newer(const struct refused *refused, uint64_t identity, int folder)
{
    struct refused_row wanted = {identity, folder};
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
refused_free(struct refused *refused)
{
    free(refused->rows);
    *refused = (struct refused){0};
}
