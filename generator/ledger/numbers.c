/*
 * Numbers and amounts of money as exact decimals, in millionths.
 */
#include "ledger/cells.h"

#include <string.h>

#include "base/arena.h"
#include "ledger/characters.h"
#include "ledger/schema.h"

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
static enum number_form
read_whole(struct text text, size_t *at, int64_t *value)
{
    size_t digits = 0;
    bool fits = true;

    *value = 0;
    for (; is_digit(peek(text, *at)); (*at)++, digits++)
        fits = fits && add_digit(value, text.bytes[*at] - '0');
    if (digits == 0 || (digits > 3 && peek(text, *at) == ','))
        return NUMBER_NONE;
    while (peek(text, *at) == ',') {
        (*at)++;
        for (int i = 0; i < 3; i++, (*at)++) {
            if (!is_digit(peek(text, *at)))
                return NUMBER_NONE;
            fits = fits && add_digit(value, text.bytes[*at] - '0');
        }
        if (is_digit(peek(text, *at)))
            return NUMBER_NONE;
    }
    return fits && !__builtin_mul_overflow(*value, ONE, value)
               ? NUMBER_PLAIN
               : NUMBER_EXCESSIVE;
}

/* Six decimals; what a spreadsheet adds behind them is rounded half up. */
static enum number_form
read_fraction(struct text text, size_t *at, int64_t *millionths)
{
    int64_t fraction = 0;
    int digits = 0;

    if (peek(text, *at) != '.')
        return NUMBER_PLAIN;
    (*at)++;
    if (!is_digit(peek(text, *at)))
        return NUMBER_NONE;
    for (; is_digit(peek(text, *at)); (*at)++, digits++) {
        if (digits < DECIMALS)
            fraction = fraction * 10 + (text.bytes[*at] - '0');
        else if (digits == DECIMALS)
            fraction += text.bytes[*at] >= '5';
    }
    for (; digits < DECIMALS; digits++)
        fraction *= 10;
    return __builtin_add_overflow(*millionths, fraction, millionths)
               ? NUMBER_EXCESSIVE
               : NUMBER_PLAIN;
}

static struct text
without_sign_of_money(struct text text)
{
    if (text_starts(text, "¥"))
        text = text_from(text, strlen("¥"));
    return text_trimmed(text);
}

/* 万, 亿 and the like at the start of a text, which moves on behind it; 0 for
   none. */
static int64_t
take_scale(struct text *text)
{
    static const struct {
        const char *word;
        int64_t scale;
    } scales[] = {{"亿", 100000000}, {"千万", 10000000}, {"百万", 1000000},
                  {"十万", 100000},  {"万", 10000},      {"千", 1000},
                  {"百", 100}};

    *text = text_trimmed(*text);
    for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++)
        if (text_starts(*text, scales[i].word)) {
            *text = text_trimmed(text_from(*text, strlen(scales[i].word)));
            return scales[i].scale;
        }
    return 0;
}

/* What may be counted or measured; the word says nothing about the number. */
static bool
is_counter(struct text text)
{
    static const char words[] = "元 人民币 % 个百分点 百分点 次 人次 人 名 位 "
                                "项 个 件 条 篇 份 家 户 场 期 批 "
                                "宗 起 处 台 套 辆 栋 座 间 所 村 类 分 天 日 "
                                "小时 课时 学时 年 个月 岁 亩 公顷 "
                                "米 公里 千米 平方米 平方公里 立方米 吨 公斤 "
                                "m2 km 件次 批次 场次 家次 户次 篇次 "
                                "户数 人数 名次 家企业 个项目 名干部";
    const char *rest = words;

    if (text.length == 0)
        return true;
    for (struct text word; word_next(&rest, &word);)
        if (text_equal(text, word))
            return true;
    return false;
}

/* How many digits a number below such a scale has: 4 below 万. */
static size_t
digits_below(int64_t scale)
{
    size_t digits = 0;

    for (; scale > 1; scale /= 10)
        digits++;
    return digits;
}

/* 9000万元, behind 1亿: both together in the smaller unit.  1万5 may be 15,000
   as people speak, or 10,005. */
static enum number_form
read_behind(struct text rest, struct amount *amount)
{
    int64_t before = amount->millionths, ratio, value;
    size_t at = 0;
    int64_t scale = amount->unit;

    if (before % ONE != 0)
        return NUMBER_NONE;
    if (text_starts(rest, "零"))
        rest = text_from(rest, strlen("零"));
    if (read_whole(rest, &at, &value) != NUMBER_PLAIN)
        return NUMBER_NONE;
    rest = text_from(rest, at);
    amount->unit = take_scale(&rest);
    ratio = scale / (amount->unit > 0 ? amount->unit : 1);
    if (ratio < 10 || value / ONE >= ratio ||
        (amount->unit == 0 && at != digits_below(ratio)))
        return NUMBER_NONE;
    if (__builtin_mul_overflow(before, ratio, &before) ||
        __builtin_add_overflow(before, value, &amount->millionths))
        return NUMBER_EXCESSIVE;
    amount->counter = rest;
    return is_counter(rest) ? NUMBER_PLAIN : NUMBER_NONE;
}

enum number_form
number_read(struct text text, struct arena *scratch, struct amount *amount)
{
    struct text rest = text_trimmed(text_nfkc(scratch, text));
    enum number_form form;
    bool is_negative;
    size_t at = 0;

    *amount = (struct amount){0};
    if (text_starts(rest, "(") && text_find(rest, TEXT(")")) < rest.length)
        return NUMBER_BRACKETS;
    rest = without_sign_of_money(rest);
    is_negative = peek(rest, 0) == '-';
    if (is_negative || peek(rest, 0) == '+')
        rest = text_from(rest, 1);
    rest = without_sign_of_money(rest);
    form = read_whole(rest, &at, &amount->millionths);
    if (form == NUMBER_PLAIN)
        form = read_fraction(rest, &at, &amount->millionths);
    if (form != NUMBER_PLAIN)
        return form;
    rest = text_from(rest, at);
    amount->unit = take_scale(&rest);
    amount->counter = rest;
    if (amount->unit > 0 && rest.length > 0 && !is_counter(rest))
        form = read_behind(rest, amount);
    else if (!is_counter(rest))
        form = NUMBER_NONE;
    if (amount->unit == 0 && text_starts(amount->counter, "元"))
        amount->unit = 1;
    if (is_negative)
        amount->millionths = -amount->millionths;
    return form;
}

struct amount
unit_read(struct text unit, struct arena *scratch)
{
    struct amount amount = {.counter = folded(scratch, unit)};

    amount.unit = take_scale(&amount.counter);
    if (amount.unit == 0)
        amount.unit = 1;
    return amount;
}

struct text
unit_written(struct text number, struct arena *scratch)
{
    struct amount amount;
    struct text rest = folded(scratch, number);
    size_t at = 0;

    if (number_read(number, scratch, &amount) != NUMBER_PLAIN)
        return text_of("");
    for (size_t i = 0; i < rest.length; i++)
        if (is_digit(rest.bytes[i]))
            at = i + 1;
    return text_from(rest, at);
}

bool
number_rescale(int64_t value, int64_t from, int64_t to, int64_t *rescaled)
{
    int64_t part = from > 0 && to > from ? to / from : 1;

    if (to <= from)
        return !__builtin_mul_overflow(value, from / to, rescaled);
    *rescaled = value / part;
    if (value % part >= part - part / 2)
        *rescaled += 1;
    else if (value % part <= part / 2 - part)
        *rescaled -= 1;
    return true;
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
