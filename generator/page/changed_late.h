/*
 * What belongs to an earlier month and was told only since: a table for each
 * ledger, the longest awaited first.
 */
#ifndef PAGE_CHANGED_LATE_H
#define PAGE_CHANGED_LATE_H

#include <stdint.h>

#include "year/year.h"

struct telling;
struct view;

/* LATE {TITLE LEAD LEDGER REST}, empty when there is none. */
void late_fill(struct telling *telling, struct view *view);

/* Where the section, filled before, shows exactly so many records that the
   running total has late ("?" of view/places.h where no one place does). */
struct text late_place(const struct telling *telling, enum figure_id figure,
                       int64_t number);

#endif
