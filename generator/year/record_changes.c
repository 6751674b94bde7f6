#include "year/record_changes.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "ledger/month_folders.h"
#include "year/event.h"
#include "year/versions.h"

static const enum ledger_id core[] = {LEDGER_problems, LEDGER_suggestions,
                                      LEDGER_reports};

struct comparing {
    struct record_changes *changes;
    const struct year *now, *before;
    struct arena *arena;
    struct arena *scratch; /* as long as one record */
    const struct ledger_type *type;
    enum ledger_id ledger;
    struct versions known;
    bool is_by_dates;         /* the ledger has no file from before */
    int *last_folder;         /* by unit code: its newest folder from before */
    int unit, status, closed; /* columns, or -1 */
};

static void
add(struct comparing *comparing, enum changed kind,
    const struct changed_record *record)
{
    struct changed_list *list = &comparing->changes->lists[kind];

    *ARRAY_ADD(NULL, list->records, list->count, list->room) = *record;
}

/* In the arena, without the room that was not needed. */
static void
settle(struct changed_list *list, struct arena *arena)
{
    size_t size = list->count * sizeof(*list->records);
    struct changed_record *kept = arena_take(arena, size + 1);

    if (size > 0)
        memcpy(kept, list->records, size);
    free(list->records);
    list->records = kept;
    list->room = list->count;
}

static int
rank_of(const struct comparing *comparing, const struct row *row)
{
    return month_folder_rank(&comparing->now->book->files[row->file_index]);
}

/* Retyping a date or a status in another form is no edit. */
static bool
is_same_cell(const struct comparing *comparing,
             const struct changed_record *record, size_t column,
             struct text *const texts[2])
{
    const struct book *book = comparing->now->book;

    if (text_equal(texts[0][column], texts[1][column]))
        return true;
    return text_equal(
        row_shown(book, record->then, column, texts[0], comparing->scratch),
        row_shown(book, record->row, column, texts[1], comparing->scratch));
}

/* A column that only one of the two files has tells nothing. */
static bool
is_in_both(const struct comparing *comparing,
           const struct changed_record *record, size_t column)
{
    const struct input_file *files = comparing->now->book->files;

    return files[record->then->file_index].field_of[column] != 0 &&
           files[record->row->file_index].field_of[column] != 0;
}

static uint64_t
edited_columns(struct comparing *comparing, const struct changed_record *record)
{
    const struct book *book = comparing->now->book;
    size_t count = comparing->type->column_count;
    struct text *texts[2];
    uint64_t columns = 0;

    for (size_t i = 0; i < 2; i++) {
        texts[i] = arena_take(comparing->scratch, count * sizeof(**texts));
        row_texts(book, (int)record->ledger,
                  i == 0 ? record->then : record->row, comparing->scratch,
                  texts[i]);
    }
    for (size_t i = 0; i < count && i < 64; i++)
        if (is_in_both(comparing, record, i) &&
            !is_same_cell(comparing, record, i, texts))
            columns |= UINT64_C(1) << i;
    arena_reset(comparing->scratch);
    return columns;
}

static uint64_t
bit(int column)
{
    return column < 0 ? 0 : UINT64_C(1) << column;
}

static uint32_t
unit_of(const struct comparing *comparing, const struct row *row)
{
    return comparing->unit < 0
               ? 0
               : row_unit(&comparing->type->columns[comparing->unit], row)
                     ->code;
}

/* It stands in the newest file of its unit from before, and the unit has sent
   a newer one without it. */
static bool
went_missing(const struct comparing *comparing, const struct row *row)
{
    return !comparing->is_by_dates && (row->flags & ROW_MISSING_LATER) &&
           rank_of(comparing, row) <= comparing->before->month.number &&
           rank_of(comparing, row) ==
               comparing->last_folder[unit_of(comparing, row)];
}

static void
compare_files(struct comparing *comparing, struct changed_record *record,
              uint64_t explained)
{
    if (record->then == NULL || record->then == record->row)
        return;
    if (unit_of(comparing, record->then) != unit_of(comparing, record->row)) {
        add(comparing, CHANGED_MOVED, record);
        explained |= bit(comparing->unit);
    }
    record->columns = edited_columns(comparing, record) & ~explained;
    if (record->columns != 0)
        add(comparing, CHANGED_EDITED, record);
}

static void
compare(struct comparing *comparing, const struct row *row)
{
    struct changed_record record = {comparing->ledger, row, NULL, 0};
    struct event now = event_of(comparing->now, comparing->ledger, row);
    struct event then = {.marks = 0};
    bool is_solved, was_solved, is_dropped;

    record.then =
        comparing->is_by_dates
            ? row
            : versions_by(&comparing->known, row, comparing->before->month);
    if (record.then)
        then = event_of(comparing->before, comparing->ledger, record.then);
    if (now.marks == 0 && then.marks == 0)
        return;
    is_solved = date_is_given(now.closed);
    was_solved = date_is_given(then.closed);
    is_dropped = (now.marks & ~then.marks & MARK(PROBLEMS_DROPPED)) != 0;
    if (then.marks == 0)
        add(comparing, CHANGED_NEW, &record);
    if (is_solved && !was_solved)
        add(comparing, CHANGED_SOLVED, &record);
    if (was_solved && !is_solved && !is_dropped && now.marks != 0)
        add(comparing, CHANGED_REOPENED, &record);
    if (is_dropped || now.marks == 0 || went_missing(comparing, row))
        add(comparing, CHANGED_WITHDRAWN, &record);
    compare_files(comparing, &record,
                  is_solved != was_solved || is_dropped
                      ? bit(comparing->status) | bit(comparing->closed)
                      : 0);
}

/* The newest folder from before in which each unit has a row. */
static void
note_folders(struct comparing *comparing)
{
    const struct ledger *held =
        &comparing->now->book->ledgers[comparing->ledger];

    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);
        int *last = &comparing->last_folder[unit_of(comparing, row)];
        int rank = rank_of(comparing, row);

        if (rank > comparing->before->month.number)
            continue;
        if (*last < rank)
            *last = rank;
    }
}

static void
compare_ledger(struct comparing *comparing, enum ledger_id ledger)
{
    const struct book *book = comparing->now->book;
    const struct ledger *held = &book->ledgers[ledger];
    size_t units = intern_count(book->units) + 1;

    comparing->ledger = ledger;
    comparing->type = held->type;
    comparing->unit = column_index(held->type, held->type->unit_key);
    comparing->status = column_index(held->type, held->type->status_key);
    comparing->closed = column_index(held->type, held->type->closed_key);
    comparing->last_folder = must_grow(NULL, units * sizeof(int));
    memset(comparing->last_folder, 0, units * sizeof(int));
    comparing->known = versions_new(comparing->arena, book, ledger);
    comparing->is_by_dates = !comparing->before->is_as_known[ledger];
    note_folders(comparing);
    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);

        if (row->state == ROW_ACCEPTED)
            compare(comparing, row);
    }
    free(comparing->last_folder);
}

struct record_changes
record_changes_of(const struct year *now, const struct year *before,
                  struct arena *arena)
{
    struct record_changes changes = {.is_first = before == NULL};
    struct comparing comparing = {
        .changes = &changes, .now = now, .before = before, .arena = arena};

    if (before == NULL)
        return changes;
    comparing.scratch = arena_new();
    for (size_t i = 0; i < sizeof(core) / sizeof(core[0]); i++)
        compare_ledger(&comparing, core[i]);
    for (int i = 0; i < CHANGED_KINDS; i++)
        settle(&changes.lists[i], arena);
    arena_free(comparing.scratch);
    return changes;
}

bool
record_changes_any(const struct record_changes *changes)
{
    for (int i = 0; i < CHANGED_KINDS; i++)
        if (changes->lists[i].count > 0)
            return true;
    return false;
}
