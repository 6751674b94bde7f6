/*
 * Who sent in what, month by month, on the page of the year.
 */
#ifndef PAGE_YEAR_RETURNS_H
#define PAGE_YEAR_RETURNS_H

#include "base/date.h"

struct json_t;
struct report;
struct view;

/* RETURNS {SAID {TEXT} HEAD {TEXT} ROW {LABEL CELL {STATE}} IS_CUT} of the
   months that are judged, from "completeness" of summary.json; the empty list
   where there are none.  The year has twelve months from its start. */
void year_returns_fill(const struct report *report, const struct json_t *units,
                       struct month start, struct view *view);

#endif
