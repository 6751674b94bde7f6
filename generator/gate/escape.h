/*
 * Bytes with every escape in them undone, mixed as they may be: &#24352;
 * &#x5f20; &middot; \u5f20 \u{5f20} %E5%BC%A0; and with hanzi put together that
 * are spread out (gate/joint.h).
 */
#ifndef GATE_ESCAPE_H
#define GATE_ESCAPE_H

#include <stdbool.h>

#include "base/text.h"

/* What stands around the escapes, at least reach bytes on either side, with
   every escape undone and what parts nothing taken out; where more stands
   between two, _ is put for what is left out.  What an escape stands for
   may part nothing in its turn: decode what was decoded.  False, and nothing
   to free, if there is neither.  Else decoded->bytes is to be freed. */
bool escape_decode(struct text bytes, size_t reach, struct text *decoded);

#endif
