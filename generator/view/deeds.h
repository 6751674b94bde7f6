/*
 * What a cadre has in hand and has done, as the cadre's own page tells it
 * above the records.
 */
#ifndef VIEW_DEEDS_H
#define VIEW_DEEDS_H

#include <stddef.h>

#include "base/text.h"

struct achievement;
struct arena;
struct report;
struct view;

/* "承办难题3项，解决2项；撰写报告1篇，转化1篇", or that the ledgers have
   nothing. */
struct text deeds_said(const struct report *report,
                       const struct achievement *it, struct arena *arena);

/* Of the cadre in that place on the roster: OPEN, the records that wait, the
   nearest deadline first, and RESULT, the chosen ones that are done, each as
   scope_record_fill has it with WHERE; REST {TEXT} where more wait; HAS_OPEN,
   HAS_RESULTS, HAS_HANDLED.  STAT {LABEL PART WHOLE UNIT NOTE}: what was done
   of what was taken on, and the sessions received. */
void deeds_fill(const struct report *report, size_t place, struct view *view);

/* PART {TEXT LINK} of WHOLE {TEXT LINK}: solved of taken on, adopted of made
   or converted of written, by their place among the core ledgers. */
void deeds_pair_fill(const struct report *report, size_t place, size_t kind,
                     struct view *view);

#endif
