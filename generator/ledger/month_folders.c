#include "ledger/month_folders.h"

#include <limits.h>
#include <stdlib.h>

#include "base/arena.h"
#include "ledger/book.h"

int
month_folder_rank(const struct input_file *export)
{
    int number = export->source.folder.number;

    return number != 0 ? number : INT_MAX;
}

int
month_folder_order(const struct input_file *export)
{
    int number = export->source.folder.number;

    return number != 0 ? number * FOLDERS_OF_MONTH + export->source.folder_step
                       : INT_MAX;
}

static int
by_folder(const void *a, const void *b)
{
    const struct input_file_rows *x = a, *y = b;

    if (x->folder != y->folder)
        return x->folder < y->folder ? -1 : 1;
    return x->file_index < y->file_index ? -1 : 1;
}

struct input_file_rows *
input_file_rows_new(const struct book *book, int ledger, size_t *count)
{
    struct input_file_rows *list =
        must_grow(NULL, (book->file_count + 1) * sizeof(*list));

    *count = 0;
    for (size_t i = 0; i < book->file_count; i++) {
        const struct input_file *export = &book->files[i];

        if (export->ledger == ledger)
            list[(*count)++] = (struct input_file_rows){
                i, export->first_row, export->row_count,
                month_folder_order(export)};
    }
    qsort(list, *count, sizeof(*list), by_folder);
    return list;
}
