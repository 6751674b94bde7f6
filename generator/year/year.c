/*
 * One pass over the rows of each ledger: what a row counts as (year/event.h)
 * is added to the figures, tables and cohorts, and its place is noted for the
 * counting sort that puts the rows in order of entry.
 */
#include "year/year.h"

#include <stdlib.h>

#include "base/arena.h"
#include "ledger/campaign.h"
#include "year/active_cadres.h"
#include "year/event.h"
#include "year/presence.h"
#include "year/scores.h"
#include "year/span.h"
#include "year/tally.h"

enum { MILLION = 1000000, DAYS_A_MONTH = 32 };

struct pass {
    struct year *year;
    struct tables_tally *tables;
    struct cohorts_tally *cohorts;
    size_t *places; /* rows by day of entry, for the counting sort */
    size_t place_count;
};

static void
add_to(int64_t *sum, int64_t amount)
{
    if (__builtin_add_overflow(*sum, amount, sum))
        *sum = amount < 0 ? INT64_MIN : INT64_MAX;
}

/* The day of entry counted from the year's first, a month without day before
   its days.  What has no day inside the year stands first, as read. */
static size_t
place_of(const struct year *year, struct date entered)
{
    int months;

    if (!date_is_given(entered))
        return 0;
    months = year_month_index(year, entered);
    if (months < 0 || entered.year > year->cutoff.year + 1 ||
        month_of(entered).number > year->month.number)
        return 0;
    return (size_t)months * DAYS_A_MONTH + entered.day;
}

static bool
is_of_month(const struct year *year, enum figure_id figure,
            const struct event *event)
{
    switch (figures[figure].events) {
    case EVENTS_ENTERED:
        return date_is_in(event->entered, year->month);
    case EVENTS_CLOSED:
        return date_is_in(event->closed, year->month);
    case EVENTS_NONE:
        break;
    }
    return false;
}

static void
count_event(struct pass *pass, enum ledger_id ledger, const struct event *event)
{
    struct figure *all = pass->year->figures;

    for (uint64_t marks = event->marks; marks; marks &= marks - 1) {
        enum figure_id id = figure_of_mark(ledger, marks);
        struct figure *figure = &all[id];

        figure->count++;
        add_to(&figure->numerator, event->amount);
        if (is_of_month(pass->year, id, event))
            add_to(&figure->events, event->amount);
    }
    if (event->marks & MARK(PROJECTS_SIGNED)) {
        add_to(&all[FIGURE_PROJECTS_INVEST_WAN].numerator, event->invest);
        add_to(&all[FIGURE_PROJECTS_DONE_WAN].numerator, event->done);
    }
    tables_add(pass->tables, ledger, event);
    cohorts_add(pass->cohorts, ledger, event);
}

/* What the first half of the counting sort found out about a row. */
struct entry {
    uint64_t marks;
    bool counts;
    uint32_t place; /* of the day it entered */
};

/* The second half of the counting sort: places become positions. */
static void
order_rows(struct pass *pass, enum ledger_id ledger, const struct entry *found)
{
    struct year *year = pass->year;
    size_t position = 0;

    for (size_t i = 0; i < pass->place_count; i++) {
        size_t count = pass->places[i];

        pass->places[i] = position;
        position += count;
    }
    year->order_count[ledger] = position;
    year->order[ledger] =
        arena_take(year->arena, (position + 1) * sizeof(uint32_t));
    year->marks[ledger] =
        arena_take(year->arena, (position + 1) * sizeof(uint64_t));
    for (size_t i = 0; i < year->book->ledgers[ledger].count; i++) {
        if (!found[i].counts)
            continue;
        position = pass->places[found[i].place]++;
        year->order[ledger][position] = (uint32_t)i;
        year->marks[ledger][position] = found[i].marks;
    }
}

static void
count_ledger(struct pass *pass, enum ledger_id ledger)
{
    const struct ledger *held = &pass->year->book->ledgers[ledger];
    struct entry *found = must_grow(NULL, (held->count + 1) * sizeof(*found));

    for (size_t i = 0; i < pass->place_count; i++)
        pass->places[i] = 0;
    for (size_t i = 0; i < held->count; i++) {
        struct event event = event_of(pass->year, ledger, ledger_row(held, i));

        found[i] = (struct entry){
            .marks = event.marks,
            .counts = event.marks != 0 || event.is_listed,
        };
        if (!found[i].counts)
            continue;
        found[i].place = (uint32_t)place_of(pass->year, event.entered);
        pass->places[found[i].place]++;
        count_event(pass, ledger, &event);
    }
    order_rows(pass, ledger, found);
    free(found);
}

/* Rows taken from those of another figure are the same when they are as
   many. */
static enum figure_id
shown_by(const struct year *year, const struct figure_type *type)
{
    const struct figure_type *list = &figures[type->list];
    bool is_of_days = list->kind == FIGURE_IS_MEDIAN;

    return is_of_days && year->figures[list->from].count ==
                             year->figures[type->list].count
               ? list->from
               : type->list;
}

/* Rows of all figures of those marks, added up. */
static int64_t
rows_of(const struct year *year, enum ledger_id ledger, uint64_t marks)
{
    int64_t rows = 0;

    for (; marks; marks &= marks - 1)
        rows += (int64_t)year->figures[figure_of_mark(ledger, marks)].count;
    return rows;
}

/* Counts and sums are added up already; days have their fractions from the
   cohorts, the mean score from the scores. */
static void
finish_figures(struct year *year)
{
    for (int i = 0; i < FIGURE_COUNT; i++) {
        const struct figure_type *type = &figures[i];
        struct figure *figure = &year->figures[i];

        figure->is_present = figure_has_source(year, (enum figure_id)i);
        figure->count = year->figures[type->list].count;
        figure->shown_by = shown_by(year, type);
        if (type->kind == FIGURE_IS_COUNT)
            figure->denominator = 1;
        if (type->kind == FIGURE_IS_SUM)
            figure->denominator = type->ledger == LEDGER_projects ? MILLION : 1;
        if (type->kind != FIGURE_IS_RATE)
            continue;
        figure->numerator = (int64_t)year->figures[type->list].count;
        figure->denominator = rows_of(year, type->ledger, type->of) -
                              rows_of(year, type->ledger, type->less);
    }
}

/* Counting adds up every mark; of days there is nothing to add, they have
   their fractions from the cohorts. */
static void
clear_days(struct year *year)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (figures[i].kind == FIGURE_IS_MEDIAN)
            year->figures[i].numerator = 0;
}

/* By key, then month, then as read, so that the last of a key is its latest. */
struct indicator_row {
    struct text key;
    const struct indicator *row;
};

static int
by_key_and_month(const void *a, const void *b)
{
    const struct indicator_row *x = a, *y = b;
    int order = text_compare(x->key, y->key);

    if (order != 0)
        return order;
    if (x->row->month.number != y->row->month.number)
        return x->row->month.number < y->row->month.number ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static int
by_row(const void *a, const void *b)
{
    const struct indicator_figure *x = a, *y = b;

    return (x->row > y->row) - (x->row < y->row);
}

static size_t
gather_indicators(const struct year *year, struct indicator_row *rows)
{
    const struct ledger *held = &year->book->ledgers[LEDGER_indicators];
    size_t count = 0;

    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);
        const struct indicator *indicator = (const struct indicator *)row;

        if (!row_counts_in(row) || indicator->month.number == 0 ||
            indicator->month.number > year->month.number)
            continue;
        rows[count].key =
            row_text(year->book, LEDGER_indicators, row, "key", year->arena);
        rows[count++].row = indicator;
    }
    qsort(rows, count, sizeof(*rows), by_key_and_month);
    return count;
}

static void
find_indicators(struct year *year)
{
    const struct ledger *held = &year->book->ledgers[LEDGER_indicators];
    struct indicator_row *rows =
        arena_take(year->arena, (held->count + 1) * sizeof(*rows));
    size_t count = gather_indicators(year, rows), first = 0;

    year->indicators =
        arena_take(year->arena, (count + 1) * sizeof(*year->indicators));
    for (size_t i = 0; i < count; i++) {
        struct indicator_figure *it;

        if (i + 1 < count && text_equal(rows[i].key, rows[i + 1].key))
            continue;
        it = &year->indicators[year->indicator_count++];
        it->key = rows[i].key;
        it->row = &rows[i].row->row;
        it->name = row_text(year->book, LEDGER_indicators, it->row, "name",
                            year->arena);
        it->count = i + 1 - first;
        first = i + 1;
    }
    qsort(year->indicators, year->indicator_count, sizeof(*year->indicators),
          by_row);
}

/* As the office set it, else January; a month before the year's start (an
   older report) falls back to its own January. */
static struct month
start_of(const struct book *book, struct month month)
{
    struct month start = book->year_start;

    if (book->codes && book->codes->year_start.number != 0)
        start = book->codes->year_start;
    else if (month_year(start) != month_year(month))
        start.number = 0;
    if (start.number == 0 || start.number > month.number)
        start = month_make(month_year(month), 1);
    return start;
}

static struct year *
begin(struct arena *arena, const struct book *book, struct month month)
{
    struct year *year = ARENA_NEW(arena, struct year);

    year->arena = arena;
    year->book = book;
    year->month = month;
    year->start = start_of(book, month);
    year->cutoff = month_last_day(month);
    return year;
}

static void
count_all(struct year *year)
{
    struct pass pass = {.year = year};

    pass.place_count =
        (size_t)(year->month.number - year->start.number + 1) * DAYS_A_MONTH;
    pass.places =
        arena_take(year->arena, pass.place_count * sizeof(*pass.places));
    pass.tables = tables_new(year);
    pass.cohorts = cohorts_new(year);
    choose_active_cadres(year);
    choose_scored_cadres(year);
    for (int i = 0; i < LEDGER_COUNT; i++)
        count_ledger(&pass, (enum ledger_id)i);
    clear_days(year);
    cohorts_finish(pass.cohorts);
    tables_finish(pass.tables);
    finish_figures(year);
    find_indicators(year);
}

struct year *
year_new(struct arena *arena, const struct book *book, struct month month)
{
    struct year *year = begin(arena, book, month);

    for (int i = 0; i < LEDGER_COUNT; i++)
        if (month.number < book->month.number)
            year->versions[i] = versions_new(arena, book, (enum ledger_id)i);
    count_all(year);
    return year;
}

struct year *
year_as_known(struct arena *arena, const struct book *book, struct month month)
{
    struct year *year = begin(arena, book, month);

    for (int i = 0; i < LEDGER_COUNT; i++) {
        enum ledger_id ledger = (enum ledger_id)i;

        year->is_as_known[i] = versions_reach(book, ledger, month);
        if (!year->is_as_known[i])
            year->versions[i] = versions_new(arena, book, ledger);
    }
    count_all(year);
    return year;
}

uint64_t
year_marks(const struct year *year, enum ledger_id ledger,
           const struct row *row)
{
    return event_of(year, ledger, row).marks;
}

const struct row **
year_list(const struct year *year, enum figure_id figure, struct arena *arena,
          size_t *count)
{
    enum ledger_id ledger = figures[figure].ledger;
    enum figure_id list = figures[figure].list;
    size_t most = year->figures[list].count;
    const struct row **rows = arena_take(arena, (most + 1) * sizeof(*rows));

    *count = 0;
    for (size_t i = 0; i < year->order_count[ledger] && *count < most; i++)
        if (year->marks[ledger][i] & MARK_OF(list))
            rows[(*count)++] = ledger_row(&year->book->ledgers[ledger],
                                          year->order[ledger][i]);
    return rows;
}

/* Sums of money as exact decimals, without the zeros that say nothing. */
static struct text
money_text(struct arena *arena, int64_t millionths)
{
    struct text text = decimal_text(arena, millionths, MILLION, 6);

    while (text_ends(text, "0"))
        text.length--;
    if (text_ends(text, "."))
        text.length--;
    return text;
}

struct text
figure_text(struct arena *arena, const struct year *year, enum figure_id figure)
{
    const struct figure *it = &year->figures[figure];

    if (!it->is_present || it->denominator == 0)
        return TEXT("—");
    switch (figures[figure].kind) {
    case FIGURE_IS_COUNT:
        return decimal_text(arena, it->numerator, it->denominator, 0);
    case FIGURE_IS_SUM:
        return it->denominator == 1 ? decimal_text(arena, it->numerator, 1, 0)
                                    : money_text(arena, it->numerator);
    case FIGURE_IS_RATE:
        return percent_text(arena, it->numerator, it->denominator);
    case FIGURE_IS_MEDIAN:
    case FIGURE_IS_MEAN:
    case FIGURE_IS_P90:
        break;
    }
    return decimal_text(arena, it->numerator, it->denominator, 1);
}
