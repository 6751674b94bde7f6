/*
 * How a month opens: the hand-written paragraphs, if there are any, and the
 * sentence that says the month in figures.
 */
#ifndef VIEW_OPENING_H
#define VIEW_OPENING_H

struct report;
struct view;

/* WRITTEN (view/narrative.h), and LEAD with the sentence (view/sentence.h),
   empty when no core ledger was received. */
void opening_fill(const struct report *report, struct view *view);

#endif
