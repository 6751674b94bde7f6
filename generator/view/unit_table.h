/*
 * What is in hand, where: the units that hold open matters, and the fields.
 */
#ifndef VIEW_UNIT_TABLE_H
#define VIEW_UNIT_TABLE_H

struct report;
struct view;

/* HOLDERS, one item or none, with TITLE, SUBTITLE and a ROW for each unit that
   holds an open problem: NAME FILE, SQUARE {IS_OVERDUE}, OPEN {TEXT LINK},
   PAIR {TABLE PART {TEXT LINK} WHOLE {TEXT LINK}}. */
void holders_fill(const struct report *report, struct view *view);

/* FIELDS, the same for the fields of problems, those with most first; RATE,
   WIDTH and WHOLE besides. */
void fields_fill(const struct report *report, struct view *view);

#endif
