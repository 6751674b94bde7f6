/*
 * Where a date lies in the time a year covers.
 */
#ifndef YEAR_SPAN_H
#define YEAR_SPAN_H

#include <stdbool.h>

#include "base/date.h"

struct year;

/* The last day a date can mean: itself, or the last day of its month. */
struct date date_latest(struct date date);

bool date_is_in(struct date date, struct month month);

/* Counted months from the start of the year: 0 is the first. */
int year_month_index(const struct year *year, struct date date);

/* Whether the date lies between the year's start and the cutoff. */
bool year_holds(const struct year *year, struct date date);

#endif
