#include "intake/form.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

size_t
form_length(const unsigned char *at, size_t left)
{
    if (at[0] <= 0x80)
        return 1;
    if (at[0] == 0xFF)
        return 0;
    if (left < 2)
        return 2;
    if (at[1] >= 0x40)
        return at[1] != 0x7F && at[1] != 0xFF ? 2 : 0;
    if (at[1] < 0x30 || at[1] > 0x39)
        return 0;
    if (left > 2 && (at[2] < 0x81 || at[2] > 0xFE))
        return 0;
    if (left > 3 && (at[3] < 0x30 || at[3] > 0x39))
        return 0;
    return 4;
}

bool
form_is_gb2312(const unsigned char *at)
{
    return at[1] >= 0xA1 && at[1] <= 0xFE &&
           ((at[0] >= 0xA1 && at[0] <= 0xA9) ||
            (at[0] >= 0xB0 && at[0] <= 0xF7));
}

#ifdef __SSE2__
static uint64_t
high_bits(const unsigned char *block)
{
    uint64_t bits = 0;

    for (int part = 0; part < FORM_BLOCK; part += 16) {
        __m128i bytes = _mm_loadu_si128((const void *)(block + part));

        bits |= (uint64_t)(unsigned)_mm_movemask_epi8(bytes) << part;
    }
    return bits;
}

/* In a run of high bytes every other one begins a pair, from the first on.
   Adding the first bit of a run clears it, which tells the runs that begin at
   even places from the others. */
bool
form_find_pairs(const unsigned char *block, struct form_pairs *pairs)
{
    const uint64_t even = UINT64_C(0x5555555555555555);
    uint64_t high = high_bits(block);
    uint64_t at_even = high & ~(high + (high & ~(high << 1) & even));
    uint64_t leads = (at_even & even) | ((high ^ at_even) & ~even);
    uint64_t cut = leads >> (FORM_BLOCK - 1);

    pairs->leads = leads & UINT64_MAX >> 1;
    pairs->length = FORM_BLOCK - cut;
    return (high & ~leads) == pairs->leads << 1;
}
#else
bool
form_find_pairs(const unsigned char *block, struct form_pairs *pairs)
{
    (void)block;
    (void)pairs;
    return false;
}
#endif
