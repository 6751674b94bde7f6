/*
 * How a figure compares with the month before, in the words of
 * contract/figures.
 */
#ifndef VIEW_CHANGE_H
#define VIEW_CHANGE_H

#include "view/report.h"
#include "year/compare.h"

struct arena;

/* A running total has the events of this month and the last, "本月6项，上月12项";
   all else its change, "较上月增加3项", and on 0 "上月0项，增加3项".  Where last
   month's number is another by today's rows: "（上月原报3项，现为4项）".  Empty
   when both are 0, where the change is not known, and in the first month of the
   year; a dash and its reason where the month before has no data. */
struct text change_words(const struct report *report, enum figure_id figure,
                         struct arena *arena);

/* The same with the month a year ago. */
struct text change_on_year(const struct report *report, enum figure_id figure,
                           struct arena *arena);

/* The unit behind a number of it: in English "1 problem", not "1 problems". */
struct text unit_of_count(const struct report *report, enum figure_id figure,
                          struct text number);
struct text unit_agreeing(enum language language, struct text unit,
                          struct text number);

/* A difference of two shares, without its sign: "4.7". */
struct text points_text(struct fraction by, struct arena *arena);

#endif
