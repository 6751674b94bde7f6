/*
 * Bytes with every escape in them undone: &#24352; &#x5f20; &middot; \u5f20
 * \u{5f20} %E5%BC%A0, mixed as they may be.
 */
#ifndef PUBLISH_ESCAPE_H
#define PUBLISH_ESCAPE_H

#include <stdbool.h>

#include "base/text.h"

/* False, and nothing to free, if there is no escape in the bytes.  Else
   decoded->bytes is to be freed. */
bool escape_decode(struct text bytes, struct text *decoded);

#endif
