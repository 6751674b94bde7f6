/*
 * Numbers and amounts of money as exact decimals, in millionths.
 */
#include "ledger/cells.h"

#include <string.h>

#include "base/arena.h"
#include "ledger/characters.h"

enum { ONE = 1000000, DECIMALS = 6 };

static char
peek(struct text text, size_t at)
{
    return at < text.length ? text.bytes[at] : '\0';
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
add_digit(int64_t *value, int digit)
{
    return !__builtin_mul_overflow(*value, 10, value) &&
           !__builtin_add_overflow(*value, digit, value);
}

/* Digits, or groups of three behind a first group of one to three. */
static bool
read_whole(struct text text, size_t *at, int64_t *value)
{
    size_t digits = 0;

    *value = 0;
    for (; is_digit(peek(text, *at)); (*at)++, digits++)
        if (!add_digit(value, text.bytes[*at] - '0'))
            return false;
    if (peek(text, *at) != ',')
        return digits > 0;
    if (digits == 0 || digits > 3)
        return false;
    while (peek(text, *at) == ',') {
        (*at)++;
        for (int i = 0; i < 3; i++, (*at)++)
            if (!is_digit(peek(text, *at)) ||
                !add_digit(value, text.bytes[*at] - '0'))
                return false;
        if (is_digit(peek(text, *at)))
            return false;
    }
    return true;
}

/* Six decimals; what a spreadsheet adds behind them is rounded half up. */
static bool
read_fraction(struct text text, size_t *at, int64_t *millionths)
{
    int64_t fraction = 0;
    int digits = 0;

    if (peek(text, *at) != '.')
        return true;
    (*at)++;
    if (!is_digit(peek(text, *at)))
        return false;
    for (; is_digit(peek(text, *at)); (*at)++, digits++) {
        if (digits < DECIMALS)
            fraction = fraction * 10 + (text.bytes[*at] - '0');
        else if (digits == DECIMALS)
            fraction += text.bytes[*at] >= '5';
    }
    for (; digits < DECIMALS; digits++)
        fraction *= 10;
    return !__builtin_add_overflow(*millionths, fraction, millionths);
}

static struct text
without_sign_of_money(struct text text)
{
    if (text_starts(text, "¥"))
        text = text_from(text, strlen("¥"));
    return text_trimmed(text);
}

static bool
unit_behind(struct text text, int64_t *unit)
{
    static const struct {
        const char *word;
        int64_t unit;
    } units[] = {{"", 0},       {"元", 1},           {"万元", 10000},
                 {"万", 10000}, {"亿元", 100000000}, {"亿", 100000000}};

    text = text_trimmed(text);
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
        if (text_is(text, units[i].word)) {
            *unit = units[i].unit;
            return true;
        }
    return false;
}

enum number_form
number_read(struct text text, struct arena *scratch, int64_t *millionths,
            int64_t *unit)
{
    struct text rest = text_trimmed(text_nfkc(scratch, text));
    bool is_negative;
    int64_t value;
    size_t at = 0;

    if (text_starts(rest, "(") && text_find(rest, TEXT(")")) < rest.length)
        return NUMBER_BRACKETS;
    rest = without_sign_of_money(rest);
    is_negative = peek(rest, 0) == '-';
    if (is_negative || peek(rest, 0) == '+')
        rest = text_from(rest, 1);
    rest = without_sign_of_money(rest);
    if (!read_whole(rest, &at, &value) ||
        __builtin_mul_overflow(value, ONE, &value) ||
        !read_fraction(rest, &at, &value) ||
        !unit_behind(text_from(rest, at), unit))
        return NUMBER_NONE;
    *millionths = is_negative ? -value : value;
    return NUMBER_PLAIN;
}

struct text
number_text(struct arena *arena, int64_t millionths)
{
    bool is_negative = millionths < 0;
    uint64_t size =
        is_negative ? 0 - (uint64_t)millionths : (uint64_t)millionths;
    struct text text = text_format(
        arena, "%s%llu.%06llu", is_negative ? "-" : "",
        (unsigned long long)(size / ONE), (unsigned long long)(size % ONE));

    while (text.bytes[text.length - 1] == '0')
        text.length--;
    if (text.bytes[text.length - 1] == '.')
        text.length--;
    return text;
}
