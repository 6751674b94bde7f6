/*
 * The words of a date: numbers in digits or hanzi, what separates them, and
 * the time of day that may follow.
 */
#ifndef LEDGER_DATE_SCAN_H
#define LEDGER_DATE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* A text, and how far it has been read. */
struct scan {
    struct text text;
    size_t at;
};

/* 二〇二五 is 2025 in four digits, 三十一 is 31 in two. */
struct figure {
    long value;
    int digits;
};

struct scan scan_of(struct text text);

/* Each passes over spaces first.  False: not there, nothing passed over. */
bool scan_is_at_end(struct scan *scan);
bool scan_take(struct scan *scan, const char *word);
bool scan_figure(struct scan *scan, struct figure *figure);

/* Nothing more, or a day of the week and a time of day and nothing more. */
bool scan_time_at_end(struct scan *scan);

#endif
