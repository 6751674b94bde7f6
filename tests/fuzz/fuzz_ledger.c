/*
 * Any bytes, read as one export: nothing crashes, and every row read has
 * found its place.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/huge.h"
#include "intake/source.h"
#include "ledger/book.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
demand(int holds)
{
    if (!holds)
        abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct codes codes;
    struct book *book;
    struct source source = {.path = "fuzz.csv", .size = size};
    struct source_list list = {.items = &source, .count = 1};

    source.bytes = huge_take(size);
    memcpy(source.bytes, bytes, size);
    demand(codes_read(arena, NULL, diag, &codes));
    book = book_new(arena, &codes, diag);
    book_read(book, &list);
    demand(book->rows.read == book->rows.accepted + book->rows.rejected +
                                  book->rows.duplicate + book->rows.superseded);
    book_free(book);
    diag_free(diag);
    arena_free(arena);
    return 0;
}
