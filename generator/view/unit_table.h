/*
 * What is in hand, where: the units that hold open matters, and the fields.
 */
#ifndef VIEW_UNIT_TABLE_H
#define VIEW_UNIT_TABLE_H

#include <stddef.h>

struct report;
struct unit_shown;
struct view;

/* HOLDERS, one item or none, with TITLE, SUBTITLE and a ROW for each unit that
   holds an open problem: NAME FILE, SQUARE {IS_OVERDUE}, OPEN {TEXT LINK},
   PAIR {TABLE PART {TEXT LINK} WHOLE {TEXT LINK}}. */
void holders_fill(const struct report *report, struct view *view);

/* FIELDS, the same for the fields of problems, those with most first; RATE,
   WIDTH and WHOLE besides. */
void fields_fill(const struct report *report, struct view *view);

/* HEAD {MATTERS MEASURE} of the table of all units; of one unit, the place-th,
   its NAME and LINK and a CELL for each head, with NUMBER {TEXT LINK IS_WHOLE}:
   two for "11/12", none of what there is none; the sums of all, the same. */
void standing_heads_fill(const struct report *report, struct view *table);
void standing_row_fill(const struct report *report,
                       const struct unit_shown *unit, size_t place,
                       struct view *row);
void standing_total_fill(const struct report *report, struct view *row);

#endif
