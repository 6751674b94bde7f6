#include "year/claims.h"

#include "base/arena.h"
#include "ledger/campaign.h"
#include "year/change.h"

__extension__ typedef __int128 wide;

enum { MILLION = 1000000 };

/* Of 130 the tens, of 2.5 the tenths, of 7 the ones. */
static int64_t
rounding_unit(int64_t millionths)
{
    int64_t unit = 1;

    if (millionths == 0)
        return MILLION;
    while (millionths % (unit * 10) == 0)
        unit *= 10;
    return unit;
}

static struct claim
claim_of(const struct year *at, const struct indicator *row,
         enum figure_id figure)
{
    const struct figure *it = &at->figures[figure];
    int64_t scale = figures[figure].kind == FIGURE_IS_RATE ? 100 : 1;

    return (struct claim){&row->row,
                          figure,
                          row->month,
                          row->value.millionths,
                          it->numerator * scale,
                          it->denominator};
}

bool
claim_holds(int64_t stated, int bound, int64_t numerator, int64_t denominator)
{
    wide unit = rounding_unit(stated);
    wide actual = (wide)numerator * MILLION;
    wide claimed = (wide)stated * denominator;
    int64_t tenths;

    if (denominator == 0)
        return false;
    unit *= denominator;
    if (bound == BOUND_MORE)
        return actual > claimed && actual < claimed + unit;
    if (bound == BOUND_ABOUT)
        return actual > claimed - unit && actual < claimed + unit;
    if (actual == claimed)
        return true;
    tenths = round_half_up(numerator, denominator, 1);
    return denominator != 1 && stated == tenths * (MILLION / 10);
}

/* The year as of that month: the one given, or one made for it. */
static const struct year *
year_at(const struct year *year, struct month month, struct arena *arena)
{
    return month.number == year->month.number
               ? year
               : year_new(arena, year->book, month);
}

bool
claim_made(const struct year *year, const struct row *row, struct arena *arena,
           struct claim *claim)
{
    const struct indicator *it = (const struct indicator *)row;
    const struct year *at;
    enum figure_id figure;

    if (it->month.number == 0 ||
        !figure_by_id(
            row_text(year->book, LEDGER_indicators, row, "checks", arena),
            &figure))
        return false;
    at = year_at(year, it->month, arena);
    *claim = claim_of(at, it, figure);
    return at->figures[figure].is_present;
}

struct claim *
claims_wrong(const struct year *year, struct arena *arena, size_t *count)
{
    const struct ledger *held = &year->book->ledgers[LEDGER_indicators];
    struct claim *claims =
        arena_take(arena, (held->count + 1) * sizeof(*claims));
    const struct year *at = year;

    *count = 0;
    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);
        const struct indicator *it = (const struct indicator *)row;
        enum figure_id figure;
        struct claim claim;

        if (!row_counts_in(row) || it->month.number == 0 ||
            it->month.number > year->month.number)
            continue;
        if (!figure_by_id(
                row_text(year->book, LEDGER_indicators, row, "checks", arena),
                &figure))
            continue;
        /* Rows of one month usually stand together. */
        if (it->month.number != at->month.number)
            at = year_at(year, it->month, arena);
        claim = claim_of(at, it, figure);
        if (at->figures[figure].is_present &&
            !claim_holds(claim.stated, it->bound.value, claim.numerator,
                         claim.denominator))
            claims[(*count)++] = claim;
    }
    return claims;
}
