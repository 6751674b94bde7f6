/*
 * Claims: indicators that say which figure they state, held against it.
 *
 * An exact claim is true when it is the figure.  "130余" is true for more
 * than 130 and less than 130 and its rounding unit: the place of its last
 * digit that is not zero, and 1 for a claim like 7余.  "约130" is true
 * within half a rounding unit on either side.
 */
#ifndef YEAR_CLAIMS_H
#define YEAR_CLAIMS_H

#include "year/year.h"

struct claim {
    const struct row *row; /* of indicators */
    enum figure_id figure;
    struct month month;
    int64_t stated; /* millionths */
    /* The figure at the month's cutoff; a rate is already in percent. */
    int64_t numerator, denominator;
};

/* Whether the ledger's value bears the claim out; bound is an enum
   indicator_bound or 0.  A rate stated exactly is compared at the one decimal
   it is shown with. */
bool claim_holds(int64_t stated_millionths, int bound, int64_t numerator,
                 int64_t denominator);

/* What the indicator's row claims of a figure; false if it names none, or one
   whose ledger is absent. */
bool claim_made(const struct year *year, const struct row *row,
                struct arena *arena, struct claim *claim);

/* Reads "130余", "130多", "约130", "130" or "96.4%"; false if it is none. */
bool claim_parse(struct text words, int64_t *stated_millionths, int *bound);

/* "130余", "约130", "94.1%": a claim and what it is held against in words. */
struct text claim_stated(struct arena *arena, const struct claim *claim);
struct text claim_actual(struct arena *arena, const struct claim *claim);

/* The claims up to the year's month that the ledgers do not bear out, as
   read; from the arena. */
struct claim *claims_wrong(const struct year *year, struct arena *arena,
                           size_t *count);

#endif
