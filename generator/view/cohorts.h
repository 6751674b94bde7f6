/*
 * How soon: of what entered in each month, how much was done within so many
 * months, and the same for all months together.
 */
#ifndef VIEW_COHORTS_H
#define VIEW_COHORTS_H

struct chapter;
struct report;
struct view;

/* COHORT, for parts/grid, and LAG, for parts/bars; empty without records. */
void cohorts_fill(const struct report *report, const struct chapter *chapter,
                  struct view *view);

#endif
