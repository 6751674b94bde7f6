/*
 * Reads every export, in order, and settles which row wins.
 */
#include "ledger/book.h"

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/cells.h"
#include "ledger/column_titles.h"
#include "ledger/vocabulary.h"
#include "load/codes_check.h"
#include "load/continuity.h"
#include "load/header.h"
#include "load/input_files.h"
#include "load/person_cells.h"
#include "load/read_file.h"
#include "load/references.h"
#include "load/roster.h"
#include "load/same_matter.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Rows of a year that holds less than this part of them are taken for slips
   of the pen when the newest event is looked for. */
enum { SLIP = 10 };

/* The newest month folder decides when no month is asked for. */
static void
settle_month(struct book *book, const struct source_list *sources)
{
    bool is_asked = book->month.number != 0;

    for (size_t i = 0; !is_asked && i < sources->count; i++)
        if (sources->items[i].folder.number > book->month.number)
            book->month = sources->items[i].folder;
    book->year_start = book->codes->year_start;
    if (book->year_start.number == 0 && book->month.number != 0)
        book->year_start = month_make(month_year(book->month), 1);
}

static void
read_source(struct book *book, struct source *source,
            const struct titles *titles)
{
    size_t first = book->file_count;
    struct mark rows;

    input_files_add(book, source, titles);
    for (size_t i = first; i < book->file_count; i++) {
        struct input_file *export = &book->files[i];

        if (export->is_open && header_read(book, export, titles, &rows))
            read_file_rows(book, i, titles, rows);
        book->read_bytes += export->source.size;
    }
}

/* When a record entered, as a month. */
static struct month
entered_in(const struct ledger_type *type, int column, const struct row *row)
{
    if (column < 0)
        return (struct month){0};
    if (type->columns[column].kind == KIND_MONTH)
        return *row_month(&type->columns[column], row);
    return month_of(*row_date(&type->columns[column], row));
}

static struct month
closed_in(const struct ledger_type *type, int column, const struct row *row)
{
    if (column < 0 || (row->flags & ROW_CLOSED_ASSUMED) != 0)
        return (struct month){0};
    return month_of(*row_date(&type->columns[column], row));
}

/* How many rows entered in each year. */
static size_t
count_years(const struct book *book, size_t *years, size_t most)
{
    size_t total = 0;

    for (int l = 0; l < LEDGER_COUNT; l++) {
        int entered = column_index(ledgers[l], ledgers[l]->entered_key);

        for (size_t i = 0; i < book->ledgers[l].count; i++) {
            struct month month = entered_in(ledgers[l], entered,
                                            ledger_row(&book->ledgers[l], i));

            if (month.number == 0 || (size_t)month_year(month) >= most)
                continue;
            years[month_year(month)]++;
            total++;
        }
    }
    return total;
}

/* Without month folders the newest event tells the month. */
static void
settle_month_by_rows(struct book *book)
{
    enum { YEARS = 3000 };
    size_t years[YEARS] = {0};
    size_t total = count_years(book, years, YEARS);

    for (int l = 0; l < LEDGER_COUNT; l++) {
        const struct ledger_type *type = ledgers[l];
        int entered = column_index(type, type->entered_key);
        int closed = column_index(type, type->closed_key);

        for (size_t i = 0; i < book->ledgers[l].count; i++) {
            const struct row *row = ledger_row(&book->ledgers[l], i);
            struct month months[2] = {entered_in(type, entered, row),
                                      closed_in(type, closed, row)};

            for (size_t m = 0; m < 2; m++) {
                int year = months[m].number / 12;

                if (months[m].number > book->month.number && year < YEARS &&
                    years[year] * SLIP >= total)
                    book->month = months[m];
            }
        }
    }
    if (book->year_start.number == 0 && book->month.number != 0)
        book->year_start = month_make(month_year(book->month), 1);
}

static void
check_event(struct book *book, int number, int column, struct row *row)
{
    const struct ledger_type *type = ledgers[number];
    const struct input_file *export = &book->files[row->file_index];
    struct arena *scratch = arena_new();
    struct record record;
    struct cell cell = {.book = book,
                        .export = export,
                        .record = &record,
                        .column = &type->columns[column],
                        .field = export->field_of[column],
                        .scratch = scratch};

    record_reread(scratch, &export->source, export->delimiter, row->offset,
                  &record);
    record.line = row_line(book, row);
    record.row = row->number;
    cell.text = row_text(book, number, row, type->columns[column].key, scratch);
    cell_check_event(&cell, row);
    arena_free(scratch);
}

/* Rows read before the month was known are looked at again. */
static void
check_events(struct book *book, int number)
{
    const struct ledger *ledger = &book->ledgers[number];
    int entered = column_index(ledger->type, ledger->type->entered_key);
    int closed = column_index(ledger->type, ledger->type->closed_key);

    for (size_t i = 0; entered >= 0 && i < ledger->count; i++) {
        struct row *row = ledger_row(ledger, i);
        struct month begun = entered_in(ledger->type, entered, row);
        struct month ended = closed_in(ledger->type, closed, row);

        if (begun.number != 0 && !book_holds(book, begun))
            check_event(book, number, entered, row);
        if (ended.number != 0 && !book_holds(book, ended))
            check_event(book, number, closed, row);
    }
}

static void
settle(struct book *book)
{
    struct roster *roster = roster_new(book);

    /* The roster first: the others are held against it. */
    same_matter_settle(book, LEDGER_cadres, roster);
    roster_free(roster);
    roster = roster_new(book);
    for (int i = 0; i < LEDGER_COUNT; i++) {
        if (i != LEDGER_cadres) {
            references_check(book, i, roster);
            same_matter_settle(book, i, roster);
        }
        continuity_date_closed(book, i);
        continuity_find_missing(book, i);
        continuity_find_similar(book, i);
        ledger_forget_hashes(&book->ledgers[i]);
    }
    roster_free(roster);
    references_check_totals(book);
}

/* Every row read has found its place, in each file and in all. */
static void
balance(struct book *book)
{
    for (int l = 0; l < LEDGER_COUNT; l++)
        for (size_t i = 0; i < book->ledgers[l].count; i++) {
            const struct row *row = ledger_row(&book->ledgers[l], i);
            struct row_counts *rows = &book->files[row->file_index].rows;

            rows->accepted += row->state == ROW_ACCEPTED;
            rows->rejected += row->state == ROW_REJECTED;
            rows->duplicate += row->state == ROW_DUPLICATE;
            rows->superseded += row->state == ROW_SUPERSEDED;
            book->ledgers[l].accepted += row->state == ROW_ACCEPTED;
        }
    for (size_t i = 0; i < book->file_count; i++) {
        const struct row_counts *rows = &book->files[i].rows;

        assert(rows->read == rows->accepted + rows->rejected + rows->duplicate +
                                 rows->superseded);
        book->rows.files += rows->files;
        book->rows.read += rows->read;
        book->rows.accepted += rows->accepted;
        book->rows.rejected += rows->rejected;
        book->rows.duplicate += rows->duplicate;
        book->rows.superseded += rows->superseded;
        book->rows.skipped += rows->skipped;
    }
}

bool
book_read(struct book *book, struct source_list *sources)
{
    struct titles *titles;
    size_t failures = diag_count(book->diag, SYSTEM);
    bool month_was_known;

    if (!codes_check(book->codes, book->diag))
        return false;
    book->persons = person_cells_new();
    settle_month(book, sources);
    month_was_known = book->month.number != 0;
    titles = titles_new(book->arena, book->codes);
    for (size_t i = 0; i < sources->count; i++)
        if (book->month.number == 0 ||
            sources->items[i].folder.number <= book->month.number)
            read_source(book, &sources->items[i], titles);
    titles_free(titles);
    if (book->month.number == 0)
        settle_month_by_rows(book);
    for (int i = 0;
         !month_was_known && book->month.number != 0 && i < LEDGER_COUNT; i++)
        check_events(book, i);
    settle(book);
    person_cells_check(book->persons, book);
    person_cells_free(book->persons);
    book->persons = NULL;
    balance(book);
    return diag_count(book->diag, SYSTEM) == failures;
}
