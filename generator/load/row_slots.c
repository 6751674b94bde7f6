#include "load/row_slots.h"

#include <stdlib.h>

#include "base/arena.h"

/* Spreads what may be little mixed. */
static const uint64_t spread = UINT64_C(0x9E3779B97F4A7C15);

struct row_slots
row_slots_new(size_t most)
{
    struct row_slots slots = {NULL, 16};

    while (slots.mask < 2 * most)
        slots.mask *= 2;
    slots.rows = arena_must(calloc(slots.mask, sizeof(*slots.rows)));
    slots.mask -= 1;
    return slots;
}

void
row_slots_free(struct row_slots *slots)
{
    free(slots->rows);
}

uint32_t *
row_slots_at(const struct row_slots *slots, uint64_t hash, size_t step)
{
    return &slots->rows[((size_t)(hash * spread >> 20) + step) & slots->mask];
}
