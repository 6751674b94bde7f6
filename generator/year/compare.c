#include "year/compare.h"

#include "base/wide.h"

enum { SMALL_BASE = 10 };

static bool
is_zero(struct wide a)
{
    return wide_compare(a, wide_of(0)) == 0;
}

static struct wide
common_divisor(struct wide a, struct wide b)
{
    while (!is_zero(b)) {
        struct wide rest = wide_rest(a, b);

        a = b;
        b = rest;
    }
    return a;
}

static bool
is_narrow(struct wide a)
{
    return wide_compare(a, wide_of(wide_narrowed(a))) == 0;
}

/* In lowest terms.  What then does not fit 64 bits loses its last binary
   places on both sides, far behind any decimal shown. */
static struct fraction
fraction_of(struct wide numerator, struct wide denominator)
{
    struct wide divisor = common_divisor(numerator, denominator);

    if (is_zero(denominator))
        return (struct fraction){0, 0};
    if ((divisor.high < 0) != (denominator.high < 0))
        divisor = wide_difference(wide_of(0), divisor);
    numerator = wide_quotient(numerator, divisor);
    denominator = wide_quotient(denominator, divisor);
    while (!is_narrow(numerator) || !is_narrow(denominator)) {
        numerator = wide_quotient(numerator, wide_of(2));
        denominator = wide_quotient(denominator, wide_of(2));
    }
    return (struct fraction){wide_narrowed(numerator),
                             wide_narrowed(denominator)};
}

struct fraction
fraction_difference(struct fraction a, struct fraction b)
{
    return fraction_of(
        wide_difference(wide_product(a.numerator, b.denominator),
                        wide_product(b.numerator, a.denominator)),
        wide_product(a.denominator, b.denominator));
}

static struct fraction
value_of(const struct figure *figure)
{
    return (struct fraction){figure->numerator, figure->denominator};
}

static bool
has_value(const struct figure *figure)
{
    return figure->is_present && figure->denominator != 0;
}

static bool
is_counted(enum figure_kind kind)
{
    return kind == FIGURE_IS_COUNT || kind == FIGURE_IS_SUM;
}

struct comparison
change_of(enum figure_kind kind, const struct figure *now,
          const struct figure *base)
{
    struct comparison change = {CHANGE_NONE, {0, 0}, {0, 0}};

    if (!has_value(now) || !has_value(base) ||
        (is_counted(kind) && base->numerator == 0))
        return change;
    change.by = fraction_difference(value_of(now), value_of(base));
    if (kind == FIGURE_IS_RATE)
        change.kind = CHANGE_POINTS;
    else if (!is_counted(kind) ||
             wide_compare(wide_of(base->numerator),
                          wide_product(SMALL_BASE, base->denominator)) < 0)
        change.kind = CHANGE_ABSOLUTE;
    else
        change.kind = CHANGE_PERCENT;
    if (is_counted(kind))
        change.share =
            fraction_of(wide_product(change.by.numerator, base->denominator),
                        wide_product(change.by.denominator, base->numerator));
    return change;
}

struct fraction
fraction_ratio(struct fraction a, struct fraction b)
{
    return fraction_of(wide_product(a.numerator, b.denominator),
                       wide_product(a.denominator, b.numerator));
}

struct fraction
figure_value(const struct figure *figure)
{
    return has_value(figure) ? value_of(figure) : (struct fraction){0, 0};
}
