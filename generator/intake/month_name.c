#include "intake/month_name.h"

#include <string.h>

#include "base/arena.h"

enum { YEAR_DIGITS = 4 };

/* One number of digits; 0 digits when there is none. */
static size_t
read_number(struct text text, int *number)
{
    size_t digits = 0;

    *number = 0;
    for (; digits < text.length && digits < 9; digits++) {
        char byte = text.bytes[digits];

        if (byte < '0' || byte > '9')
            break;
        *number = *number * 10 + (byte - '0');
    }
    return digits;
}

/* 十月, 十一月; how many bytes without 月, or 0. */
static size_t
read_hanzi(struct text text, int *number)
{
    static const char *const names[] = {"十二月", "十一月", "十月", "九月",
                                        "八月",   "七月",   "六月", "五月",
                                        "四月",   "三月",   "二月", "一月"};

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (text_starts(text, names[i])) {
            *number = 12 - (int)i;
            return strlen(names[i]) - strlen("月");
        }
    return 0;
}

static bool
skip(struct text *text, const char *start)
{
    if (!text_starts(*text, start))
        return false;
    *text = text_from(*text, strlen(start));
    return true;
}

/* 1-10月 is a time of several months, 2025-1季度 a quarter, 2025-10a a name of
   something else. */
static bool
may_stand_behind(struct text more)
{
    struct text rest = more;
    int number;

    if (more.length == 0)
        return true;
    if (text_starts(more, "季") ||
        (more.bytes[0] >= '0' && more.bytes[0] <= '9') ||
        (more.bytes[0] >= 'A' && more.bytes[0] <= 'z' && more.bytes[0] != '_' &&
         more.bytes[0] != '['))
        return false;
    if (skip(&rest, "-") || skip(&rest, "~") || skip(&rest, "至") ||
        skip(&rest, "—")) {
        size_t digits = read_number(rest, &number);

        return digits == 0 || !text_starts(text_from(rest, digits), "月");
    }
    return true;
}

static struct month_name
month_name_of(int year, int month, struct text rest)
{
    struct month_name name = {MONTH_NAME_NONE, {0}, rest};

    if (!may_stand_behind(rest))
        return name;
    name.kind = month < 1 || month > 12 ? MONTH_NAME_WRONG
                : year == 0             ? MONTH_NAME_NO_YEAR
                                        : MONTH_NAME_WHOLE;
    if (name.kind != MONTH_NAME_WRONG)
        name.month = month_make(year, month);
    return name;
}

static struct text
without_blanks(struct arena *arena, struct text text)
{
    char *bytes = arena_take(arena, text.length + 1);
    size_t length = 0;

    text = text_nfkc(arena, text);
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != ' ')
            bytes[length++] = text.bytes[i];
    return (struct text){bytes, length};
}

/* Behind a year and what parts it from the month. */
static struct month_name
read_behind_year(struct text rest, int year, bool is_parted)
{
    int month;
    size_t digits = read_number(rest, &month);

    if (digits == 0 && is_parted)
        digits = read_hanzi(rest, &month);
    else if (digits > 2 || digits < (is_parted ? 1u : 2u))
        digits = 0;
    if (digits == 0)
        return (struct month_name){.kind = MONTH_NAME_NONE};
    rest = text_from(rest, digits);
    if (skip(&rest, "月"))
        skip(&rest, "份");
    return month_name_of(year, month, rest);
}

struct month_name
month_name_read(struct arena *arena, struct text name)
{
    struct text text = text_copy(arena, without_blanks(arena, name)), rest;
    int year, month;
    size_t digits = read_number(text, &year);

    rest = text_from(text, YEAR_DIGITS);
    if (digits >= YEAR_DIGITS) {
        read_number(text_slice(text, 0, YEAR_DIGITS), &year);
        if (year < 1900 || year > 2999)
            return (struct month_name){.kind = MONTH_NAME_NONE};
        if (digits > YEAR_DIGITS)
            return read_behind_year(rest, year, false);
        if (skip(&rest, "-") || skip(&rest, ".") || skip(&rest, "_") ||
            skip(&rest, "年"))
            return read_behind_year(rest, year, true);
        return (struct month_name){.kind = MONTH_NAME_NONE};
    }
    month = year;
    if (digits == 0)
        digits = read_hanzi(text, &month);
    rest = text_from(text, digits);
    if (digits == 0 || digits > 9 || !skip(&rest, "月"))
        return (struct month_name){.kind = MONTH_NAME_NONE};
    skip(&rest, "份");
    return month_name_of(0, month, rest);
}
