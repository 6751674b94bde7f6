#include "base/date.h"

#include "base/arena.h"

bool
date_is_given(struct date date)
{
    return date.year != 0;
}

bool
date_has_day(struct date date)
{
    return date.year != 0 && date.day != 0;
}

static int
date_key(struct date date)
{
    return date.year * 512 + date.month * 32 + date.day;
}

int
date_compare(struct date a, struct date b)
{
    return date_key(a) - date_key(b);
}

bool
date_is_by(struct date date, struct date last)
{
    return date_is_given(date) && date_compare(date, last) <= 0;
}

static int
days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return month == 2 && leap ? 29 : days[month - 1];
}

bool
date_make(int year, int month, int day, struct date *date)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12)
        return false;
    if (day < 0 || (day > 28 && day > days_in_month(year, month)))
        return false;
    date->year = (uint16_t)year;
    date->month = (uint8_t)month;
    date->day = (uint8_t)day;
    return true;
}

/* The count of days before a year that starts in March puts the leap day
   last, which makes one formula serve for every month. */
int32_t
date_days(struct date date)
{
    int32_t year = date.month > 2 ? date.year : date.year - 1;
    int32_t month = (date.month + 9) % 12;

    return 365 * year + year / 4 - year / 100 + year / 400 +
           (month * 306 + 5) / 10 + date.day - 1 - 719468;
}

struct date
date_of_days(int32_t days)
{
    int32_t since = days + 719468;
    int32_t era = since / 146097;
    int32_t day = since % 146097;
    int32_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    int32_t rest = day - (365 * year + year / 4 - year / 100);
    int32_t month = (5 * rest + 2) / 153;
    struct date date;

    date.day = (uint8_t)(rest - (153 * month + 2) / 5 + 1);
    date.month = (uint8_t)(month < 10 ? month + 3 : month - 9);
    date.year = (uint16_t)(era * 400 + year + (date.month <= 2));
    return date;
}

struct month
month_make(int year, int month)
{
    return (struct month){year * 12 + month - 1};
}

struct month
month_of(struct date date)
{
    return month_make(date.year, date.month);
}

int
month_year(struct month month)
{
    return month.number / 12;
}

int
month_in_year(struct month month)
{
    return month.number % 12 + 1;
}

struct month
month_moved(struct month month, int by)
{
    return (struct month){month.number + by};
}

struct date
month_last_day(struct month month)
{
    struct date date;
    int year = month_year(month), in_year = month_in_year(month);

    date_make(year, in_year, days_in_month(year, in_year), &date);
    return date;
}

bool
month_parse(struct text text, struct month *month)
{
    int year = 0, in_year;

    if (text.length != 7 || text.bytes[4] != '-')
        return false;
    for (size_t i = 0; i < 7; i++)
        if (i != 4 && (text.bytes[i] < '0' || text.bytes[i] > '9'))
            return false;
    for (size_t i = 0; i < 4; i++)
        year = year * 10 + (text.bytes[i] - '0');
    in_year = (text.bytes[5] - '0') * 10 + (text.bytes[6] - '0');
    if (year < 1900 || year > 2999 || in_year < 1 || in_year > 12)
        return false;
    *month = month_make(year, in_year);
    return true;
}

/* So many digits before the end. */
static void
put_digits(char *end, int number, int digits)
{
    for (; digits > 0; digits--, number /= 10)
        *--end = (char)('0' + number % 10);
}

struct text
date_text(struct arena *arena, struct date date)
{
    char *bytes;

    if (!date_is_given(date))
        return text_of("");
    if (!date_has_day(date))
        return month_text(arena, month_of(date));
    bytes = arena_copy(arena, "0000-00-00", 10);
    put_digits(bytes + 4, date.year, 4);
    put_digits(bytes + 7, date.month, 2);
    put_digits(bytes + 10, date.day, 2);
    return (struct text){bytes, 10};
}

struct text
month_text(struct arena *arena, struct month month)
{
    char *bytes = arena_copy(arena, "0000-00", 7);

    put_digits(bytes + 4, month_year(month), 4);
    put_digits(bytes + 7, month_in_year(month), 2);
    return (struct text){bytes, 7};
}
