#include "load/input_files.h"

#include "base/arena.h"
#include "base/array.h"
#include "intake/decode.h"
#include "intake/workbook.h"
#include "ledger/book.h"
#include "load/header_search.h"

static void
add_file(struct book *book, const struct source *source, bool is_open)
{
    struct input_file *export =
        ARRAY_ADD(book->arena, book->files, book->file_count, book->file_room);

    *export = (struct input_file){
        .source = *source, .is_open = is_open, .ledger = -1, .meant = -1};
}

static bool
has_header(const struct book *book, const struct source *sheet,
           const struct titles *titles)
{
    struct head_search search = {arena_new(), titles, sheet,
                                 month_year(book->year_start)};
    struct header_found head = {0};

    header_search(&search, &head);
    arena_free(search.arena);
    return head.ledger >= 0;
}

/* A sheet without a header is about something else, unless none has one: then
   each is told what it lacks. */
static void
add_sheets(struct book *book, const struct source_list *sheets,
           const struct titles *titles)
{
    bool *is_ledger = arena_take(book->arena, sheets->count + 1);
    bool has_ledger = false;

    for (size_t i = 0; i < sheets->count; i++) {
        is_ledger[i] = has_header(book, &sheets->items[i], titles);
        has_ledger = has_ledger || is_ledger[i];
    }
    for (size_t i = 0; i < sheets->count; i++) {
        struct source *sheet = &sheets->items[i];

        if (is_ledger[i] || !has_ledger) {
            add_file(book, sheet, true);
            continue;
        }
        diag_report(book->diag, RULE_SHEET_OTHER,
                    &(struct finding){.place = {.path = sheet->path}});
        source_close(sheet);
    }
}

static void
add_workbook(struct book *book, struct source *file,
             const struct titles *titles)
{
    struct source_list sheets;
    bool is_read = workbook_read(book->arena, file, book->diag, &sheets);

    source_close(file);
    if (is_read)
        add_sheets(book, &sheets, titles);
    else
        add_file(book, file, false);
}

void
input_files_add(struct book *book, struct source *source,
                const struct titles *titles)
{
    source->may_stay_coded = source->may_be_workbook = true;
    if (source->bytes == NULL && !source_read(source, book->diag)) {
        add_file(book, source, false);
    } else if (source->is_workbook) {
        add_workbook(book, source, titles);
    } else {
        bool is_open = decode(source, book->stated, book->diag);

        add_file(book, source, is_open);
    }
    source->bytes = NULL;
}
