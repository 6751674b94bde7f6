#include "ledger/repeats.h"

#include <stdlib.h>

#include "base/arena.h"

enum { BITS_EACH = 16, WORD = 64 };

/* Spreads what may be little mixed. */
static uint64_t
bit_of(const struct repeats *repeats, uint64_t hash)
{
    return hash * UINT64_C(0x9E3779B97F4A7C15) >> 20 & repeats->mask;
}

struct repeats
repeats_new(size_t count)
{
    struct repeats repeats = {NULL, NULL, 1024, 0};

    while (repeats.mask < count * BITS_EACH)
        repeats.mask *= 2;
    repeats.once = arena_must(calloc(repeats.mask / WORD, sizeof(uint64_t)));
    repeats.again = arena_must(calloc(repeats.mask / WORD, sizeof(uint64_t)));
    repeats.mask -= 1;
    return repeats;
}

void
repeats_free(struct repeats *repeats)
{
    free(repeats->once);
    free(repeats->again);
}

void
repeats_add(struct repeats *repeats, uint64_t hash)
{
    uint64_t bit = bit_of(repeats, hash);
    uint64_t one = UINT64_C(1) << (bit % WORD);

    if ((repeats->once[bit / WORD] & one) != 0) {
        repeats->again[bit / WORD] |= one;
        repeats->most += 2;
    }
    repeats->once[bit / WORD] |= one;
}

bool
repeats_has(const struct repeats *repeats, uint64_t hash)
{
    uint64_t bit = bit_of(repeats, hash);

    return (repeats->again[bit / WORD] >> (bit % WORD) & 1) != 0;
}
