/*
 * What the month after the report month holds: matters whose day falls in it,
 * by name.
 */
#ifndef VIEW_NEXT_MONTH_H
#define VIEW_NEXT_MONTH_H

struct report;
struct view;

/* The list AHEAD, empty when nothing falls due: ITEM, a sentence, and the list
   NAMED {TEXT} of the first records it counts; HAS_AHEAD. */
void next_month_fill(const struct report *report, struct view *view);

#endif
