/*
 * The hand-written paragraph at the head of the month (year/narrative.h).
 */
#ifndef VIEW_NARRATIVE_H
#define VIEW_NARRATIVE_H

struct report;
struct view;

/* A list WRITTEN, one item for each paragraph; its list PART has WORDS, SHOWN
   (FIGURE, VALUE, LINK) and CLAIM (TEXT, LINK). */
void narrative_fill(const struct report *report, struct view *view);

#endif
