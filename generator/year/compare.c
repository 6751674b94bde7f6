#include "year/compare.h"

__extension__ typedef __int128 wide;

enum { MILLION = 1000000, MONTHS = 12, SMALL_BASE = 10 };

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

static struct fraction
difference(struct fraction a, struct fraction b)
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
    change.by = difference(value_of(now), value_of(base));
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

bool
target_of_id(const struct year *year, struct text id, struct target *target)
{
    const struct codes *codes = year->book->codes;
    bool found = false;

    for (size_t i = 0; codes && i < codes->target_count; i++) {
        const struct target_entry *it = &codes->targets[i];
        bool is_of_month = it->month.number == year->month.number;

        if (!text_equal(it->figure, id) || it->millionths <= 0 ||
            (it->month.number != 0 && !is_of_month))
            continue;
        if (found && !is_of_month)
            continue;
        *target = (struct target){it->millionths, is_of_month};
        found = true;
        if (is_of_month)
            break;
    }
    return found;
}

bool
target_of(const struct year *year, enum figure_id figure, struct target *target)
{
    return target_of_id(year, text_of(figures[figure].id), target);
}

struct attainment
attainment_of(const struct year *year, enum figure_id figure,
              const struct target *target)
{
    const struct figure *it = &year->figures[figure];
    bool is_rate = figures[figure].kind == FIGURE_IS_RATE;
    int scale = is_rate ? 100 : 1;
    int elapsed = year->month.number - year->start.number + 1;
    struct attainment attainment = {{0, 0}, {0, 0}, {0, 0}, {0, 0}};

    if (!has_value(it))
        return attainment;
    attainment.schedule =
        fraction_of(elapsed > MONTHS ? MONTHS : elapsed, MONTHS);
    attainment.share = fraction_of((wide)it->numerator * scale * MILLION,
                                   (wide)it->denominator * target->millionths);
    attainment.ahead = difference(attainment.share, attainment.schedule);
    attainment.above =
        is_rate ? difference(value_of(it),
                             fraction_of(target->millionths, scale * MILLION))
                : difference(attainment.share, (struct fraction){1, 1});
    return attainment;
}
