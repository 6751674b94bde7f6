#include "load/seen_twice.h"

#include <stdlib.h>

#include "base/arena.h"

/* Each place has two bits: met, and met again.  A hash has two places, in one
   word, and was seen twice only if both were. */
enum { PLACES_EACH = 8, PLACES_IN_WORD = 32, MET = 1, AGAIN = 2 };

/* The word, and how far in it the bits of the two places are up. */
struct places {
    uint64_t *word;
    unsigned first, second;
};

/* Spreads what may be little mixed. */
static struct places
places_of(const struct seen_twice *repeats, uint64_t hash)
{
    uint64_t mixed = hash * UINT64_C(0x9E3779B97F4A7C15);

    return (struct places){
        &repeats->met[(size_t)(mixed >> 20) & repeats->mask],
        (unsigned)(mixed >> 59) * 2, (unsigned)(mixed >> 54 & 31) * 2};
}

struct seen_twice
seen_twice_new(size_t count)
{
    struct seen_twice repeats = {NULL, 32, 0};

    while (repeats.mask * PLACES_IN_WORD < count * PLACES_EACH)
        repeats.mask *= 2;
    repeats.met = arena_must(calloc(repeats.mask, sizeof(uint64_t)));
    repeats.mask -= 1;
    return repeats;
}

void
seen_twice_free(struct seen_twice *repeats)
{
    free(repeats->met);
}

void
seen_twice_add(struct seen_twice *repeats, uint64_t hash)
{
    struct places at = places_of(repeats, hash);
    uint64_t first = *at.word >> at.first & MET;
    uint64_t second = *at.word >> at.second & MET;

    repeats->most += 2 * (size_t)first;
    *at.word |= (first * AGAIN | MET) << at.first |
                (second * AGAIN | MET) << at.second;
}

bool
seen_twice_has(const struct seen_twice *repeats, uint64_t hash)
{
    struct places at = places_of(repeats, hash);

    return (*at.word >> at.first & *at.word >> at.second & AGAIN) != 0;
}
