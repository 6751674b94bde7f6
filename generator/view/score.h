/*
 * The arithmetic of one cadre's score, dimension by dimension.
 */
#ifndef VIEW_SCORE_H
#define VIEW_SCORE_H

#include "year/scores.h"

struct arena;
struct report;
struct view;

/* "总分84.76，第21名（共50人），较上月低0.95分；服务意识由94.60降到85.47，影响最大",
   or what is missing instead of a rank. */
struct text score_said(const struct report *report,
                       const struct cadre_score *score, struct arena *arena);

/* The list SCORE with one item: the table SOURCE {TEXT}, DIMENSION {LABEL GIVEN
   MEAN WEIGHT POINTS}, SUM {WEIGHT TOTAL}; the dots MOVES of this month and
   last, PREVIOUS, STABLE and HAS_EXAMPLES.  Empty without a score. */
void score_fill(const struct report *report, const struct cadre_score *score,
                struct view *view);

/* DIMENSIONS, for parts/dots: the mean of each dimension over all cadres
   scored in the month and in the last; empty without scores. */
void dimensions_fill(const struct report *report, struct view *view);

/* The same on a page behind the overview: none in the month in one file, whose
   overview has them. */
void dimensions_again_fill(const struct report *report, struct view *view);

#endif
