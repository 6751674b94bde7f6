#include "load/seen_twice.h"

#include <stdlib.h>

#include "base/arena.h"

enum { BITS_EACH = 16, BITS_IN_WORD = 64, FIRST_AGAIN = 64 };

/* Spreads what may be little mixed. */
static uint64_t
mixed_of(uint64_t hash)
{
    return hash * UINT64_C(0x9E3779B97F4A7C15);
}

/* Four of a word, perhaps the same. */
static uint64_t
bits_of(uint64_t mixed)
{
    const uint64_t one = 1;

    return one << (mixed >> 58) | one << (mixed >> 52 & 63) |
           one << (mixed >> 46 & 63) | one << (mixed >> 40 & 63);
}

struct seen_twice
seen_twice_new(size_t count)
{
    struct seen_twice repeats = {.mask = 16, .again_mask = FIRST_AGAIN - 1};

    while (repeats.mask * BITS_IN_WORD < count * BITS_EACH)
        repeats.mask *= 2;
    repeats.met = arena_must(calloc(repeats.mask, sizeof(*repeats.met)));
    repeats.mask -= 1;
    repeats.again = arena_must(calloc(FIRST_AGAIN, sizeof(*repeats.again)));
    return repeats;
}

void
seen_twice_free(struct seen_twice *repeats)
{
    free(repeats->met);
    free(repeats->again);
}

/* The place of the hash, or the free one where it belongs. */
static uint64_t *
place_of(const struct seen_twice *repeats, uint64_t hash)
{
    size_t at = (size_t)(mixed_of(hash) >> 20);
    uint64_t *place;

    while (place = &repeats->again[at++ & repeats->again_mask],
           *place != 0 && *place != hash)
        continue;
    return place;
}

static void
grow(struct seen_twice *repeats)
{
    uint64_t *older = repeats->again;
    size_t count = repeats->again_mask + 1;

    repeats->again = arena_must(calloc(2 * count, sizeof(*older)));
    repeats->again_mask = 2 * count - 1;
    for (size_t i = 0; i < count; i++)
        if (older[i] != 0)
            *place_of(repeats, older[i]) = older[i];
    free(older);
}

/* The one met before has not been counted yet. */
static void
keep(struct seen_twice *repeats, uint64_t hash)
{
    uint64_t *place = place_of(repeats, hash);

    repeats->most += *place == 0 ? 2 : 1;
    if (*place != 0)
        return;
    *place = hash;
    if (2 * ++repeats->again_count > repeats->again_mask)
        grow(repeats);
}

void
seen_twice_add(struct seen_twice *repeats, uint64_t hash)
{
    uint64_t mixed = mixed_of(hash), bits = bits_of(mixed);
    uint64_t *word = &repeats->met[(size_t)(mixed >> 20) & repeats->mask];

    if (hash == 0)
        return;
    if ((*word & bits) == bits)
        keep(repeats, hash);
    else
        *word |= bits;
}

bool
seen_twice_has(const struct seen_twice *repeats, uint64_t hash)
{
    return *place_of(repeats, hash) != 0;
}
