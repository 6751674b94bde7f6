#include "base/pii.h"

#include <ctype.h>
#include <string.h>

enum { PHONE_DIGITS = 11, ID_DIGITS = 18, CARD_LEAST = 16, CARD_MOST = 19 };

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_word(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           c == '_';
}

static int
number_at(const char *digits, size_t count)
{
    int number = 0;

    for (size_t i = 0; i < count; i++)
        number = number * 10 + (digits[i] - '0');
    return number;
}

static bool
is_phone(struct text run)
{
    return run.length == PHONE_DIGITS && run.bytes[0] == '1' &&
           run.bytes[1] >= '3';
}

/* The weights are powers of two modulo 11. */
bool
pii_is_id(struct text run)
{
    static const char check[] = "10X98765432";
    int sum = 0, weight = 1;
    int year, month, day;

    if (run.length != ID_DIGITS)
        return false;
    for (size_t i = ID_DIGITS - 1; i-- > 0;) {
        weight = weight * 2 % 11;
        sum += weight * (run.bytes[i] - '0');
    }
    year = number_at(run.bytes + 6, 4);
    month = number_at(run.bytes + 10, 2);
    day = number_at(run.bytes + 12, 2);
    return check[sum % 11] == (run.bytes[17] == 'x' ? 'X' : run.bytes[17]) &&
           year >= 1900 && year < 2100 && month >= 1 && month <= 12 &&
           day >= 1 && day <= 31;
}

bool
pii_is_card(struct text run)
{
    int sum = 0;

    if (run.length < CARD_LEAST || run.length > CARD_MOST ||
        run.bytes[0] < '3' || run.bytes[0] > '6')
        return false;
    for (size_t i = 0; i < run.length; i++) {
        int digit = run.bytes[run.length - 1 - i] - '0';

        if (i % 2 == 1)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/* The kind of a run of digits (an ID's X included), or NULL. */
static const char *
kind_of(struct text run)
{
    bool ends_in_x = !is_digit(run.bytes[run.length - 1]);

    if (pii_is_id(run))
        return "ID";
    if (ends_in_x)
        return NULL;
    if (is_phone(run))
        return "phone";
    return pii_is_card(run) ? "bank card" : NULL;
}

/* The run of digits that the digit at an offset stands in; where it ends. */
static size_t
run_around(struct text bytes, size_t at, struct text *run)
{
    size_t from = at, end = at;

    while (from > 0 && is_digit(bytes.bytes[from - 1]))
        from--;
    while (end < bytes.length && is_digit(bytes.bytes[end]))
        end++;
    if (end - from == ID_DIGITS - 1 && end < bytes.length &&
        (bytes.bytes[end] | 0x20) == 'x')
        end++;
    *run = text_slice(bytes, from, end - from);
    return end;
}

static bool
stands_alone(struct text bytes, struct text run)
{
    size_t from = (size_t)(run.bytes - bytes.bytes);
    size_t end = from + run.length;

    return !(from > 0 && (is_word(bytes.bytes[from - 1]) ||
                          bytes.bytes[from - 1] == '.')) &&
           !(end < bytes.length && is_word(bytes.bytes[end]));
}

/* Words that are surnames as well, 万 and 米, need more behind them; 元旦 is a
   day. */
bool
pii_makes_amount(struct text behind)
{
    static const char *const units[] = {
        "元",     "吨",       "亩",   "万元",   "亿元", "万吨", "万亩",
        "美元",   "欧元",     "公顷", "公里",   "公斤", "千克", "平方米",
        "立方米", "平方公里", "千瓦", "万千瓦", "㎡"};
    static const char *const days[] = {"元旦", "元月", "元宵"};

    if (behind.length > 0 && behind.bytes[0] == ' ')
        behind = text_from(behind, 1);
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
        if (text_starts(behind, days[i]))
            return false;
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
        if (text_starts(behind, units[i]))
            return true;
    return false;
}

/* A run as long as the shortest number has a digit at every step of that
   length. */
bool
pii_find(struct text bytes, struct text *number, const char **kind)
{
    for (size_t at = PHONE_DIGITS - 1; at < bytes.length; at += PHONE_DIGITS) {
        if (!is_digit(bytes.bytes[at]))
            continue;
        at = run_around(bytes, at, number) - 1;
        *kind = number->length >= PHONE_DIGITS && stands_alone(bytes, *number)
                    ? kind_of(*number)
                    : NULL;
        if (*kind != NULL && !pii_makes_amount(text_from(bytes, at + 1)))
            return true;
    }
    return false;
}

bool
pii_runs_on(char a, char b)
{
    return (is_digit(a) && is_digit(b)) ||
           (isalpha((unsigned char)a) && isalpha((unsigned char)b));
}

bool
pii_is_dot(int32_t c)
{
    return c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x2219 ||
           c == 0x22C5 || c == 0x30FB || c == 0xFF0E || c == 0xFF65;
}

bool
pii_is_filler(int32_t c)
{
    return text_is_space(c) || pii_is_dot(c) || c == '*' || c == '`' ||
           c == '\\' || text_is_unfit(c);
}
