#include "intake/cell_number.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

enum {
    SHOWN_DIGITS = 15,
    EVERY_DIGIT = 17,
    DAY = 86400,
    EPOCH_1900 = -25569, /* day 0 in days since 1970, from March 1900 on */
    DAYS_TO_1904 = 1462, /* between the two systems */
    LEAP_DAY_1900 = 60,  /* which there never was */
    LAST_DAY = 2958465   /* 9999-12-31 */
};

/* sign 0.d1d2d3… × 10^exponent */
struct decimal {
    bool is_negative;
    char digits[EVERY_DIGIT + 1];
    int count;
    int exponent;
};

/* The fewest digits that are the number again; no more than are shown if it
   is not whole. */
static struct decimal
decimal_of(double value)
{
    struct decimal decimal = {.is_negative = value < 0};
    int most = value == floor(value) ? EVERY_DIGIT : SHOWN_DIGITS;
    char text[40];

    for (int digits = SHOWN_DIGITS; digits <= most; digits++) {
        snprintf(text, sizeof(text), "%.*e", digits - 1, fabs(value));
        if (strtod(text, NULL) == fabs(value))
            break;
    }
    for (const char *c = text; *c != 'e'; c++)
        if (*c != '.')
            decimal.digits[decimal.count++] = *c;
    while (decimal.count > 0 && decimal.digits[decimal.count - 1] == '0')
        decimal.count--;
    decimal.exponent = (int)strtol(strchr(text, 'e') + 1, NULL, 10) + 1;
    return decimal;
}

static size_t
write_decimal(const struct decimal *decimal, char *out)
{
    char *end = out;

    if (decimal->is_negative)
        *end++ = '-';
    if (decimal->count == 0 || decimal->exponent <= 0)
        *end++ = '0';
    if (decimal->count > 0 && decimal->exponent <= 0)
        *end++ = '.';
    for (int i = decimal->exponent; decimal->count > 0 && i < 0; i++)
        *end++ = '0';
    for (int i = 0;
         i < decimal->count || (decimal->count > 0 && i < decimal->exponent);
         i++) {
        if (i > 0 && i == decimal->exponent)
            *end++ = '.';
        *end++ = i < decimal->count ? decimal->digits[i] : '0';
    }
    return (size_t)(end - out);
}

static char *
write_two(char *out, int number)
{
    out[0] = (char)('0' + number / 10);
    out[1] = (char)('0' + number % 10);
    return out + 2;
}

static char *
write_time(char *out, int seconds)
{
    out = write_two(out, seconds / 3600);
    *out++ = ':';
    out = write_two(out, seconds / 60 % 60);
    *out++ = ':';
    return write_two(out, seconds % 60);
}

static char *
write_date(char *out, int year, int month, int day)
{
    out = write_two(write_two(out, year / 100), year % 100);
    *out++ = '-';
    out = write_two(out, month);
    *out++ = '-';
    return write_two(out, day);
}

/* Day 0 is shown as 1900/1/0, and is how an empty date comes out of many a
   formula.  Days before March 1900 are one further on, for the sake of a leap
   day that another program once believed in. */
static char *
write_day(int32_t day, char *out)
{
    struct date date;

    if (day == 0)
        return mempcpy(out, "1900/1/0", strlen("1900/1/0"));
    if (day == LEAP_DAY_1900)
        return write_date(out, 1900, 2, 29);
    date = date_of_days(day + EPOCH_1900 + (day < LEAP_DAY_1900));
    return write_date(out, date.year, date.month, date.day);
}

static size_t
write_serial(double serial, enum number_kind kind, bool since_1904, char *out)
{
    int32_t day = (int32_t)serial;
    int seconds = (int)((serial - day) * DAY + 0.5);
    char *end = out;

    day += seconds / DAY;
    seconds %= DAY;
    if (day == 0 && kind == NUMBER_TIME)
        return (size_t)(write_time(out, seconds) - out);
    if (since_1904)
        day += DAYS_TO_1904;
    end = write_day(day, out);
    if (seconds > 0 && day != 0) {
        *end++ = ' ';
        end = write_time(end, seconds);
    }
    return (size_t)(end - out);
}

/* Digits, and a point among them, that say the number as we would. */
static bool
is_said_plainly(struct text stored)
{
    size_t length = stored.length, point = 0;
    size_t from = length > 0 && stored.bytes[0] == '-';

    if (length > SHOWN_DIGITS || length == from ||
        (stored.bytes[from] == '0' && length > 1 &&
         !text_starts(text_from(stored, from + 1), ".")))
        return false;
    for (size_t i = from; i < length; i++) {
        if (stored.bytes[i] == '.' && point == 0 && i > from)
            point = i;
        else if (stored.bytes[i] < '0' || stored.bytes[i] > '9')
            return false;
    }
    return point == 0 ||
           (stored.bytes[length - 1] != '0' && point + 1 < length);
}

/* Most numbers that are dates are days, and need no reading as floating
   point. */
static bool
read_days(struct text stored, double *value)
{
    enum { LONGEST = 7 };
    int days = 0;

    if (stored.length == 0 || stored.length > LONGEST)
        return false;
    for (size_t i = 0; i < stored.length; i++) {
        if (stored.bytes[i] < '0' || stored.bytes[i] > '9')
            return false;
        days = days * 10 + (stored.bytes[i] - '0');
    }
    *value = days;
    return true;
}

/* Hexadecimal digits and the like are numbers to C alone. */
static bool
read_number(struct text stored, double *value)
{
    enum { LONGEST = 256 };
    char copy[LONGEST], *end;

    if (read_days(stored, value))
        return true;
    if (stored.length == 0 || stored.length >= LONGEST)
        return false;
    memcpy(copy, stored.bytes, stored.length);
    copy[stored.length] = '\0';
    if (strspn(copy, "0123456789+-.eE") != stored.length)
        return false;
    *value = strtod(copy, &end);
    return *end == '\0' && isfinite(*value);
}

static char *
put_words(char *out, struct text words)
{
    return words.length > 0 ? mempcpy(out, words.bytes, words.length) : out;
}

/* Fractions are not padded. */
static size_t
write_number(double value, struct number_format format, char *out,
             enum number_fault *fault)
{
    static const struct number_shape none;
    const struct number_shape *shape =
        format.shape != NULL ? format.shape : &none;
    struct decimal decimal = decimal_of(value);
    char *end = put_words(out, shape->before);

    if (format.kind == NUMBER_PERCENT)
        decimal.exponent += 2;
    else if (decimal.count > 0 && decimal.exponent > SHOWN_DIGITS)
        *fault = NUMBER_TOO_PRECISE;
    decimal.exponent -= shape->shift;
    if (value >= 0 && decimal.count <= decimal.exponent)
        for (int i = decimal.exponent; i < shape->width; i++)
            *end++ = '0';
    end += write_decimal(&decimal, end);
    if (format.kind == NUMBER_PERCENT)
        *end++ = '%';
    end = put_words(end, shape->behind);
    return (size_t)(end - out);
}

static size_t
write_elapsed(double days, char *out)
{
    long seconds = lround(days * DAY);

    return (size_t)sprintf(out, "%02ld:%02ld:%02ld", seconds / 3600,
                           seconds / 60 % 60, seconds % 60);
}

size_t
cell_number_write(struct text stored, struct number_format format,
                  bool since_1904, char *out, enum number_fault *fault)
{
    double value;

    *fault = NUMBER_SOUND;
    if (format.kind == NUMBER_PLAIN && format.shape == NULL &&
        is_said_plainly(stored)) {
        memcpy(out, stored.bytes, stored.length);
        return stored.length;
    }
    if (!read_number(stored, &value)) {
        *fault = NUMBER_NONE;
        return 0;
    }
    if (format.kind == NUMBER_ELAPSED && value >= 0 && value <= LAST_DAY)
        return write_elapsed(value, out);
    if (format.kind != NUMBER_DATE && format.kind != NUMBER_TIME)
        return write_number(value, format, out, fault);
    if (value < 0 || value + (since_1904 ? DAYS_TO_1904 : 0) > LAST_DAY) {
        *fault = NUMBER_NO_DATE;
        return 0;
    }
    return write_serial(value, format.kind, since_1904, out);
}
