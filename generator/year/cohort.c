/*
 * Cohorts and days.  For each month of entry there is one histogram of days
 * and one of months taken; every median, mean and percentile is read from
 * them, so nothing is sorted and nothing grows with the rows.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "year/span.h"
#include "year/tally.h"

enum { CORES = 3, MONTHS_MOST = 12 };

struct tally {
    int64_t *totals; /* by month of entry */
    int64_t *lags;   /* month of entry × months taken */
    int64_t *days;   /* month of entry × days taken */
    /* Days taken by what was carried over, which may be many years. */
    int64_t *carried;
    size_t carried_span;
};

struct cohorts_tally {
    struct year *year;
    size_t months;
    size_t span; /* more than any number of days */
    struct tally tallies[CORES];
};

static int
core_number(enum ledger_id ledger)
{
    return ledger == LEDGER_problems      ? 0
           : ledger == LEDGER_suggestions ? 1
           : ledger == LEDGER_reports     ? 2
                                          : -1;
}

static int64_t
total_of(const int64_t *days, size_t span)
{
    int64_t total = 0;

    for (size_t i = 0; i < span; i++)
        total += days[i];
    return total;
}

/* The value at a rank from 1. */
static int64_t
value_at(const int64_t *days, size_t span, int64_t rank)
{
    int64_t seen = 0;

    for (size_t i = 0; i < span; i++) {
        seen += days[i];
        if (seen >= rank)
            return (int64_t)i;
    }
    return 0;
}

/* Twice the median: the sum of the two middle values, which are one and the
   same for an odd number. */
static int64_t
median_doubled(const int64_t *days, size_t span)
{
    int64_t count = total_of(days, span);

    if (count == 0)
        return -1;
    return value_at(days, span, (count + 1) / 2) +
           value_at(days, span, count / 2 + 1);
}

static void
finish_cohort(const struct cohorts_tally *tally, int number)
{
    const struct tally *it = &tally->tallies[number];
    struct cohort *cohort = &tally->year->cohorts[number];
    size_t first =
        tally->months > MONTHS_MOST ? tally->months - MONTHS_MOST : 0;

    for (size_t month = first; month < tally->months; month++) {
        struct cohort_row *row = &cohort->rows[cohort->count++];
        int64_t sum = 0;

        row->month.number = tally->year->start.number + (int)month;
        row->total = it->totals[month];
        row->months = tally->months - month;
        for (size_t lag = 0; lag < row->months; lag++) {
            sum += it->lags[month * tally->months + lag];
            row->within[lag] = sum;
        }
        row->median_numerator =
            median_doubled(it->days + month * tally->span, tally->span);
    }
}

static void
set_fraction(struct figure *figure, int64_t numerator, int64_t denominator)
{
    figure->numerator = numerator;
    figure->denominator = denominator;
}

static void
finish_days(struct year *year, const int64_t *days, size_t span,
            enum figure_id median)
{
    int64_t count = total_of(days, span), sum = 0;

    if (count == 0)
        return;
    set_fraction(&year->figures[median], median_doubled(days, span), 2);
    if (median != FIGURE_PROBLEMS_DAYS_MEDIAN)
        return;
    for (size_t i = 0; i < span; i++)
        sum += (int64_t)i * days[i];
    set_fraction(&year->figures[FIGURE_PROBLEMS_DAYS_MEAN], sum, count);
    set_fraction(&year->figures[FIGURE_PROBLEMS_DAYS_P90],
                 value_at(days, span, (9 * count + 9) / 10), 1);
}

struct cohorts_tally *
cohorts_new(struct year *year)
{
    struct cohorts_tally *tally = ARENA_NEW(year->arena, struct cohorts_tally);
    size_t months = (size_t)(year->month.number - year->start.number) + 1;

    tally->year = year;
    tally->months = months;
    tally->span = months * 31 + 1;
    for (int i = 0; i < CORES; i++) {
        struct tally *it = &tally->tallies[i];

        it->totals = arena_take(year->arena, months * sizeof(int64_t));
        it->lags = arena_take(year->arena, months * months * sizeof(int64_t));
        it->days =
            arena_take(year->arena, months * tally->span * sizeof(int64_t));
    }
    return tally;
}

/* The histogram of what was carried over grows with the days it meets. */
static void
add_carried(struct tally *tally, size_t days)
{
    if (days >= tally->carried_span) {
        size_t span = 2 * days + 1;

        tally->carried =
            must_grow(tally->carried, span * sizeof(*tally->carried));
        memset(tally->carried + tally->carried_span, 0,
               (span - tally->carried_span) * sizeof(*tally->carried));
        tally->carried_span = span;
    }
    tally->carried[days]++;
}

void
cohorts_add(struct cohorts_tally *tally, enum ledger_id ledger,
            const struct event *event)
{
    int number = core_number(ledger);
    int entered, lag;
    struct tally *it;

    if (number < 0)
        return;
    it = &tally->tallies[number];
    if (event->is_carried) {
        if (event->days >= 0)
            add_carried(it, (size_t)event->days);
        return;
    }
    entered = year_month_index(tally->year, event->entered);
    it->totals[entered]++;
    if (!date_is_given(event->closed))
        return;
    lag = month_of(event->closed).number - month_of(event->entered).number;
    if (lag < 0)
        lag = 0;
    it->lags[(size_t)entered * tally->months + (size_t)lag]++;
    if (event->days >= 0)
        it->days[(size_t)entered * tally->span + (size_t)event->days]++;
}

/* Every month's days and those of what was carried over, from the arena. */
static int64_t *
all_days(const struct cohorts_tally *tally, const struct tally *it,
         size_t *span)
{
    int64_t *days;

    *span = tally->span > it->carried_span ? tally->span : it->carried_span;
    days = arena_take(tally->year->arena, *span * sizeof(*days));
    for (size_t i = 0; i < tally->months * tally->span; i++)
        days[i % tally->span] += it->days[i];
    for (size_t i = 0; i < it->carried_span; i++)
        days[i] += it->carried[i];
    return days;
}

void
cohorts_finish(struct cohorts_tally *tally)
{
    static const enum figure_id medians[CORES] = {
        FIGURE_PROBLEMS_DAYS_MEDIAN, FIGURE_SUGGESTIONS_DAYS_MEDIAN,
        FIGURE_REPORTS_DAYS_MEDIAN};

    for (int i = 0; i < CORES; i++) {
        struct tally *it = &tally->tallies[i];
        size_t span;
        int64_t *days;

        if (!tally->year->book->ledgers[figures[medians[i]].ledger].is_present)
            continue;
        finish_cohort(tally, i);
        days = all_days(tally, it, &span);
        finish_days(tally->year, days, span, medians[i]);
        free(it->carried);
    }
}
