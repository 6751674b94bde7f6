#include "load/continuity.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/month_folders.h"
#include "load/row_checks.h"
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

static void
hand_on(struct ledger *ledger, struct row *row)
{
    struct date *own = closing_day(ledger->type, row), *theirs;
    struct row *newer;

    if (row->newer == 0 || !date_is_given(*own))
        return;
    newer = ledger_row(ledger, row->newer - 1);
    theirs = closing_day(ledger->type, newer);
    if ((newer->flags & ROW_CLOSED_ASSUMED) == 0)
        return;
    if (!date_is_given(*theirs) || date_compare(*own, *theirs) < 0)
        *theirs = *own;
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
    while (count-- > 0) /* from the oldest folder on */
        for (size_t i = 0; i < files[count].count; i++) {
            struct row *row = ledger_row(ledger, files[count].first + i);

            if ((row->flags & ROW_CLOSED_ASSUMED) == 0)
                continue;
            hand_on(ledger, row);
            end_assumption(ledger->type, row);
            if (row->state == ROW_ACCEPTED)
                row_checks_report_assumed(book, number, row, scratch);
            book_let_go(book, row);
            arena_reset(scratch);
        }
    free(files);
    arena_free(scratch);
}

/* The newest folder in which each sender is met, by code. */
struct newest {
    int folder;
    size_t file_index;
};

struct senders {
    struct book *book;
    struct ledger *ledger;
    int unit;              /* column, or -1 */
    struct intern *stated; /* units above headers */
    struct newest *of_unit, *of_stated;
};

static struct newest *
sender_of(const struct senders *senders, const struct row *row)
{
    const struct input_file *export = &senders->book->files[row->file_index];

    if (export->unit.length > 0)
        return &senders->of_stated[intern_code(senders->stated, export->unit)];
    if (senders->unit < 0)
        return &senders->of_unit[0];
    return &senders->of_unit[row_unit(
                                 &senders->ledger->type->columns[senders->unit],
                                 row)
                                 ->code];
}

static void
note_newest(struct newest *newest, const struct input_file_rows *rows)
{
    if (newest->folder < rows->folder)
        *newest = (struct newest){rows->folder, rows->file_index};
}

static void
report_missing(const struct senders *senders, int number, struct row *row,
               const struct newest *newest)
{
    const struct ledger_type *type = senders->ledger->type;
    int name = column_index(type, type->name_key);
    struct arena *scratch = arena_new();
    struct finding finding = {.place = row_place(senders->book, row)};

    row->flags |= ROW_MISSING_LATER;
    if (name >= 0) {
        finding.place = row_cell_place(senders->book, row, (size_t)name);
        finding.title = text_of(type->columns[name].title);
        finding.value =
            row_text(senders->book, number, row, type->name_key, scratch);
    }
    finding.detail[0] =
        text_of(senders->book->files[newest->file_index].source.path);
    diag_report(senders->book->diag, RULE_RECORD_MISSING, &finding);
    book_let_go(senders->book, row);
    arena_free(scratch);
}

static void
note_all(const struct senders *senders, const struct input_file_rows *files,
         size_t count)
{
    for (size_t e = 0; e < count; e++) {
        const struct input_file *export =
            &senders->book->files[files[e].file_index];

        if (export->unit.length > 0)
            note_newest(
                &senders->of_stated[intern_code(senders->stated, export->unit)],
                &files[e]);
        for (size_t i = 0; i < files[e].count; i++)
            note_newest(sender_of(senders, ledger_row(senders->ledger,
                                                      files[e].first + i)),
                        &files[e]);
    }
}

/* Without an older folder nothing can have been left out of a newer one. */
static bool
has_folders(const struct book *book, int number)
{
    int folder = 0;

    for (size_t i = 0; i < book->file_count; i++) {
        const struct input_file *export = &book->files[i];

        if (export->ledger != number)
            continue;
        if (folder != 0 && folder != month_folder_rank(export))
            return true;
        folder = month_folder_rank(export);
    }
    return false;
}

static void
find_missing(struct book *book, int number)
{
    struct ledger *ledger = &book->ledgers[number];
    struct arena *arena = arena_new();
    struct senders senders = {
        book,
        ledger,
        column_index(ledger->type, ledger->type->unit_key),
        intern_new(arena),
        must_grow(NULL,
                  (intern_count(book->units) + 1) * sizeof(struct newest)),
        must_grow(NULL, (book->file_count + 2) * sizeof(struct newest))};
    size_t count;
    struct input_file_rows *files = input_file_rows_new(book, number, &count);

    memset(senders.of_unit, 0,
           (intern_count(book->units) + 1) * sizeof(struct newest));
    memset(senders.of_stated, 0,
           (book->file_count + 2) * sizeof(struct newest));
    note_all(&senders, files, count);
    set_aside_sort(&ledger->refused);
    for (size_t e = 0; e < count; e++)
        for (size_t i = 0; i < files[e].count; i++) {
            struct row *row = ledger_row(ledger, files[e].first + i);
            const struct newest *newest = sender_of(&senders, row);

            if (row->state == ROW_ACCEPTED &&
                (row->flags & ROW_DISPUTED) == 0 &&
                newest->folder > files[e].folder &&
                !set_aside_is_newer(&ledger->refused,
                                    ledger->identity[files[e].first + i],
                                    files[e].folder))
                report_missing(&senders, number, row, newest);
        }
    free(files);
    free(senders.of_unit);
    free(senders.of_stated);
    arena_free(arena);
}

void
continuity_find_missing(struct book *book, int number)
{
    /* Ledgers without units hold what happened in a month; a newer export
       need not repeat it. */
    if (column_index(ledgers[number], ledgers[number]->unit_key) >= 0 &&
        has_folders(book, number))
        find_missing(book, number);
}

struct likenesses {
    struct book *book;
    int number;
    struct ledger *ledger;
    struct arena *scratch;
    int unit, entered;
    uint32_t *slots;
    size_t mask;
};

static bool
is_alike(const struct likenesses *like, const struct row *a,
         const struct row *b)
{
    const char *name = like->ledger->type->name_key;
    const struct column *entered = &like->ledger->type->columns[like->entered];
    struct arena *scratch = like->scratch;

    return month_of(*row_date(entered, a)).number ==
               month_of(*row_date(entered, b)).number &&
           text_equal(folded(scratch, row_text(like->book, like->number, a,
                                               name, scratch)),
                      folded(scratch, row_text(like->book, like->number, b,
                                               name, scratch)));
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
                    .value = row_text(like->book, like->number, row,
                                      type->name_key, like->scratch),
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
    uint32_t likeness = like->ledger->likeness[index];
    uint32_t code = row_unit(unit, row)->code;

    for (size_t place = likeness >> 1;; place++) {
        uint32_t *slot = &like->slots[place & like->mask];
        const struct row *other;
        bool is_met;

        if (*slot == 0) {
            *slot = (uint32_t)index + 1;
            return;
        }
        if (like->ledger->likeness[*slot - 1] != likeness)
            continue;
        other = ledger_row(like->ledger, *slot - 1);
        if (row_unit(unit, other)->code == code)
            return;
        is_met = is_alike(like, row, other);
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
    struct likenesses like = {book,
                              number,
                              ledger,
                              NULL,
                              column_index(type, type->unit_key),
                              column_index(type, type->entered_key),
                              NULL,
                              0};
    struct seen_twice repeats;
    size_t size = 16;

    if (like.unit < 0 || like.entered < 0 || ledger->count == 0)
        return;
    repeats = seen_twice_new(ledger->count);
    for (size_t i = 0; i < ledger->count; i++)
        seen_twice_add(&repeats, ledger->likeness[i]);
    while (size < 2 * repeats.most && size < 2 * ledger->count)
        size *= 2;
    like.mask = size - 1;
    like.slots = arena_must(calloc(size, sizeof(*like.slots)));
    like.scratch = arena_new();
    for (size_t i = 0; i < ledger->count; i++) {
        const struct row *row = ledger_row(ledger, i);

        if (ledger->likeness[i] != 0 &&
            seen_twice_has(&repeats, ledger->likeness[i]) &&
            row->state == ROW_ACCEPTED &&
            row_unit(&type->columns[like.unit], row)->code != 0)
            compare_row(&like, i);
    }
    free(like.slots);
    seen_twice_free(&repeats);
    arena_free(like.scratch);
}
