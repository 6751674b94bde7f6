/*
 * How a month opens: the hand-written paragraphs (year/narrative.h), if there
 * are any, and the sentence that says the month in figures.
 */
#ifndef VIEW_NARRATIVE_H
#define VIEW_NARRATIVE_H

struct report;
struct view;

/* A list WRITTEN, one item for each paragraph; its list PART has WORDS, SHOWN
   (FIGURE, VALUE, LINK) and CLAIM (TEXT, LINK).  LEAD with the sentence
   (view/sentence.h), empty when no core ledger was received. */
void narrative_fill(const struct report *report, struct view *view);

#endif
