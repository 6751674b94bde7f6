/*
 * Comparisons: with the month before, with the year's schedule, with a
 * target.  Exact fractions only; words and rounding come later.
 */
#ifndef YEAR_CHANGE_H
#define YEAR_CHANGE_H

#include "year/year.h"

/* numerator ÷ denominator; denominator 0: no value. */
struct fraction {
    int64_t numerator;
    int64_t denominator;
};

/* How a change may be put into words (contract/figures: 环比). */
enum change_kind {
    CHANGE_NONE,     /* the base is 0 or missing: "—" with a note */
    CHANGE_ABSOLUTE, /* the base is below 10: so many more or fewer */
    CHANGE_PERCENT,  /* else: (now − base) ÷ base, not times 100 */
    CHANGE_POINTS    /* between two rates: their difference, not times 100 */
};

struct change {
    enum change_kind kind;
    struct fraction by; /* negative: fewer */
};

/* Between two counts or sums of the same denominator. */
struct change change_of_counts(const struct figure *now,
                               const struct figure *base);

/* Between two rates; none when either has no value. */
struct change change_of_rates(const struct figure *now,
                              const struct figure *base);

/* A target's attainment against 序时进度. */
struct attainment {
    struct fraction share;    /* value ÷ target; none when the target is 0 */
    struct fraction schedule; /* months elapsed ÷ 12 */
    struct fraction ahead;    /* share − schedule, from unrounded values */
};

/* The target in millionths; the value of a rate is compared in percent. */
struct attainment attainment_of(const struct year *year, enum figure_id figure,
                                int64_t target_millionths);

/* The target of targets.csv for the figure: that of the report month if there
   is one, else that for every month; false if there is none. */
bool target_of(const struct year *year, enum figure_id figure,
               int64_t *millionths);

/* The figure of that id; false if there is none. */
bool figure_by_id(struct text id, enum figure_id *figure);

#endif
