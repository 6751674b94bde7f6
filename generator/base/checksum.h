/*
 * The checksum that zip archives keep of their parts: CRC-32 as RFC 1952
 * (section 8) has it, 0 for nothing.
 */
#ifndef BASE_CHECKSUM_H
#define BASE_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Of what has this checksum, with the bytes behind it. */
uint32_t checksum_add(uint32_t sum, struct text bytes);

/* Of two stretches one behind the other, from their own and the length of the
   second. */
uint32_t checksum_join(uint32_t first, uint32_t second, size_t length);

#endif
