#include "ledger/book.h"

#include <stdlib.h>

#include "base/arena.h"
#include "ledger/vocabulary.h"

/* So many rows are read again before their file leaves memory; odd, for rows
   come in pairs. */
enum { READ_AGAIN = 63 };

const char *const skip_reason_ids[SKIP_REASONS] = {
#define SKIP_REASON(name, id) [SKIP_##name] = id,
#include "ledger/skip_reasons.def"
#undef SKIP_REASON
};

const char *
book_setting_key(enum setting setting)
{
    return settings[setting].key;
}

struct book *
book_new(struct arena *arena, const struct codes *codes, struct diag *diag)
{
    struct book *book = ARENA_NEW(arena, struct book);

    book->arena = arena;
    book->codes = codes;
    book->diag = diag;
    for (int i = 0; i < LEDGER_COUNT; i++)
        book->ledgers[i].type = ledgers[i];
    vocabulary_of(book);
    return book;
}

/* What only settling needs. */
void
ledger_forget_hashes(struct ledger *ledger)
{
    free(ledger->identity);
    free(ledger->title);
    ledger->identity = NULL;
    ledger->title = NULL;
    set_aside_free(&ledger->refused);
}

void
book_free(struct book *book)
{
    if (book == NULL)
        return;
    for (size_t i = 0; i < book->file_count; i++) {
        source_close(&book->files[i].source);
        free(book->files[i].skipped);
        free(book->files[i].nil_units.codes);
        free(book->files[i].aside_units.codes);
        free(book->files[i].ahead);
    }
    for (int i = 0; i < LEDGER_COUNT; i++) {
        free(book->ledgers[i].rows);
        ledger_forget_hashes(&book->ledgers[i]);
    }
}

bool
book_is_unchanged(const struct book *book)
{
    bool is_unchanged = true;

    for (size_t i = 0; i < book->file_count; i++)
        if (!source_is_unchanged(&book->files[i].source, book->diag))
            is_unchanged = false;
    return is_unchanged;
}

void
book_let_go(struct book *book, const struct row *row)
{
    const struct source *source = &book->files[row->file_index].source;

    if (++book->read_again % READ_AGAIN == 0)
        source_let_go(source, 0, source->size);
}

struct row *
ledger_row(const struct ledger *ledger, size_t index)
{
    return (struct row *)(ledger->rows + index * ledger->type->row_size);
}

struct month
book_last_month(const struct book *book)
{
    struct month last = month_moved(book->year_start, 11);

    return book->month.number > last.number ? book->month : last;
}

bool
book_holds(const struct book *book, struct month month)
{
    return month.number >= book->year_start.number &&
           month.number <= book_last_month(book).number;
}

bool
row_counts_in(const struct row *row)
{
    return row->state == ROW_ACCEPTED &&
           (row->flags & (ROW_OUTSIDE | ROW_WITHDRAWN)) == 0;
}
