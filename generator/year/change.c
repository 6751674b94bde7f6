#include "year/change.h"

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

struct change
change_of_counts(const struct figure *now, const struct figure *base)
{
    struct change change = {CHANGE_NONE, {0, 0}};
    struct fraction more;

    if (!now->is_present || !base->is_present || now->denominator == 0 ||
        base->denominator == 0 || base->numerator == 0)
        return change;
    more = difference(value_of(now), value_of(base));
    if ((wide)base->numerator < (wide)SMALL_BASE * base->denominator)
        return (struct change){CHANGE_ABSOLUTE, more};
    change.kind = CHANGE_PERCENT;
    change.by = fraction_of((wide)more.numerator * base->denominator,
                            (wide)more.denominator * base->numerator);
    return change;
}

struct change
change_of_rates(const struct figure *now, const struct figure *base)
{
    if (!now->is_present || !base->is_present || now->denominator == 0 ||
        base->denominator == 0)
        return (struct change){CHANGE_NONE, {0, 0}};
    return (struct change){CHANGE_POINTS,
                           difference(value_of(now), value_of(base))};
}

struct attainment
attainment_of(const struct year *year, enum figure_id figure,
              int64_t target_millionths)
{
    const struct figure *it = &year->figures[figure];
    int scale = figures[figure].kind == FIGURE_IS_RATE ? 100 : 1;
    int elapsed = year->month.number - year->start.number + 1;
    struct attainment attainment = {{0, 0}, {0, 0}, {0, 0}};

    attainment.schedule =
        fraction_of(elapsed > MONTHS ? MONTHS : elapsed, MONTHS);
    if (!it->is_present || it->denominator == 0 || target_millionths == 0)
        return attainment;
    attainment.share = fraction_of((wide)it->numerator * scale * MILLION,
                                   (wide)it->denominator * target_millionths);
    attainment.ahead = difference(attainment.share, attainment.schedule);
    return attainment;
}

bool
target_of(const struct year *year, enum figure_id figure, int64_t *millionths)
{
    const struct codes *codes = year->book->codes;
    bool found = false;

    for (size_t i = 0; codes && i < codes->target_count; i++) {
        const struct target_entry *it = &codes->targets[i];

        if (!text_is(it->figure, figures[figure].id))
            continue;
        if (it->month.number == year->month.number) {
            *millionths = it->millionths;
            return true;
        }
        if (it->month.number == 0 && !found) {
            *millionths = it->millionths;
            found = true;
        }
    }
    return found;
}

bool
figure_by_id(struct text id, enum figure_id *figure)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (text_is(id, figures[i].id)) {
            *figure = (enum figure_id)i;
            return true;
        }
    return false;
}
