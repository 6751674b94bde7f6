#include "base/wide.h"

#include <stdbool.h>

enum { HALF = 32, WORD = 64 };

struct wide
wide_of(int64_t number)
{
    return (struct wide){(uint64_t)number, number < 0 ? -1 : 0};
}

struct wide
wide_sum(struct wide a, struct wide b)
{
    uint64_t low = a.low + b.low;

    return (struct wide){
        low, (int64_t)((uint64_t)a.high + (uint64_t)b.high + (low < a.low))};
}

static struct wide
negative(struct wide a)
{
    return (struct wide){0 - a.low,
                         (int64_t)(0 - (uint64_t)a.high - (a.low != 0))};
}

struct wide
wide_difference(struct wide a, struct wide b)
{
    return wide_sum(a, negative(b));
}

static struct wide
size_of(struct wide a)
{
    return a.high < 0 ? negative(a) : a;
}

static struct wide
signed_as(struct wide size, bool is_negative)
{
    return is_negative ? negative(size) : size;
}

struct wide
wide_product(int64_t a, int64_t b)
{
    const uint64_t half = UINT32_MAX;
    uint64_t x = size_of(wide_of(a)).low, y = size_of(wide_of(b)).low;
    uint64_t low = (x & half) * (y & half);
    uint64_t middle = (x >> HALF) * (y & half) + (low >> HALF);
    uint64_t other = (x & half) * (y >> HALF) + (middle & half);
    uint64_t high =
        (x >> HALF) * (y >> HALF) + (middle >> HALF) + (other >> HALF);

    return signed_as((struct wide){other << HALF | (low & half), (int64_t)high},
                     (a < 0) != (b < 0));
}

int
wide_compare(struct wide a, struct wide b)
{
    if (a.high != b.high)
        return a.high < b.high ? -1 : 1;
    return a.low < b.low ? -1 : a.low > b.low;
}

/* Of two sizes, bit by bit where one does not fit 64. */
static struct wide
divide(struct wide a, struct wide b, struct wide *rest)
{
    struct wide quotient = {0, 0};

    *rest = (struct wide){0, 0};
    if (a.high == 0 && b.high == 0) {
        rest->low = a.low % b.low;
        quotient.low = a.low / b.low;
        return quotient;
    }
    for (int i = 2 * WORD - 1; i >= 0; i--) {
        uint64_t word = i >= WORD ? (uint64_t)a.high : a.low;

        *rest = wide_sum(*rest, *rest);
        rest->low |= word >> i % WORD & 1;
        quotient = wide_sum(quotient, quotient);
        if (wide_compare(*rest, b) >= 0) {
            *rest = wide_difference(*rest, b);
            quotient.low |= 1;
        }
    }
    return quotient;
}

struct wide
wide_quotient(struct wide a, struct wide b)
{
    struct wide rest;

    return signed_as(divide(size_of(a), size_of(b), &rest),
                     (a.high < 0) != (b.high < 0));
}

struct wide
wide_rest(struct wide a, struct wide b)
{
    struct wide rest;

    divide(size_of(a), size_of(b), &rest);
    return signed_as(rest, a.high < 0);
}

int64_t
wide_narrowed(struct wide a)
{
    struct wide size = size_of(a);

    if (size.high > 0 || size.low > INT64_MAX)
        size = wide_of(INT64_MAX);
    return a.high < 0 ? -(int64_t)size.low : (int64_t)size.low;
}
