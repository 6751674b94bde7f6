/*
 * What personal values look like in free text, and what stands for them.
 */
#ifndef YEAR_PII_PATTERNS_H
#define YEAR_PII_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

enum pii_kind {
    PII_NONE,
    PII_MOBILE,   /* 1[3-9] and nine digits, also behind 0, 86 or 0086 */
    PII_LANDLINE, /* 0722-3310456, （0722）3310456, 0722 3310456 */
    PII_NUMBER    /* identity numbers of 15 and 18 digits, bank cards, whatever
                     has 16 digits or more */
};

/* Digits may be of half or full width, and in the groups that people write:
   138-1234-5678, （138）1234 5678, 110105 19491231 002X, 6222 0212 3456 7890.
   What has 元, 吨 or 亩 behind it is an amount. */

/* The kind of number that begins at the offset, and its length in bytes.
   What is none has the length that may be skipped, at least 1. */
enum pii_kind pii_at(struct text text, size_t offset, size_t *length);

/* The next place, from the offset on, where one may begin; the text's length
   when there is none. */
size_t pii_next(struct text text, size_t offset);

enum { PII_DIGITS_MOST = 20 };

/* Digits that may be one number, parted or not. */
struct pii_digits {
    char digits[PII_DIGITS_MOST]; /* the last of 15 or 18 may be X */
    size_t ends[PII_DIGITS_MOST]; /* bytes from the beginning up to here */
    size_t count;
    uint32_t parted; /* bit i: a mark stands before digit i */
};

/* Reads those at the offset, an opening bracket before them included. */
void pii_digits_read(struct text text, size_t offset,
                     struct pii_digits *digits);

/* Writes the mask of such a number, never longer than it; its length.  138****
   1234, 0722-*******; of an identity or card number nothing is left. */
size_t pii_mask(enum pii_kind kind, struct text number, char *bytes);

/* Writes the mask of a name, never longer than it; its length. */
size_t name_mask(struct text name, char *bytes);

#endif
