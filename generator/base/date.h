/*
 * Days and months of the civil calendar, without clock or time zone.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct arena;

/* year 0 means: no date.  day 0 means: the month is known, the day is not. */
struct date {
    uint16_t year;
    uint8_t month;
    uint8_t day;
};

/* number 0 means: no month; else year * 12 + month - 1, so that months can
   be counted on and compared as integers. */
struct month {
    int number;
};

bool date_is_given(struct date date);
bool date_has_day(struct date date);

/* Negative, zero or positive, like strcmp; a month without day comes before
   its days. */
int date_compare(struct date a, struct date b);

/* Whether the date lies on or before the last day: month precision counts
   when its month does (contract/figures). */
bool date_is_by(struct date date, struct date last);

/* False if there is no such day (or month, when day is 0). */
bool date_make(int year, int month, int day, struct date *date);

/* Days since 1970-01-01; needs a day. */
int32_t date_days(struct date date);
struct date date_of_days(int32_t days);

struct month month_make(int year, int month);
struct month month_of(struct date date);
int month_year(struct month month);
int month_in_year(struct month month); /* 1 to 12 */
struct date month_last_day(struct month month);

/* So many months later; before, when negative. */
struct month month_moved(struct month month, int by);

/* Reads exactly "2025-10" (years 1900 to 2999).  False, *month untouched,
   if it is no month. */
bool month_parse(struct text text, struct month *month);

/* "2025-10-31", or "2025-10" without day, or "" without date. */
struct text date_text(struct arena *arena, struct date date);
struct text month_text(struct arena *arena, struct month month);

#endif
