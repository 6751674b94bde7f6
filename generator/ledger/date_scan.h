/*
 * The words of a date: numbers in digits or hanzi, what separates them, and
 * the time of day that may follow.
 */
#ifndef LEDGER_DATE_SCAN_H
#define LEDGER_DATE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* A text, how far it has been read, and the time of day met on the way: both
   in minutes, the zone ahead of UTC. */
struct date_scan {
    struct text text;
    size_t at;
    int minutes;
    int zone;
    bool has_time;
    bool has_zone;
};

/* 二〇二五 is 2025 in four digits, 三十一 is 31 in two. */
struct figure {
    int64_t value;
    int digits;
};

struct date_scan date_scan_of(struct text text);

/* Each passes over spaces first.  False: not there, nothing passed over.  Of
   words, parted by blanks, the first that is there is taken. */
bool date_scan_is_at_end(struct date_scan *scan);
bool date_scan_take(struct date_scan *scan, const char *word);
bool date_scan_figure(struct date_scan *scan, struct figure *figure);
bool date_scan_take_any(struct date_scan *scan, const char *words);

/* 093000 or 0930, as a time of day. */
bool date_scan_set_time(struct date_scan *scan, struct figure figure);

/* Nothing more, or a zone and nothing more. */
bool date_scan_zone_at_end(struct date_scan *scan);

/* Nothing more, or a day of the week and a time of day and nothing more. */
bool date_scan_time_at_end(struct date_scan *scan);

#endif
