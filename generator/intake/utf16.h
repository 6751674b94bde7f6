/*
 * UTF-16 → UTF-8, and what can be told of it before.
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

/* The byte order of bytes without mark, or ENCODING_UNKNOWN if they do not
   look like a table in UTF-16. */
enum encoding utf16_order(struct text bytes);

/* Writes the bytes as UTF-8 up to the first that are not valid, a NUL
   character among them, and says where these stand; out has room for
   UTF16_ROOM(bytes.length). */
#define UTF16_ROOM(length) ((length) / 2 * 3)
size_t utf16_write(struct text bytes, enum encoding encoding, char *out,
                   size_t *written);

/* Whether the bytes, invalid as a whole, begin like a longer character. */
bool utf16_is_cut(struct text bytes, enum encoding encoding);

#endif
