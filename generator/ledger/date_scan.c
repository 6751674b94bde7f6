#include "ledger/date_scan.h"

#include <string.h>

#include "ledger/characters.h"
#include "ledger/schema.h"

enum { TEN = 10, TWENTY = 20, THIRTY = 30, NO_DIGIT = -1, MOST_DIGITS = 17 };

enum { HOUR = 60, HALF_DAY = 12 * HOUR };

struct date_scan
date_scan_of(struct text text)
{
    return (struct date_scan){.text = text};
}

/* By its first byte; most texts hold digits and hanzi where there may be
   one. */
static bool
may_be_space(struct text text, size_t at)
{
    unsigned char byte = at < text.length ? (unsigned char)text.bytes[at] : '0';

    return byte <= ' ' || (byte >= 0xC2 && byte < 0xE4) || byte > 0xE9;
}

static void
pass_spaces(struct date_scan *scan)
{
    size_t next = scan->at;

    if (!may_be_space(scan->text, scan->at))
        return;
    while (character_is_space(text_next(scan->text, &next)))
        scan->at = next;
}

bool
date_scan_is_at_end(struct date_scan *scan)
{
    pass_spaces(scan);
    return scan->at >= scan->text.length;
}

bool
date_scan_take(struct date_scan *scan, const char *word)
{
    pass_spaces(scan);
    if (!text_starts(text_from(scan->text, scan->at), word))
        return false;
    scan->at += strlen(word);
    return true;
}

/* What a hanzi counts; round characters stand for 〇 once a hanzi digit has
   gone before. */
static int
hanzi_digit(int32_t c, bool is_inside)
{
    static const int32_t digits[] = {0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                     0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};

    for (int i = 0; i < 10; i++)
        if (c == digits[i])
            return i;
    if (c == 0x5341)
        return TEN;
    if (c == 0x5EFF)
        return TWENTY;
    if (c == 0x5345)
        return THIRTY;
    if (c == 0x3007 || (is_inside && (c == 0x25CB || c == 0x25EF || c == 'O' ||
                                      c == 'o' || c == '0' || c == 0x039F)))
        return 0;
    return NO_DIGIT;
}

/* 二〇二五 digit by digit; 三十一, 十月, 廿一 by tens. */
static bool
hanzi_figure(struct date_scan *scan, struct figure *figure)
{
    size_t next = scan->at;
    int64_t tens = 0;
    bool has_tens = false;
    int behind = 0; /* digits behind the last ten */

    *figure = (struct figure){0, 0};
    for (int digit; (digit = hanzi_digit(text_next(scan->text, &next),
                                         figure->digits > 0)) != NO_DIGIT;
         scan->at = next) {
        figure->digits++;
        behind++;
        if (digit < TEN) {
            figure->value = figure->value * 10 + digit;
        } else {
            if (has_tens || figure->digits > 2 ||
                (figure->digits == 2 && figure->value == 0))
                return false;
            tens = figure->value > 0 ? figure->value * TEN : digit;
            has_tens = true;
            figure->value = 0;
            behind = 0;
        }
        if (figure->digits > 4)
            return false;
    }
    if (has_tens) {
        if (behind > 1)
            return false;
        figure->value += tens;
        figure->digits = 2;
    }
    return figure->digits > 0;
}

static bool
digit_figure(struct date_scan *scan, struct figure *figure)
{
    *figure = (struct figure){0, 0};
    while (scan->at < scan->text.length) {
        char c = scan->text.bytes[scan->at];

        if (c < '0' || c > '9')
            break;
        if (figure->digits < MOST_DIGITS)
            figure->value = figure->value * 10 + (c - '0');
        figure->digits++;
        scan->at++;
    }
    return figure->digits > 0;
}

bool
date_scan_figure(struct date_scan *scan, struct figure *figure)
{
    size_t start;

    pass_spaces(scan);
    start = scan->at;
    if (digit_figure(scan, figure))
        return true;
    if (hanzi_figure(scan, figure))
        return true;
    scan->at = start;
    return false;
}

bool
date_scan_take_any(struct date_scan *scan, const char *words)
{
    pass_spaces(scan);
    for (struct text word; word_next(&words, &word);) {
        struct text next = text_slice(scan->text, scan->at, word.length);

        if (text_equal(next, word)) {
            scan->at += word.length;
            return true;
        }
    }
    return false;
}

/* 周五, 星期五, (周五). */
static void
pass_weekday(struct date_scan *scan)
{
    size_t start = scan->at;
    bool is_bracketed = date_scan_take(scan, "(");

    if (!date_scan_take_any(scan, "星期 周 礼拜") ||
        !date_scan_take_any(scan, "一 二 三 四 五 六 日 天") ||
        (is_bracketed && !date_scan_take(scan, ")")))
        scan->at = start;
}

/* Whether it is the second half of the day. */
static bool
pass_part_of_day(struct date_scan *scan)
{
    if (date_scan_take_any(scan, "下午 晚上 PM pm"))
        return true;
    date_scan_take_any(scan, "上午 中午 早上 凌晨 AM am");
    return false;
}

static bool
figure_below(struct date_scan *scan, int64_t limit, struct figure *figure)
{
    return date_scan_figure(scan, figure) && figure->digits <= 2 &&
           figure->value < limit;
}

bool
date_scan_set_time(struct date_scan *scan, struct figure figure)
{
    enum { HUNDRED = 100 };
    int64_t value = figure.digits == 6 ? figure.value / HUNDRED : figure.value;

    scan->minutes = (int)(value / HUNDRED * HOUR + value % HUNDRED);
    scan->has_time = true;
    return value / HUNDRED <= 24 && value % HUNDRED < HOUR &&
           (figure.digits == 4 ||
            (figure.digits == 6 && figure.value % HUNDRED <= HOUR));
}

/* 时30分15秒, behind the hour; minutes and seconds may be wanting. */
static void
pass_words_of_time(struct date_scan *scan)
{
    struct date_scan before = *scan;
    struct figure minutes, seconds;

    if (figure_below(scan, HOUR, &minutes) && date_scan_take(scan, "分"))
        scan->minutes += (int)minutes.value;
    else
        *scan = before;
    before = *scan;
    if (!figure_below(scan, HOUR, &seconds) || !date_scan_take(scan, "秒"))
        *scan = before;
}

/* 9:30, 9:30:00.000, 093000, 9时30分, 9时; true as well when there is none. */
static bool
pass_clock(struct date_scan *scan)
{
    struct figure hour, minutes, seconds, fraction;

    if (!date_scan_figure(scan, &hour))
        return true;
    if (hour.digits > 2)
        return date_scan_set_time(scan, hour);
    scan->minutes = (int)hour.value * HOUR;
    scan->has_time = true;
    if (hour.value > 24)
        return false;
    if (date_scan_take(scan, "时") || date_scan_take(scan, "点")) {
        pass_words_of_time(scan);
        return true;
    }
    if (!date_scan_take(scan, ":") || !figure_below(scan, HOUR, &minutes))
        return false;
    scan->minutes += (int)minutes.value;
    if (!date_scan_take(scan, ":"))
        return true;
    if (!figure_below(scan, HOUR + 1, &seconds))
        return false;
    return !date_scan_take(scan, ".") || date_scan_figure(scan, &fraction);
}

/* Z, +08:00, +0800, +08, GMT+8. */
static bool
pass_zone(struct date_scan *scan)
{
    enum { FARTHEST = 14 };
    bool is_utc = date_scan_take_any(scan, "Z z UTC GMT"), is_ahead;
    struct figure hours, minutes = {0, 2};

    scan->has_zone = is_utc;
    is_ahead = date_scan_take(scan, "+");
    if (!is_ahead && !date_scan_take(scan, "-"))
        return true;
    scan->has_zone = true;
    if (!date_scan_figure(scan, &hours))
        return false;
    if (hours.digits == 4) {
        minutes.value = hours.value % 100;
        hours.value /= 100;
    } else if (hours.digits > 2 || (date_scan_take(scan, ":") &&
                                    !date_scan_figure(scan, &minutes))) {
        return false;
    }
    scan->zone = (int)(hours.value * HOUR + minutes.value);
    if (!is_ahead)
        scan->zone = -scan->zone;
    return hours.value <= FARTHEST && minutes.digits == 2 &&
           minutes.value < HOUR;
}

bool
date_scan_zone_at_end(struct date_scan *scan)
{
    return pass_zone(scan) && date_scan_is_at_end(scan);
}

bool
date_scan_time_at_end(struct date_scan *scan)
{
    bool is_late;

    if (date_scan_is_at_end(scan))
        return true;
    if (!date_scan_take_any(scan, "T t"))
        pass_weekday(scan);
    is_late = pass_part_of_day(scan);
    if (!pass_clock(scan))
        return false;
    is_late = pass_part_of_day(scan) || is_late;
    if (is_late && scan->minutes < HALF_DAY)
        scan->minutes += HALF_DAY;
    return date_scan_zone_at_end(scan);
}
