#include "year/claims.h"

#include <string.h>

#include "base/arena.h"
#include "base/wide.h"
#include "ledger/campaign.h"
#include "year/compare.h"

enum { MILLION = 1000000 };

/* Of 130 the tens, of 2.5 the tenths, of 7 the ones. */
static int64_t
rounding_unit(int64_t millionths)
{
    int64_t unit = 1;

    if (millionths == 0)
        return MILLION;
    while (unit <= INT64_MAX / 10 && millionths % (unit * 10) == 0)
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
    struct wide unit = wide_product(rounding_unit(stated), denominator);
    struct wide actual = wide_product(numerator, MILLION);
    struct wide claimed = wide_product(stated, denominator);
    struct wide above = wide_difference(actual, claimed);
    struct wide twice = wide_sum(above, above);
    int64_t tenths;

    if (denominator == 0)
        return false;
    if (bound == BOUND_MORE)
        return wide_compare(above, wide_of(0)) > 0 &&
               wide_compare(above, unit) < 0;
    if (bound == BOUND_ABOUT)
        return wide_compare(twice, unit) <= 0 &&
               wide_compare(wide_sum(twice, unit), wide_of(0)) >= 0;
    if (wide_compare(above, wide_of(0)) == 0)
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

/* The figure which the row says it states; none of a month outside the year,
   of which the ledgers do not tell. */
static bool
names_figure(const struct year *year, const struct indicator *it,
             struct arena *arena, enum figure_id *figure)
{
    return it->month.number != 0 && it->month.number >= year->start.number &&
           it->month.number <= year->month.number &&
           figure_by_id(row_text(year->book, LEDGER_indicators, &it->row,
                                 "checks", arena),
                        figure);
}

bool
claim_made(const struct year *year, const struct row *row, struct arena *arena,
           struct claim *claim)
{
    const struct indicator *it = (const struct indicator *)row;
    const struct year *at;
    enum figure_id figure;

    if (!names_figure(year, it, arena, &figure))
        return false;
    at = year_at(year, it->month, arena);
    *claim = claim_of(at, it, figure);
    return at->figures[figure].is_present;
}

/* A decimal with at most six places; behind it, nothing. */
static bool
parse_number(struct text text, int64_t *millionths)
{
    int64_t value = 0;
    int places = -1;

    if (text.length == 0 || text.length > 12)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        char letter = text.bytes[i];

        if (letter == '.' && places < 0 && i > 0) {
            places = 0;
            continue;
        }
        if (letter < '0' || letter > '9' || places == 6)
            return false;
        value = value * 10 + (letter - '0');
        places += places >= 0;
    }
    for (int i = places < 0 ? 0 : places; i < 6; i++)
        value *= 10;
    *millionths = value;
    return places != 0;
}

bool
claim_parse(struct text words, int64_t *stated, int *bound)
{
    static const char *const more[] = {"余", "多"};

    *bound = 0;
    if (text_ends(words, "%"))
        words.length--;
    if (text_starts(words, "约")) {
        *bound = BOUND_ABOUT;
        words = text_from(words, strlen("约"));
    }
    for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
        if (*bound == 0 && text_ends(words, more[i])) {
            *bound = BOUND_MORE;
            words.length -= strlen(more[i]);
        }
    return parse_number(words, stated);
}

/* Without the zeros that say nothing. */
static struct text
shortest(struct arena *arena, int64_t numerator, int64_t denominator,
         int places)
{
    struct text text = decimal_text(arena, numerator, denominator, places);

    while (places > 0 && text_ends(text, "0"))
        text.length--;
    if (text_ends(text, "."))
        text.length--;
    return text;
}

struct text
claim_stated(struct arena *arena, const struct claim *claim)
{
    const struct indicator *it = (const struct indicator *)claim->row;
    struct text number = shortest(arena, claim->stated, MILLION, 6);

    return text_format(
        arena, "%s%.*s%s", it->bound.value == BOUND_ABOUT ? "约" : "",
        TEXT_ARG(number), it->bound.value == BOUND_MORE ? "余" : "");
}

struct text
claim_actual(struct arena *arena, const struct claim *claim)
{
    if (claim->denominator == 0)
        return TEXT("—");
    return claim->denominator == 1
               ? decimal_text(arena, claim->numerator, 1, 0)
               : decimal_text(arena, claim->numerator, claim->denominator, 1);
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

        if (!row_counts_in(row) || !names_figure(year, it, arena, &figure))
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
