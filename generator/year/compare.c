#include "year/compare.h"

#include "base/wide.h"

enum { SMALL_BASE = 10 };

static wide
common_divisor(wide a, wide b)
{
    while (b != 0) {
        wide rest = a % b;

        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

/* In lowest terms.  What then does not fit 64 bits loses its last binary
   places on both sides, far behind any decimal shown. */
static struct fraction
fraction_of(wide numerator, wide denominator)
{
    wide divisor = common_divisor(numerator, denominator);

    if (denominator == 0)
        return (struct fraction){0, 0};
    numerator /= divisor;
    denominator /= divisor;
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    while (numerator > INT64_MAX || numerator < -INT64_MAX ||
           denominator > INT64_MAX) {
        numerator /= 2;
        denominator /= 2;
    }
    return (struct fraction){(int64_t)numerator, (int64_t)denominator};
}

struct fraction
fraction_difference(struct fraction a, struct fraction b)
{
    return fraction_of((wide)a.numerator * b.denominator -
                           (wide)b.numerator * a.denominator,
                       (wide)a.denominator * b.denominator);
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
             (wide)base->numerator < (wide)SMALL_BASE * base->denominator)
        change.kind = CHANGE_ABSOLUTE;
    else
        change.kind = CHANGE_PERCENT;
    if (is_counted(kind))
        change.share =
            fraction_of((wide)change.by.numerator * base->denominator,
                        (wide)change.by.denominator * base->numerator);
    return change;
}

struct fraction
fraction_ratio(struct fraction a, struct fraction b)
{
    return fraction_of((wide)a.numerator * b.denominator,
                       (wide)a.denominator * b.numerator);
}

struct fraction
figure_value(const struct figure *figure)
{
    return has_value(figure) ? value_of(figure) : (struct fraction){0, 0};
}
