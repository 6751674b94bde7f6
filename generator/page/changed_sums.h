/*
 * How last month's running totals became this month's.
 */
#ifndef PAGE_CHANGED_SUMS_H
#define PAGE_CHANGED_SUMS_H

struct telling;
struct view;

/* SUMS {ID TITLE HEAD LINE LAST {LABEL CELL} SUM {LABEL BASE EVENTS TERM
   TOTAL}}: a table for each ledger whose totals are not just last month's with
   what happened since, without lines of nothing; and each total as one line.
   HAS_SUMS.  Where records are told on the page itself they have been filled
   in before. */
void changed_sums_fill(const struct telling *telling, struct view *view);

#endif
