/*
 * All units at one glance, for the month page: one table, in the order of
 * protocol, of which a unit's own page says more.
 */
#ifndef VIEW_UNIT_TABLE_H
#define VIEW_UNIT_TABLE_H

struct report;
struct view;

/* STANDINGS, for parts/bars, and STANDINGS_CUT with one TEXT when there are
   more units than it shows; both empty without units. */
void unit_table_fill(const struct report *report, struct view *view);

#endif
