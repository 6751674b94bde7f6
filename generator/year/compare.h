/*
 * Comparisons: with the month before, with the year's schedule, with a
 * target.  Exact fractions only; words and rounding come later.
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

/* What targets.csv sets for a figure. */
struct target {
    int64_t millionths; /* above 0; of a rate in percent */
    bool is_of_month;   /* for the report month alone: no 序时进度 */
};

/* The target of the report month if there is one, else that for every month;
   false if there is none. */
bool target_of(const struct year *year, enum figure_id figure,
               struct target *target);

/* The same for any id: also that of an indicator, "indicators.award". */
bool target_of_id(const struct year *year, struct text id,
                  struct target *target);

/* A target's attainment against 序时进度. */
struct attainment {
    struct fraction share;    /* value ÷ target */
    struct fraction schedule; /* months elapsed ÷ 12 */
    struct fraction ahead;    /* share − schedule, from unrounded values */
    struct fraction above; /* share − 1; of a rate its value − target, not
                                 times 100 */
};

/* All without value (denominator 0) when the figure has none. */
struct attainment attainment_of(const struct year *year, enum figure_id figure,
                                const struct target *target);

#endif
