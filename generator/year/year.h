/*
 * The year in figures, as of one cutoff.
 *
 * Everything is computed from dates as of the last day of the report month
 * (contract/figures), never from today's status; so any past month can be
 * computed again from the same book.  Nothing here can fail.
 *
 * A figure is a set of rows: each row carries one bit for each figure whose
 * list it stands in.  The value of a count is the number of its rows, the
 * value of a sum or a rate is made from such numbers; so no figure can differ
 * from its list.
 */
#ifndef YEAR_YEAR_H
#define YEAR_YEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "ledger/book.h"
#include "year/figures.h"
#include "year/versions.h"

struct arena;

struct figure {
    bool is_present; /* there is something to count it from */
    size_t count;    /* rows in its list */
    /* The value as an exact fraction: numerator ÷ denominator.  Counts and
       sums of times have denominator 1; sums of 万元 have millionths; rates
       are NOT multiplied by 100; denominator 0: no value ("—").  Sums stop
       at the largest number there is. */
    int64_t numerator;
    int64_t denominator;
    int64_t events; /* of a running total: how much of it is of the month */
    /* Whose page lists its rows: its list's own, but when every solved
       problem has its days, that of those solved. */
    enum figure_id shown_by;
};

struct table_row {
    struct text key; /* unit, category, "2025-03", "0-7"; empty: none given */
    uint32_t code;   /* of the unit or category, else 0 */
    int64_t values[TABLE_COLUMNS_MOST];
};

struct table {
    struct table_row *rows;
    size_t count;
};

/* Of what entered in a month, how much was solved (adopted, converted) within
   0, 1, 2 … months, cumulative.  The latest twelve months of the year. */
struct cohort_row {
    struct month month;
    int64_t total;
    int64_t within[12];
    size_t months;            /* how many of within are known at the cutoff */
    int64_t median_numerator; /* days, ÷ 2; -1 when none */
};

struct cohort {
    struct cohort_row rows[12];
    size_t count;
};

/* An indicator at the cutoff: the row of its latest month. */
struct indicator_figure {
    struct text key;
    struct text name;
    const struct row *row;
    size_t count; /* rows up to the cutoff */
};

struct year {
    struct arena *arena;
    const struct book *book;
    struct month month;
    struct month start;
    struct date cutoff;
    struct figure figures[FIGURE_COUNT];
    struct table tables[TABLE_COUNT];
    struct cohort cohorts[3]; /* problems, suggestions, reports */
    struct indicator_figure *indicators;
    size_t indicator_count;
    /* By ledger: rows that count, ordered by the day they entered, then as
       read; indexes for ledger_row. */
    uint32_t *order[LEDGER_COUNT];
    uint64_t
        *marks[LEDGER_COUNT]; /* of each: the figures it stands in */
    size_t order_count[LEDGER_COUNT];
    /* By ledger, NULL for most: a byte for each row that says whether it
       stands in a list that its own dates do not decide (active cadres, one
       evaluation for each cadre). */
    uint8_t *chosen[LEDGER_COUNT];
    /* By ledger: whether its rows are those of the folders up to the month,
       not today's; and what today's rows were for a month before the book's,
       where they have changed. */
    bool is_as_known[LEDGER_COUNT];
    struct versions versions[LEDGER_COUNT];
};

/* The year as of the last day of the month, by today's rows; what has no day
   of its own as it was known for the month.  The book is borrowed. */
struct year *year_new(struct arena *arena, const struct book *book,
                      struct month month);

/* The year as it was known then: by the rows of the folders up to the month.
   A ledger that has none is counted by today's rows. */
struct year *year_as_known(struct arena *arena, const struct book *book,
                           struct month month);

/* The figures a row stands in as of the year's cutoff, one bit each. */
uint64_t year_marks(const struct year *year, enum ledger_id ledger,
                    const struct row *row);

/* Which row of the table of ages counts an open record that entered then. */
size_t year_age_class(const struct year *year, struct date entered);

/* The rows of a figure's list, in order; *count of them, from the arena. */
const struct row **year_list(const struct year *year, enum figure_id figure,
                             struct arena *arena, size_t *count);

/* The words contract/figures shows for a value: "132", "96.4", "—". */
struct text figure_text(struct arena *arena, const struct year *year,
                        enum figure_id figure);

/* Exact arithmetic: n ÷ d × 10^decimals, rounded half up (away from zero). */
int64_t round_half_up(int64_t numerator, int64_t denominator, int decimals);

/* "96.4" for 132 of 137: one decimal; 100.0 only if n = d, 0.0 only if n = 0;
   "—" when d = 0. */
struct text percent_text(struct arena *arena, int64_t numerator,
                         int64_t denominator);

/* numerator ÷ denominator with so many decimals: "31.5". */
struct text decimal_text(struct arena *arena, int64_t numerator,
                         int64_t denominator, int decimals);

#endif
