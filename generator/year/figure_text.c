/*
 * Exact arithmetic: binary fractions are wrong for 1/16 and 12.5.
 */
#include "base/arena.h"
#include "base/wide.h"
#include "year/year.h"

static int64_t
power_of_ten(int decimals)
{
    int64_t power = 1;

    for (int i = 0; i < decimals; i++)
        power *= 10;
    return power;
}

/* So many times the fraction.  Away from zero on both sides, so that a loss
   rounds as a gain does. */
static int64_t
rounded(int64_t numerator, int64_t denominator, int64_t times)
{
    struct wide twice = wide_product(numerator, 2 * times);
    struct wide half = wide_of(denominator);

    if (denominator == 0)
        return 0;
    twice = (numerator < 0) == (denominator < 0) ? wide_sum(twice, half)
                                                 : wide_difference(twice, half);
    return wide_narrowed(wide_quotient(twice, wide_product(denominator, 2)));
}

static struct text
point_text(struct arena *arena, int64_t value, int decimals)
{
    int64_t power = power_of_ten(decimals);
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    const char *sign = value < 0 ? "-" : "";

    if (decimals == 0)
        return text_format(arena, "%s%llu", sign, (unsigned long long)size);
    return text_format(arena, "%s%llu.%0*llu", sign,
                       (unsigned long long)(size / (uint64_t)power), decimals,
                       (unsigned long long)(size % (uint64_t)power));
}

int64_t
round_half_up(int64_t numerator, int64_t denominator, int decimals)
{
    return rounded(numerator, denominator, power_of_ten(decimals));
}

struct text
percent_text(struct arena *arena, int64_t numerator, int64_t denominator)
{
    int64_t tenths;

    if (denominator == 0)
        return TEXT("—");
    tenths = rounded(numerator, denominator, 1000);
    if (tenths == 1000 && numerator != denominator)
        tenths = numerator < denominator ? 999 : 1001;
    if (tenths == 0 && numerator != 0)
        tenths = (numerator < 0) == (denominator < 0) ? 1 : -1;
    return point_text(arena, tenths, 1);
}

struct text
decimal_text(struct arena *arena, int64_t numerator, int64_t denominator,
             int decimals)
{
    if (denominator == 0)
        return TEXT("—");
    return point_text(arena,
                      rounded(numerator, denominator, power_of_ten(decimals)),
                      decimals);
}
