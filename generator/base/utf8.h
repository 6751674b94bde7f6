/*
 * Strict UTF-8 (RFC 3629).
 *
 * Our own because neither iconv nor the C library is strict: iconv passes
 * code points beyond U+10FFFF.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* No surrogates, nothing overlong, nothing beyond U+10FFFF.  True, or false
   with *valid set to the length of the valid start. */
bool utf8_is_valid(struct text bytes, size_t *valid);

/* Whether the bytes, invalid as a whole, are the beginning of a longer valid
   character: what is left when a file was cut. */
bool utf8_is_cut(struct text bytes);

/* The length of the start that is pure ASCII. */
size_t utf8_ascii(struct text bytes);

#endif
