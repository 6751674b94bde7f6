/*
 * The campaign year in one look, above the months: each target against its
 * schedule, every month and quarter, and who sent in what.
 *
 * It is made of what summary.json of the months says ("progress"), the newest
 * of them before all, so that it can be made again without the input.
 */
#ifndef PAGE_YEAR_PAGE_H
#define PAGE_YEAR_PAGE_H

#include <stddef.h>

#include "base/date.h"
#include "base/text.h"

struct json_t;
struct report;
struct view;

struct month_summary {
    const struct json_t *json;
    struct month month;
    struct text cutoff;
};

/* Newest first.  YEAR_LEDE {TEXT}, GOAL, YEAR {TITLE GROUP ROW}, PERIODS
   {GROUP ROW}, RETURNS {HEAD ROW}. */
void year_page_fill(const struct report *report,
                    const struct month_summary *summaries, size_t count,
                    struct view *view);

#endif
