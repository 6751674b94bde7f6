/*
 * Dates in the forms of the data contract.  One reader walks the text from
 * left to right: numbers, in digits or in hanzi, with what separates them.
 */
#include "ledger/cells.h"

#include <string.h>

#include "base/simd.h"
#include "ledger/date_scan.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2999 };
enum { FIRST_RUN_YEAR = 1990, LAST_RUN_YEAR = 2099 };
enum { MONTH_DIGITS = 6, DAY_DIGITS = 8, MINUTES_A_DAY = 24 * 60 };

/* 1990 to 2099: other numbers of five digits are not meant as days. */
enum { FIRST_SERIAL = 32874, LAST_SERIAL = 73050, SERIAL_OF_1970 = 25569 };

static bool
date_of(int year, int month, int day, struct date *date)
{
    return year >= FIRST_YEAR && year <= LAST_YEAR &&
           date_make(year, month, day, date);
}

static enum date_form
form_if(bool is_read, enum date_form form)
{
    return is_read ? form : DATE_NONE;
}

/* Two digits; more than 99 if they are none. */
static unsigned
two_digits(const char *at)
{
    unsigned tens = (unsigned char)at[0] - (unsigned)'0';
    unsigned ones = (unsigned char)at[1] - (unsigned)'0';

    return tens <= 9 && ones <= 9 ? tens * 10 + ones : 100;
}

static bool
read_hyphened(const char *bytes, unsigned *year, unsigned *month)
{
    uint64_t digits;

    if (!simd_digits(bytes, "0000-00-", "vvvv\177vv\177", &digits))
        return false;
    digits = simd_pairs(digits);
    *year = (unsigned)(digits & 0xFF) * 100 + (unsigned)(digits >> 16 & 0xFF);
    *month = (unsigned)(digits >> 40 & 0xFF);
    return true;
}

/* One digit or two, from *at on, which moves on behind them. */
static bool
take_two(struct text text, size_t *at, unsigned *value)
{
    size_t end = *at + 2 < text.length ? *at + 2 : text.length;

    for (*value = 0; *at < end; ++*at) {
        unsigned digit = (unsigned char)text.bytes[*at] - (unsigned)'0';

        if (digit > 9)
            break;
        *value = *value * 10 + digit;
    }
    return *value > 0;
}

/* 2025/10/3, behind the year: month and day in one digit or two. */
static bool
read_parts(struct text text, unsigned *month, unsigned *day)
{
    size_t separator = strlen("2025"), at = separator + 1;

    return memchr("-/.", text.bytes[separator], 3) != NULL &&
           take_two(text, &at, month) && at < text.length &&
           text.bytes[at++] == text.bytes[separator] &&
           take_two(text, &at, day) && at == text.length;
}

static bool
take_word(struct text text, size_t *at, const char *word)
{
    bool is_there = text_starts(text_from(text, *at), word);

    *at += is_there ? strlen(word) : 0;
    return is_there;
}

/* 2025年10月3日, behind the year. */
static bool
read_words(struct text text, unsigned *month, unsigned *day)
{
    size_t at = strlen("2025");

    return take_word(text, &at, "年") && take_two(text, &at, month) &&
           take_word(text, &at, "月") && take_two(text, &at, day) &&
           take_word(text, &at, "日") && at == text.length;
}

bool
date_read_plain(struct text text, struct date *date)
{
    unsigned century, year, month, day;

    if (text.length < strlen("2025-1-1") ||
        text.length > strlen("2025年10月31日"))
        return false;
    if (text.length == strlen("2025-10-31") &&
        read_hyphened(text.bytes, &year, &month)) {
        day = two_digits(text.bytes + 8);
        return day > 0 && date_of((int)year, (int)month, (int)day, date);
    }
    century = two_digits(text.bytes);
    year = two_digits(text.bytes + 2);
    return century <= 99 && year <= 99 &&
           (read_parts(text, &month, &day) || read_words(text, &month, &day)) &&
           date_of((int)(century * 100 + year), (int)month, (int)day, date);
}

/* 20251031093000 and 202510310930, as programs stamp. */
static enum date_form
read_stamp(struct date_scan *scan, struct figure run, struct date *date)
{
    int time_digits = run.digits - DAY_DIGITS;
    int64_t parts = time_digits == 6 ? 1000000 : 10000;
    int64_t day = run.value / parts;

    return form_if(date_scan_set_time(
                       scan, (struct figure){run.value % parts, time_digits}) &&
                       date_scan_zone_at_end(scan) && day % 100 > 0 &&
                       date_of((int)(day / 10000), (int)(day / 100 % 100),
                               (int)(day % 100), date),
                   DATE_PLAIN);
}

/* 202510: other numbers of six digits are not meant as months. */
static enum date_form
read_month_run(struct date_scan *scan, int value, struct date *date)
{
    return form_if(value / 100 >= FIRST_RUN_YEAR &&
                       value / 100 <= LAST_RUN_YEAR && value % 100 > 0 &&
                       date_scan_is_at_end(scan) &&
                       date_of(value / 100, value % 100, 0, date),
                   DATE_PLAIN);
}

/* 20251031 and 45961, with a time behind them. */
static enum date_form
read_run(struct date_scan *scan, struct figure run, struct date *date)
{
    int value = (int)run.value;
    struct figure fraction;

    if (run.digits == DAY_DIGITS + 6 || run.digits == DAY_DIGITS + 4)
        return read_stamp(scan, run, date);
    if (run.digits == DAY_DIGITS)
        return form_if(
            date_scan_time_at_end(scan) && value % 100 > 0 &&
                date_of(value / 10000, value / 100 % 100, value % 100, date),
            DATE_PLAIN);
    if (run.digits == MONTH_DIGITS)
        return read_month_run(scan, value, date);
    if (run.digits != 5 || value < FIRST_SERIAL || value > LAST_SERIAL)
        return DATE_NONE;
    if (date_scan_take(scan, ".") && !date_scan_figure(scan, &fraction))
        return DATE_NONE;
    if (!date_scan_is_at_end(scan))
        return DATE_NONE;
    *date = date_of_days(value - SERIAL_OF_1970);
    return DATE_IS_SERIAL;
}

/* 2025年10月31日, behind the 年. */
static enum date_form
read_behind_year(struct date_scan *scan, struct figure year, struct date *date)
{
    struct figure month, day;

    if (year.digits != 4 || !date_scan_figure(scan, &month) ||
        !date_scan_take(scan, "月"))
        return DATE_NONE;
    date_scan_take(scan, "份");
    if (date_scan_is_at_end(scan))
        return form_if(date_of((int)year.value, (int)month.value, 0, date),
                       DATE_PLAIN);
    if (!date_scan_figure(scan, &day) || day.value == 0)
        return DATE_NONE;
    if (!date_scan_take(scan, "日"))
        date_scan_take(scan, "号");
    return form_if(
        date_scan_time_at_end(scan) &&
            date_of((int)year.value, (int)month.value, (int)day.value, date),
        DATE_PLAIN);
}

/* 10月31日, behind the 月. */
static enum date_form
read_behind_month(struct date_scan *scan, struct figure month, int year,
                  struct date *date)
{
    struct figure day = {0, 0};

    if (month.digits > 2)
        return DATE_NONE;
    date_scan_take(scan, "份");
    if (!date_scan_is_at_end(scan)) {
        if (!date_scan_figure(scan, &day) || day.value == 0)
            return DATE_NONE;
        if (!date_scan_take(scan, "日"))
            date_scan_take(scan, "号");
        if (!date_scan_time_at_end(scan))
            return DATE_NONE;
    }
    return form_if(date_of(year, (int)month.value, (int)day.value, date),
                   DATE_NO_YEAR);
}

/* 2025-10-31, 2025/10, 2025.1, behind the first separator. */
static enum date_form
read_year_first(struct date_scan *scan, struct figure year,
                const char *separator, struct date *date)
{
    struct figure month, day;

    if (!date_scan_figure(scan, &month) || month.digits > 2)
        return DATE_NONE;
    if (date_scan_take(scan, "月"))
        date_scan_take(scan, "份");
    if (date_scan_is_at_end(scan)) {
        bool is_short =
            *separator == '.' && month.value == 1 && month.digits == 1;

        return form_if(date_of((int)year.value, (int)month.value, 0, date),
                       is_short ? DATE_SHORT_MONTH : DATE_PLAIN);
    }
    if (!date_scan_take(scan, separator) || !date_scan_figure(scan, &day) ||
        day.digits > 2 || day.value == 0)
        return DATE_NONE;
    return form_if(
        date_scan_time_at_end(scan) &&
            date_of((int)year.value, (int)month.value, (int)day.value, date),
        DATE_PLAIN);
}

/* 10/31/2025, 31.10.2025, 10/31: nobody can tell in which order. */
static enum date_form
read_year_last(struct date_scan *scan, struct figure first,
               const char *separator)
{
    struct figure second, year;
    bool fits;

    if (!date_scan_figure(scan, &second) || second.digits > 2)
        return DATE_NONE;
    fits = first.value > 0 && second.value > 0 && first.value <= 31 &&
           second.value <= 31 && (first.value <= 12 || second.value <= 12);
    if (date_scan_is_at_end(scan))
        return form_if(fits, DATE_AMBIGUOUS);
    if (!date_scan_take(scan, separator) || !date_scan_figure(scan, &year) ||
        (year.digits != 2 && year.digits != 4))
        return DATE_NONE;
    return form_if(fits && date_scan_time_at_end(scan), DATE_AMBIGUOUS);
}

/* As it is written, in whatever zone. */
static enum date_form
read_written(struct date_scan *scan, int campaign_year, struct date *date)
{
    static const char *const separators[] = {"-", "/", ".", "—", "–", "、"};
    enum {
        IN_ANY_ORDER = 3, /* the rest only behind a year */
        SEPARATORS = sizeof(separators) / sizeof(separators[0])
    };
    struct figure first;

    if (!date_scan_figure(scan, &first))
        return DATE_NONE;
    if (date_scan_take(scan, "年"))
        return read_behind_year(scan, first, date);
    if (date_scan_take(scan, "月"))
        return read_behind_month(scan, first, campaign_year, date);
    if (first.digits > 4)
        return read_run(scan, first, date);
    for (size_t i = 0; i < SEPARATORS; i++)
        if (date_scan_take(scan, separators[i]))
            return first.digits == 4
                       ? read_year_first(scan, first, separators[i], date)
                   : first.digits <= 2 && i < IN_ANY_ORDER
                       ? read_year_last(scan, first, separators[i])
                       : DATE_NONE;
    return DATE_NONE;
}

enum date_form
date_read_clock(struct text text, struct date_usage usage,
                struct arena *scratch, struct date *date)
{
    struct date_scan scan;
    enum date_form form;
    int minutes;

    if (date_read_plain(text, date))
        return DATE_PLAIN;
    scan = date_scan_of(text_nfkc(scratch, text));
    form = read_written(&scan, usage.year, date);
    if (form != DATE_PLAIN || !scan.has_time || !scan.has_zone ||
        scan.zone == usage.clock)
        return form;
    minutes = scan.minutes - scan.zone + usage.clock;
    *date = date_of_days(date_days(*date) +
                         (minutes + MINUTES_A_DAY) / MINUTES_A_DAY - 1);
    return DATE_CONVERTED;
}

enum date_form
date_read(struct text text, int campaign_year, struct arena *scratch,
          struct date *date)
{
    return date_read_clock(text, (struct date_usage){campaign_year, 0}, scratch,
                           date);
}

bool
date_is_zero(struct text text)
{
    struct date_scan scan = date_scan_of(text);
    struct figure figure;
    size_t figures = 0;
    bool is_1900 = false;

    while (date_scan_figure(&scan, &figure)) {
        int64_t wanted = is_1900 && figures == 1 ? 1 : 0;

        if (figures == 0)
            is_1900 = figure.value == FIRST_YEAR;
        if (figure.value != wanted && !(figures == 0 && is_1900))
            return false;
        figures++;
        date_scan_take_any(&scan, "- / . : T 年 月 日");
    }
    date_scan_take(&scan, "Z");
    return date_scan_is_at_end(&scan) && figures >= 3;
}
