#include "ledger/month_folders.h"

#include <limits.h>
#include <stdlib.h>

#include "base/arena.h"
#include "ledger/book.h"

int
folder_rank(const struct export *export)
{
    int number = export->source.folder.number;

    return number != 0 ? number : INT_MAX;
}

static int
by_folder(const void *a, const void *b)
{
    const struct export_rows *x = a, *y = b;

    if (x->folder != y->folder)
        return x->folder < y->folder ? 1 : -1;
    return x->export_index < y->export_index ? -1 : 1;
}

struct export_rows *
export_rows_new(const struct book *book, int ledger, size_t *count)
{
    struct export_rows *list =
        must_grow(NULL, (book->export_count + 1) * sizeof(*list));

    *count = 0;
    for (size_t i = 0; i < book->export_count; i++) {
        const struct export *export = &book->exports[i];

        if (export->ledger == ledger)
            list[(*count)++] = (struct export_rows){
                i, export->first_row, export->row_count, folder_rank(export)};
    }
    qsort(list, *count, sizeof(*list), by_folder);
    return list;
}
