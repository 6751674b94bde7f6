/*
 * Each unit's year at a glance: problems solved, month by month.
 */
#ifndef VIEW_MULTIPLES_H
#define VIEW_MULTIPLES_H

struct report;
struct view;

/* MULTIPLES, for parts/multiples; empty when no problem was solved. */
void multiples_fill(const struct report *report, struct view *view);

#endif
