/*
 * Bytes with every escape in them undone: &#24352; &#x5f20; &middot; \u5f20
 * \u{5f20} %E5%BC%A0, mixed as they may be.
 */
#ifndef GATE_ESCAPE_H
#define GATE_ESCAPE_H

#include <stdbool.h>

#include "base/text.h"

/* What stands around the escapes, at least reach bytes on either side, with
   every escape undone; where more stands between two, a line break is put for
   what is left out.  False, and nothing to free, if there is no escape in the
   bytes.  Else decoded->bytes is to be freed. */
bool escape_decode(struct text bytes, size_t reach, struct text *decoded);

#endif
