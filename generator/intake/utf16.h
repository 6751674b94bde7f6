/*
 * What can be told of UTF-16 before it is converted.
 */
#ifndef INTAKE_UTF16_H
#define INTAKE_UTF16_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "intake/source.h"

bool utf16_is(enum encoding encoding);

/* The unit at a byte: two bytes in the order of the encoding, one byte when
   it is no UTF-16. */
unsigned utf16_unit(struct text bytes, size_t offset, enum encoding encoding);

/* Where the first NUL character stands; the whole length if nowhere. */
size_t utf16_find_nul(struct text bytes, enum encoding encoding);

/* The byte order of bytes without mark, or ENCODING_UNKNOWN if they do not
   look like a table in UTF-16. */
enum encoding utf16_order(struct text bytes);

#endif
