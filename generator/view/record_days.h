/*
 * How long a matter took, or how long it has left.
 */
#ifndef VIEW_RECORD_DAYS_H
#define VIEW_RECORD_DAYS_H

#include "ledger/ledgers.h"

struct report;
struct row;
struct view;

enum { RECORD_DAYS_WHOLE = 90 }; /* days: the length of a whole bar */

/* TEXT, TONE and WIDTH: days taken of what is done, "逾期28天" or "剩2天" of
   what waits for a deadline, else the days it has waited. */
void record_days_fill(const struct report *report, enum ledger_id ledger,
                      const struct row *row, struct view *item);

#endif
