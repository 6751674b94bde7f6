/*
 * Months published whose figures are different by now, with the records.
 */
#ifndef PAGE_RESTATED_MONTHS_H
#define PAGE_RESTATED_MONTHS_H

#include <stddef.h>

#include "base/text.h"

struct arena;
struct report;
struct view;

/* RESTATED {OF_MONTH LABEL PUBLISHED NOW BY WHY {TEXT RECORD {…} REST}} under
   HEADING and LEAD; HAS_RESTATED, NONE_RESTATED. */
void restated_fill(const struct report *report, struct view *view);

/* What there is to say of them: "9月的4个数需要更正（补报5条）" where it is one month
   and one reason, else "以前月份更正8条记录，涉及3个月的47个数". */
struct restated_said {
    struct text text;    /* empty when there are none */
    struct text figures; /* "4个数", which stands in it */
    size_t late;         /* records, when they were late and nothing else was */
};
struct restated_said restated_said(const struct report *report,
                                   struct arena *arena);

#endif
