/*
 * Comparisons of a figure with that of another month.  Exact fractions only;
 * words and rounding come later.
 */
#ifndef YEAR_COMPARE_H
#define YEAR_COMPARE_H

#include "year/year.h"

/* numerator ÷ denominator; denominator 0: no value. */
struct fraction {
    int64_t numerator;
    int64_t denominator;
};

/* How a change may be put into words (contract/figures: 环比). */
enum change_kind {
    CHANGE_NONE,     /* the base is 0 or missing: "—" with a note */
    CHANGE_ABSOLUTE, /* so many more or fewer: of days and scores, and of
                        counts and sums when the base is below 10 */
    CHANGE_PERCENT,  /* share says how much of the base */
    CHANGE_POINTS    /* between two rates */
};

struct comparison {
    enum change_kind kind;
    struct fraction by;    /* now − base: of a rate not times 100 */
    struct fraction share; /* (now − base) ÷ base, not times 100 */
};

/* Between two values of a figure of that kind; no value gives no change. */
struct comparison change_of(enum figure_kind kind, const struct figure *now,
                            const struct figure *base);

/* a − b, and a ÷ b; no value where one has none, or b is 0. */
struct fraction fraction_difference(struct fraction a, struct fraction b);
struct fraction fraction_ratio(struct fraction a, struct fraction b);

/* The value of a figure that is there. */
struct fraction figure_value(const struct figure *figure);

#endif
