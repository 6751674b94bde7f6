#include "year/record_changes.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "year/core.h"
#include "year/event.h"
#include "year/redact.h"
#include "year/span.h"
#include "year/versions.h"

/* The running totals of the core ledgers; each ledger has two. */
static const enum figure_id totals[CHANGED_SUMS] = {
    FIGURE_PROBLEMS_RAISED,       FIGURE_PROBLEMS_SOLVED,
    FIGURE_SUGGESTIONS_SUBMITTED, FIGURE_SUGGESTIONS_ADOPTED,
    FIGURE_REPORTS_SUBMITTED,     FIGURE_REPORTS_CONVERTED,
};

/* Of the others only edits are told. */
static const enum ledger_id compared[] = {
    LEDGER_problems,  LEDGER_suggestions, LEDGER_reports, LEDGER_cadres,
    LEDGER_mentoring, LEDGER_projects,    LEDGER_outcomes};

struct comparing {
    struct record_changes *changes;
    const struct year *now, *before;
    const struct redact *privacy;
    struct arena *arena;
    struct arena *scratch; /* as long as one record */
    const struct ledger_type *type;
    enum ledger_id ledger;
    struct versions known;
    bool is_by_dates; /* the ledger has no file from before */
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

/* Retyping a date or a status in another form is no edit, and what the
   edition masks alike is none that it can show. */
static bool
is_same_cell(size_t column, struct text *const written[2],
             struct text *const shown[2])
{
    return text_equal(written[0][column], written[1][column]) ||
           text_equal(shown[0][column], shown[1][column]);
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

static bool
is_compared(const struct comparing *comparing,
            const struct changed_record *record, size_t column)
{
    return is_in_both(comparing, record, column) &&
           redact_shows_edits(comparing->privacy, (int)comparing->ledger,
                              column);
}

static uint64_t
edited_columns(const struct comparing *comparing,
               const struct changed_record *record)
{
    size_t count = comparing->type->column_count;
    const struct row *rows[2] = {record->then, record->row};
    struct text *written[2], *shown[2];
    uint64_t columns = 0;

    for (size_t i = 0; i < 2; i++) {
        size_t size = count * sizeof(struct text);

        written[i] = arena_take(comparing->scratch, size);
        shown[i] = arena_take(comparing->scratch, size);
        row_texts(comparing->now->book, (int)record->ledger, rows[i],
                  comparing->scratch, written[i]);
        redact_texts(comparing->privacy, (int)record->ledger, rows[i],
                     comparing->scratch, shown[i]);
    }
    for (size_t i = 0; i < count && i < 64; i++)
        if (is_compared(comparing, record, i) &&
            !is_same_cell(i, written, shown))
            columns |= UINT64_C(1) << i;
    arena_reset(comparing->scratch);
    return columns;
}

/* What became of a record that a running total had, or has. */
static void
add_to_sum(struct changed_sum *sum, uint64_t then, uint64_t now,
           bool is_of_month, bool is_dropped)
{
    bool was = (then & MARK_OF(sum->figure)) != 0;
    bool is = (now & MARK_OF(sum->figure)) != 0;
    bool is_entry = figures[sum->figure].events == EVENTS_ENTERED;

    sum->base += was;
    sum->total += is;
    sum->events += is && is_of_month;
    sum->late += is && !is_of_month && !was;
    if (was && is && is_of_month)
        sum->corrected++;
    if (!was || is)
        return;
    if (now == 0 || is_dropped)
        sum->withdrawn++;
    else if (is_entry)
        sum->corrected++;
    else
        sum->reopened++;
}

static void
sum_up(struct comparing *comparing, const struct event *then,
       const struct event *now, bool is_dropped)
{
    struct month month = comparing->now->month;

    for (size_t i = 0; i < CHANGED_SUMS; i++) {
        struct changed_sum *sum = &comparing->changes->sums[i];
        bool is_entry = figures[sum->figure].events == EVENTS_ENTERED;

        if (figures[sum->figure].ledger == comparing->ledger)
            add_to_sum(sum, then->marks, now->marks,
                       date_is_in(is_entry ? now->entered : now->closed, month),
                       is_dropped);
    }
}

/* The mark that says of a record that it was turned down. */
static uint64_t
turned_down(enum ledger_id ledger)
{
    if (ledger == LEDGER_problems)
        return MARK(PROBLEMS_DROPPED);
    return ledger == LEDGER_suggestions ? MARK(SUGGESTIONS_NOT_ADOPTED)
                                        : MARK(REPORTS_NOT_CONVERTED);
}

static void
place(struct comparing *comparing, struct changed_record *record,
      const struct event *then, const struct event *now)
{
    struct month month = comparing->now->month;
    bool is_dropped =
        (now->marks & ~then->marks & turned_down(comparing->ledger)) != 0;
    bool is_new = then->marks == 0 && now->marks != 0;
    bool is_done = date_is_given(now->closed) && !date_is_given(then->closed);
    bool entered_now = date_is_in(now->entered, month);
    bool closed_now = date_is_in(now->closed, month);

    record->entered_late = is_new && !entered_now;
    record->done_late = is_done && !closed_now;
    record->done_now = is_done && closed_now;
    sum_up(comparing, then, now, is_dropped);
    if (record->entered_late || record->done_late)
        add(comparing, CHANGED_LATE, record);
    if (is_new && entered_now)
        add(comparing, CHANGED_NEW, record);
    if (record->done_now)
        add(comparing, CHANGED_SOLVED, record);
    if (date_is_given(then->closed) && !date_is_given(now->closed) &&
        !is_dropped && now->marks != 0)
        add(comparing, CHANGED_REOPENED, record);
    if (now->marks == 0 ||
        (is_dropped &&
         (comparing->ledger == LEDGER_problems || date_is_given(then->closed))))
        add(comparing, CHANGED_WITHDRAWN, record);
    if (now->marks != 0 && (record->row->flags & ROW_MISSING_LATER))
        add(comparing, CHANGED_UNSEEN, record);
}

static void
compare(struct comparing *comparing, const struct row *row)
{
    struct changed_record record = {.ledger = comparing->ledger, .row = row};
    struct event now = event_of(comparing->now, comparing->ledger, row);
    struct event then = {.marks = 0};

    record.then =
        comparing->is_by_dates
            ? row
            : versions_by(&comparing->known, row, comparing->before->month);
    if (record.then)
        then = event_of(comparing->before, comparing->ledger, record.then);
    if (now.marks == 0 && then.marks == 0)
        return;
    if (ledger_is_core(comparing->ledger))
        place(comparing, &record, &then, &now);
    if (record.then == NULL || record.then == row)
        return;
    record.columns = edited_columns(comparing, &record);
    if (record.columns != 0)
        add(comparing, CHANGED_EDITED, &record);
}

static void
compare_ledger(struct comparing *comparing, enum ledger_id ledger)
{
    const struct book *book = comparing->now->book;
    const struct ledger *held = &book->ledgers[ledger];

    comparing->ledger = ledger;
    comparing->type = held->type;
    comparing->known = versions_new(comparing->arena, book, ledger);
    comparing->is_by_dates = !comparing->before->is_as_known[ledger];
    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);

        if (row->state == ROW_ACCEPTED)
            compare(comparing, row);
    }
}

struct record_changes
record_changes_of(const struct year *now, const struct year *before,
                  const struct redact *privacy, struct arena *arena)
{
    struct record_changes changes = {.is_first = before == NULL};
    struct comparing comparing = {.changes = &changes,
                                  .now = now,
                                  .before = before,
                                  .privacy = privacy,
                                  .arena = arena};

    if (before == NULL)
        return changes;
    comparing.scratch = arena_new();
    for (size_t i = 0; i < CHANGED_SUMS; i++)
        changes.sums[i].figure = totals[i];
    for (size_t i = 0; i < sizeof(compared) / sizeof(compared[0]); i++)
        compare_ledger(&comparing, compared[i]);
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

const struct changed_sum *
record_changes_sum(const struct record_changes *changes, enum figure_id figure)
{
    for (size_t i = 0; changes && i < CHANGED_SUMS; i++) {
        const struct changed_sum *sum = &changes->sums[i];

        if (sum->figure == figure &&
            sum->reopened + sum->withdrawn + sum->corrected + sum->late > 0)
            return sum;
    }
    return NULL;
}
