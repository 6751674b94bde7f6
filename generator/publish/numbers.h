/*
 * Numbers that belong to persons, known by their form alone.
 */
#ifndef PUBLISH_NUMBERS_H
#define PUBLISH_NUMBERS_H

#include <stdbool.h>

#include "base/text.h"

/* Bytes of the longest, and of what must not stand beside it. */
enum { NUMBERS_LONGEST = 21 };

/* Finds the first mobile phone number, ID number with a right check digit, or
   bank card number with a right Luhn digit that stands by itself (no letter
   or digit beside it, so that digests and record ids are left alone). */
bool numbers_find(struct text bytes, struct text *number, const char **kind);

#endif
