/*
 * Exact arithmetic.  Binary fractions are wrong for 1/16 and 12.5; integers
 * of 128 bits are wide enough for every fraction of two 64-bit numbers.
 */
#include "base/arena.h"
#include "base/wide.h"
#include "year/year.h"

static wide
power_of_ten(int decimals)
{
    wide power = 1;

    for (int i = 0; i < decimals; i++)
        power *= 10;
    return power;
}

/* Away from zero on both sides, so that a loss rounds as a gain does. */
static int64_t
rounded(wide numerator, wide denominator, int decimals)
{
    bool is_negative;
    wide result;

    if (denominator == 0)
        return 0;
    is_negative = (numerator < 0) != (denominator < 0);
    if (numerator < 0)
        numerator = -numerator;
    if (denominator < 0)
        denominator = -denominator;
    result = (2 * numerator * power_of_ten(decimals) + denominator) /
             (2 * denominator);
    if (result > INT64_MAX)
        result = INT64_MAX;
    return (int64_t)(is_negative ? -result : result);
}

static struct text
point_text(struct arena *arena, int64_t value, int decimals)
{
    int64_t power = (int64_t)power_of_ten(decimals);
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
    return rounded(numerator, denominator, decimals);
}

struct text
percent_text(struct arena *arena, int64_t numerator, int64_t denominator)
{
    int64_t tenths;

    if (denominator == 0)
        return TEXT("—");
    tenths = rounded((wide)numerator * 100, denominator, 1);
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
    return point_text(arena, rounded(numerator, denominator, decimals),
                      decimals);
}
