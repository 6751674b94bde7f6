/*
 * Months published whose figures are different by now, with the records.
 */
#ifndef PAGE_RESTATED_MONTHS_H
#define PAGE_RESTATED_MONTHS_H

struct arena;
struct report;
struct text;
struct view;

/* RESTATED {MONTH LABEL PUBLISHED NOW UNIT WHY {TEXT RECORD {…} REST}} under
   HEADING and LEAD; HAS_RESTATED, NONE_RESTATED. */
void restated_fill(const struct report *report, struct view *view);

/* "以前月份更正：8条记录，涉及3个月的47个数"; empty when there are none. */
struct text restated_words(const struct report *report, struct arena *arena);

#endif
