#include "load/continuity.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/month_folders.h"
#include "load/row_checks.h"
#include "load/row_identity.h"
#include "load/row_slots.h"
#include "load/seen_twice.h"

static struct date *
closing_day(const struct ledger_type *type, struct row *row)
{
    int closed = column_index(type, type->closed_key);

    return (struct date *)((char *)row + type->columns[closed].offset);
}

/* The month the row entered, when that is later than the one assumed or
   nothing else is known. */
static void
end_assumption(const struct ledger_type *type, struct row *row)
{
    int entered = column_index(type, type->entered_key);
    struct date entered_on = *row_date(&type->columns[entered], row);
    struct date *closed_on = closing_day(type, row);

    if (date_is_given(*closed_on) &&
        month_of(*closed_on).number >= month_of(entered_on).number)
        return;
    *closed_on = (struct date){entered_on.year, entered_on.month, 0};
}

/* Since when the row counts as closed is settled: told of one that counts. */
static void
tell_assumed(struct book *book, int number, const struct row *row,
             struct arena *scratch)
{
    if (row->state == ROW_ACCEPTED)
        row_checks_report_assumed(book, number, row, scratch);
    book_let_go(book, row);
    arena_reset(scratch);
}

/* A closing day that an older export gave stands; else the first month in
   which the matter was closed. */
static void
hand_on(struct book *book, int number, const struct row *row,
        struct arena *scratch)
{
    struct ledger *ledger = &book->ledgers[number];
    const struct ledger_type *type = ledger->type;
    int closed = column_index(type, type->closed_key);
    int status = column_index(type, type->status_key);
    struct date own = *row_date(&type->columns[closed], row), *theirs;
    struct row *newer;

    if (row->newer == 0 || !date_is_given(own) ||
        row_choice(&type->columns[status], row)->value != type->closed_status)
        return;
    newer = ledger_row(ledger, row->newer - 1);
    theirs = closing_day(type, newer);
    if ((newer->flags & ROW_CLOSED_ASSUMED) == 0)
        return;
    if ((row->flags & ROW_CLOSED_ASSUMED) == 0) {
        *theirs = own;
        tell_assumed(book, number, newer, scratch);
        newer->flags ^= ROW_CLOSED_ASSUMED;
    } else if (!date_is_given(*theirs) || date_compare(own, *theirs) < 0) {
        *theirs = own;
    }
}

void
continuity_date_closed(struct book *book, int number)
{
    struct ledger *ledger = &book->ledgers[number];
    struct arena *scratch;
    struct input_file_rows *files;
    size_t count;

    if (ledger->assumed == 0)
        return;
    scratch = arena_new();
    files = input_file_rows_new(book, number, &count);
    for (size_t e = 0; e < count; e++)
        for (size_t i = 0; i < files[e].count; i++) {
            struct row *row = ledger_row(ledger, files[e].first + i);

            hand_on(book, number, row, scratch);
            if ((row->flags & ROW_CLOSED_ASSUMED) == 0)
                continue;
            end_assumption(ledger->type, row);
            tell_assumed(book, number, row, scratch);
        }
    free(files);
    arena_free(scratch);
}

/* Who sends what: the newest export of every unit, by its code; 0 stands for
   the senders of a ledger without units.  A unit stated above the header is
   the sender of the whole file, else every row comes from its lead unit. */
struct senders {
    struct book *book;
    int number;
    struct ledger *ledger;
    int unit;       /* column, or -1 */
    size_t *newest; /* by code: place in files plus 1 */
    struct input_file_rows *files;
    size_t file_count;
    bool is_cumulative;
};

static uint32_t
sender_of(const struct senders *senders, const struct row *row)
{
    const struct input_file *export = &senders->book->files[row->file_index];

    if (senders->unit < 0 || export->unit_code != 0)
        return senders->unit < 0 ? 0 : export->unit_code;
    return row_unit(&senders->ledger->type->columns[senders->unit], row)->code;
}

/* A file without a row says nothing about others. */
static void
find_newest(const struct senders *senders)
{
    for (size_t e = 0; e < senders->file_count; e++)
        for (size_t i = 0; i < senders->files[e].count; i++) {
            const struct row *row =
                ledger_row(senders->ledger, senders->files[e].first + i);

            senders->newest[sender_of(senders, row)] = e + 1;
        }
}

/* Not closed, not given up; what has no such status never ends. */
static bool
is_open(const struct ledger_type *type, const struct row *row)
{
    int status = column_index(type, type->status_key);
    uint8_t value;

    if (type->closed_key == NULL)
        return true;
    value = row_choice(&type->columns[status], row)->value;
    return value != type->closed_status && value != type->given_up_status;
}

/* The newest export of the row's sender, when it is newer and does not have
   the row in any way; else NULL. */
static const struct input_file *
missing_from(const struct senders *senders, size_t index, int folder)
{
    const struct row *row = ledger_row(senders->ledger, index);
    uint32_t sender = sender_of(senders, row);
    size_t newest = senders->newest[sender];
    const struct set_aside *refused = &senders->ledger->refused;

    if (newest == 0 || (sender == 0 && senders->unit >= 0) ||
        senders->files[newest - 1].folder <= folder ||
        row->state != ROW_ACCEPTED || (row->flags & ROW_DISPUTED) != 0 ||
        !is_open(senders->ledger->type, row) ||
        set_aside_is_newer(refused, senders->ledger->identity[index], folder) ||
        set_aside_is_newer(
            refused,
            row_identity_without_id(senders->ledger->type, row,
                                    senders->ledger->title[index]),
            folder))
        return NULL;
    return &senders->book->files[senders->files[newest - 1].file_index];
}

static void
withdraw(const struct senders *senders, struct row *row,
         const struct input_file *newest)
{
    const struct ledger_type *type = senders->ledger->type;
    int name = column_index(type, type->name_key);
    struct arena *scratch = arena_new();

    row->flags |= ROW_WITHDRAWN;
    diag_report(senders->book->diag, RULE_RECORD_WITHDRAWN,
                &(struct finding){
                    .place = row_cell_place(senders->book, row, (size_t)name),
                    .title = text_of(type->columns[name].title),
                    .value = row_text(senders->book, senders->number, row,
                                      type->name_key, scratch),
                    .detail = {text_of(newest->source.path)}});
    book_let_go(senders->book, row);
    arena_free(scratch);
}

/* One note a file, however many rows. */
static void
tell_missing(const struct senders *senders, const struct input_file *file,
             size_t missing)
{
    char number[24];

    if (missing == 0)
        return;
    snprintf(number, sizeof(number), "%zu", missing);
    diag_report(
        senders->book->diag, RULE_RECORD_MISSING,
        &(struct finding){
            .place = {.path = file->source.path},
            .detail = {text_of(number), text_of(senders->ledger->type->name)}});
}

static void
look_through(const struct senders *senders, const struct input_file_rows *rows)
{
    size_t missing = 0;

    for (size_t i = rows->first; i < rows->first + rows->count; i++) {
        struct row *row = ledger_row(senders->ledger, i);
        const struct input_file *newest =
            missing_from(senders, i, rows->folder);

        if (newest == NULL)
            continue;
        if (senders->is_cumulative) {
            withdraw(senders, row, newest);
            continue;
        }
        row->flags |= ROW_MISSING_LATER;
        missing++;
    }
    tell_missing(senders, &senders->book->files[rows->file_index], missing);
}

static void
find_missing(struct book *book, int number, bool is_cumulative)
{
    struct ledger *ledger = &book->ledgers[number];
    size_t units = intern_count(book->units) + 1;
    struct senders senders = {
        .book = book,
        .number = number,
        .ledger = ledger,
        .unit = column_index(ledger->type, ledger->type->unit_key),
        .newest = arena_must(calloc(units, sizeof(*senders.newest))),
        .is_cumulative = is_cumulative};

    senders.files = input_file_rows_new(book, number, &senders.file_count);
    /* Without an older folder nothing can be missing in a newer one. */
    if (senders.file_count > 0 &&
        senders.files[0].folder !=
            senders.files[senders.file_count - 1].folder) {
        find_newest(&senders);
        set_aside_sort(&ledger->refused);
        for (size_t e = 0; e < senders.file_count; e++)
            look_through(&senders, &senders.files[e]);
    }
    free(senders.files);
    free(senders.newest);
}

static enum returns
returns_of(const struct codes *codes, int number)
{
    for (size_t i = 0; i < codes->returns_count; i++)
        if (ledger_of_name(codes->returns[i].ledger) == number)
            return codes->returns[i].returns;
    return RETURNS_UNKNOWN;
}

void
continuity_find_missing(struct book *book, int number)
{
    const struct ledger_type *type = ledgers[number];
    enum returns returns = returns_of(book->codes, number);

    /* Ledgers without units hold what happened in a month; unless the office
       says otherwise a newer export need not repeat it. */
    if (returns == RETURNS_CUMULATIVE ||
        (returns == RETURNS_UNKNOWN && column_index(type, type->unit_key) >= 0))
        find_missing(book, number, returns == RETURNS_CUMULATIVE);
}

struct likenesses {
    struct book *book;
    int number;
    struct ledger *ledger;
    struct arena *scratch;
    int unit, entered;
    struct row_slots slots;
};

/* Of title and month; 0 when one of them is blank. */
static uint64_t
likeness_of(const struct likenesses *like, size_t index)
{
    const struct column *entered = &like->ledger->type->columns[like->entered];
    const struct row *row = ledger_row(like->ledger, index);
    uint32_t title = like->ledger->title[index];
    uint64_t month = (uint64_t)month_of(*row_date(entered, row)).number;

    return title != 0 && month != 0 ? month << 32 | title : 0;
}

static struct text
title_of(const struct likenesses *like, const struct row *row)
{
    return row_text(like->book, like->number, row, like->ledger->type->name_key,
                    like->scratch);
}

static void
report_similar(const struct likenesses *like, const struct row *row,
               const struct row *other)
{
    const struct ledger_type *type = like->ledger->type;
    int name = column_index(type, type->name_key);
    struct place there = row_place(like->book, other);

    diag_report(like->book->diag, RULE_RECORD_SIMILAR,
                &(struct finding){
                    .place = row_cell_place(like->book, row, (size_t)name),
                    .title = text_of(type->columns[name].title),
                    .value = title_of(like, row),
                    .detail = {text_format(like->scratch, "%s:%u", there.path,
                                           (unsigned)there.line)}});
}

/* The first row of each title and month holds the slot; every other one is
   held against it alone, so many alike cost no more than few. */
static void
compare_row(const struct likenesses *like, size_t index)
{
    const struct column *unit = &like->ledger->type->columns[like->unit];
    const struct row *row = ledger_row(like->ledger, index);
    uint64_t likeness = likeness_of(like, index);

    for (size_t step = 0;; step++) {
        uint32_t *slot = row_slots_at(&like->slots, likeness, step);
        const struct row *other;
        bool is_met;

        if (*slot == 0) {
            *slot = (uint32_t)index + 1;
            return;
        }
        if (likeness_of(like, *slot - 1) != likeness)
            continue;
        other = ledger_row(like->ledger, *slot - 1);
        if (row_unit(unit, other)->code == row_unit(unit, row)->code)
            return;
        is_met = text_equal(folded_words(like->scratch, title_of(like, row)),
                            folded_words(like->scratch, title_of(like, other)));
        if (is_met)
            report_similar(like, row, other);
        book_let_go(like->book, row);
        book_let_go(like->book, other);
        arena_reset(like->scratch);
        if (is_met)
            return;
    }
}

void
continuity_find_similar(struct book *book, int number)
{
    struct ledger *ledger = &book->ledgers[number];
    const struct ledger_type *type = ledger->type;
    struct likenesses like = {.book = book,
                              .number = number,
                              .ledger = ledger,
                              .unit = column_index(type, type->unit_key),
                              .entered = column_index(type, type->entered_key)};
    struct seen_twice repeats;

    if (like.unit < 0 || like.entered < 0 || ledger->count == 0)
        return;
    repeats = seen_twice_new(ledger->count);
    for (size_t i = 0; i < ledger->count; i++)
        seen_twice_add(&repeats, ledger->title[i]);
    like.slots = row_slots_new(repeats.most < ledger->count ? repeats.most
                                                            : ledger->count);
    like.scratch = arena_new();
    for (size_t i = 0; i < ledger->count; i++) {
        const struct row *row = ledger_row(ledger, i);

        if (ledger->title[i] != 0 &&
            seen_twice_has(&repeats, ledger->title[i]) &&
            row->state == ROW_ACCEPTED &&
            likeness_of(&like, i) != 0 &&
            row_unit(&type->columns[like.unit], row)->code != 0)
            compare_row(&like, i);
    }
    row_slots_free(&like.slots);
    seen_twice_free(&repeats);
    arena_free(like.scratch);
}
