/*
 * The arithmetic of one cadre's score, dimension by dimension.
 */
#ifndef VIEW_SCORE_H
#define VIEW_SCORE_H

#include "year/scores.h"

struct report;
struct view;

/* The list SCORE with one item: TOTAL, RANK, PREVIOUS, FORMULA, STABLE, the
   bars ARITHMETIC and HAS_EXAMPLES; IS_UNSCORED when the month has scores
   but not the cadre's.  Both are empty without the ledger. */
void score_fill(const struct report *report, const struct cadre_score *score,
                struct view *view);

/* DIMENSIONS, for parts/bars: the mean of each dimension over all cadres
   scored in the month; empty without scores. */
void dimensions_fill(const struct report *report, struct view *view);

#endif
