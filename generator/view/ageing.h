/*
 * How long the open matters of a chapter have waited, in classes of days; the
 * matters of each class are named beneath.
 */
#ifndef VIEW_AGEING_H
#define VIEW_AGEING_H

struct chapter;
struct report;
struct view;

/* AGEING, bars, and AGE {ID TITLE REF {FILE ANCHOR KEY}}: its classes.
   HAS_AGES where the ledger has deadlines, else HAS_NO_AGES. */
void ageing_fill(const struct report *report, const struct chapter *chapter,
                 struct view *view);

#endif
