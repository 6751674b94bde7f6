/*
 * 需要关注: what is late, what falls behind, what was set aside; each with
 * the list or page that names it.
 */
#ifndef VIEW_ATTENTION_H
#define VIEW_ATTENTION_H

struct report;
struct view;

/* The list DUTY, items with WORD, TONE, TEXT and LINK, IS_NOTICE when it is
   about the data; IS_CALM when there is nothing to say, and CALM, which says
   so, else HAS_DUTIES. */
void attention_fill(const struct report *report, struct view *view);

#endif
