#include "support/one_cell.h"

#include <string.h>

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/cells.h"

struct codes codes;
struct book book;
struct input_file export;
union filled filled;
struct text cleaned;

int
one_cell_set_up(void **state)
{
    static const struct codes no_codes;
    static const struct book no_book;

    (void)state;
    codes = no_codes;
    book = no_book;
    book.arena = arena_new();
    book.codes = &codes;
    book.diag = diag_new();
    book.year_start = month_make(2025, 1);
    book.month = month_make(2025, 10);
    export.source.path = "a.csv";
    export.title_of = NULL;
    export.unit = text_of("");
    return 0;
}

int
one_cell_tear_down(void **state)
{
    (void)state;
    diag_free(book.diag);
    arena_free(book.arena);
    return 0;
}

/* Cleans and fills one cell of an otherwise empty row. */
bool
fill(int ledger, const char *key, const char *raw)
{
    struct text text = text_of(raw);
    struct record record = {
        .cells = &text, .count = 1, .line = 2, .row = 2, .lines = 1};
    struct cell cell = {.book = &book,
                        .export = &export,
                        .record = &record,
                        .field = 1,
                        .scratch = book.arena};

    memset(&filled, 0, sizeof(filled));
    export.ledger = ledger;
    cell.column = &ledgers[ledger]->columns[column_index(ledgers[ledger], key)];
    cell.text = cell_clean(&cell, text, true);
    cleaned = cell.text;
    return cell_fill(&cell, &filled.row);
}

bool
fill_problem(const char *key, const char *raw)
{
    return fill(LEDGER_problems, key, raw);
}

size_t
reports(enum rule rule)
{
    return diag_count_rule(book.diag, rule);
}

size_t
all_reports(void)
{
    return diag_count(book.diag, WARNING) + diag_count(book.diag, ERROR);
}
