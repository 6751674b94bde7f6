/*
 * What personal values look like in free text, and what stands for them.
 */
#ifndef YEAR_PII_PATTERNS_H
#define YEAR_PII_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum pii_kind {
    PII_NONE,
    PII_MOBILE,   /* 1[3-9] and nine digits, also behind 0, 86 or 0086 */
    PII_LANDLINE, /* \d{3,4}-\d{7,8} */
    PII_NUMBER    /* 17 digits and [0-9Xx], bank cards, 16 digits or more */
};

/* Digits may be of half or full width, and but for landlines in the groups that
   people write: 138-1234-5678, 110105 19491231 002X, 6222 0212 3456 7890. */

/* The kind of number that begins at the offset, and its length in bytes.
   What is none has the length that may be skipped, at least 1. */
enum pii_kind pii_at(struct text text, size_t offset, size_t *length);

/* The next place, from the offset on, where one may begin; the text's length
   when there is none. */
size_t pii_next(struct text text, size_t offset);

/* Writes the mask of such a number, never longer than it; its length.  138****
   1234, 0722-*******; of an identity or card number nothing is left. */
size_t pii_mask(enum pii_kind kind, struct text number, char *bytes);

/* Writes the mask of a name, never longer than it; its length. */
size_t name_mask(struct text name, char *bytes);

#endif
