#include "intake/gb18030_form.h"

#include "base/simd.h"

size_t
gb18030_form_length(const unsigned char *at, size_t left)
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
gb18030_form_is_gb2312(const unsigned char *at)
{
    return at[1] >= 0xA1 && at[1] <= 0xFE &&
           ((at[0] >= 0xA1 && at[0] <= 0xA9) ||
            (at[0] >= 0xB0 && at[0] <= 0xF7));
}

/* In a run of high bytes every other one begins a pair, from the first on.
   Adding the first bit of a run clears it, which tells the runs that begin at
   even places from the others. */
bool
gb18030_form_find_pairs(const unsigned char *block,
                        struct gb18030_form_pairs *pairs)
{
    const uint64_t even = UINT64_C(0x5555555555555555);
    uint64_t high = simd_high(block);
    uint64_t at_even = high & ~(high + (high & ~(high << 1) & even));
    uint64_t leads = (at_even & even) | ((high ^ at_even) & ~even);
    uint64_t cut = leads >> (BLOCK - 1);

    pairs->leads = leads & UINT64_MAX >> 1;
    pairs->length = BLOCK - (size_t)cut;
    return (high & ~leads) == pairs->leads << 1;
}
