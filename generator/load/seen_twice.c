#include "load/seen_twice.h"

#include <stdlib.h>

#include "base/arena.h"

/* Each place has two bits: met, and met again. */
enum { PLACES_EACH = 8, PLACES_IN_WORD = 32, MET = 1, AGAIN = 2 };

/* Spreads what may be little mixed. */
static size_t
place_of(const struct seen_twice *repeats, uint64_t hash)
{
    return (size_t)(hash * UINT64_C(0x9E3779B97F4A7C15) >> 20) & repeats->mask;
}

struct seen_twice
seen_twice_new(size_t count)
{
    struct seen_twice repeats = {NULL, 1024, 0};

    while (repeats.mask < count * PLACES_EACH)
        repeats.mask *= 2;
    repeats.met =
        arena_must(calloc(repeats.mask / PLACES_IN_WORD, sizeof(uint64_t)));
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
    size_t place = place_of(repeats, hash);
    uint64_t *word = &repeats->met[place / PLACES_IN_WORD];
    uint64_t bits = *word >> 2 * (place % PLACES_IN_WORD) & MET;

    repeats->most += 2 * (size_t)bits;
    *word |= (bits * AGAIN | MET) << 2 * (place % PLACES_IN_WORD);
}

bool
seen_twice_has(const struct seen_twice *repeats, uint64_t hash)
{
    size_t place = place_of(repeats, hash);

    return (repeats->met[place / PLACES_IN_WORD] >>
                2 * (place % PLACES_IN_WORD) &
            AGAIN) != 0;
}
