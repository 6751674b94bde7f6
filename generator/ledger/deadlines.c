/*
 * Deadlines in words.  Those that name a day, a month, a quarter or a year
 * mean its last day; others name none.
 */
#include "ledger/cells.h"

#include "ledger/date_scan.h"

static const char lead_words[] = "截止到 截止至 截至到 截止 截至 计划于 计划在 "
                                 "计划 力争 确保 预计 拟于 拟 务必 于 在 "
                                 "至 到";
static const char limit_words[] = "之前 以前 前 为止 止 之内 以内 内";
static const char done_words[] = "完成整改 全面完成 整改完成 整改到位 整改完毕 "
                                 "办理完毕 完成 办结 办理 解决 整改 "
                                 "销号 落实 到位";

/* What begins so and names no number has no day. */
static const char standing_words[] =
    "立行立改 立查立改 立即 立改 立办 即知即改 即行即改 即改 即时 即办 "
    "边查边改 "
    "边整边改 马上 尽快 限时 适时 长期 持续 常态 坚持 长效 日常 随时 全年 每月 "
    "每周 "
    "每年 每季度 每日 每天";

/* A span of time from a day that is not named. */
static const char span_words[] = "个工作日 工作日 个自然日 自然日 个月 个星期 "
                                 "个季度 个小时 小时 星期 周 天 日内 "
                                 "日之内 日以内 年";

static struct date
last_of_month(int year, int64_t month)
{
    return month_last_day(month_make(year, (int)month));
}

/* Nothing more but what limits it and what is to be done. */
static bool
is_at_close(struct date_scan *scan)
{
    date_scan_take(scan, "的");
    while (date_scan_take_any(scan, limit_words))
        continue;
    while (date_scan_take_any(scan, done_words))
        continue;
    date_scan_take_any(scan, "。 .");
    return date_scan_is_at_end(scan);
}

/* 10月31日, 10月底, 10月中旬, behind the 月. */
static bool
read_in_month(struct date_scan *scan, int year, int64_t month,
              struct date *date)
{
    struct figure day;

    date_scan_take(scan, "份");
    if (date_scan_take_any(scan, "底 末 下旬 内")) {
        *date = last_of_month(year, month);
    } else if (date_scan_take_any(scan, "上旬")) {
        return date_make(year, (int)month, 10, date);
    } else if (date_scan_take_any(scan, "中旬")) {
        return date_make(year, (int)month, 20, date);
    } else {
        if (!date_scan_figure(scan, &day) || day.digits > 2 || day.value == 0)
            return false;
        date_scan_take_any(scan, "日 号");
        return date_make(year, (int)month, (int)day.value, date);
    }
    return true;
}

/* 季度 or 半年, behind the number. */
static bool
read_part_of_year(struct date_scan *scan, int year, struct date *date)
{
    struct figure figure;

    if (date_scan_take(scan, "上半年")) {
        *date = last_of_month(year, 6);
        return true;
    }
    if (date_scan_take(scan, "下半年")) {
        *date = last_of_month(year, 12);
        return true;
    }
    date_scan_take_any(scan, "第 Q");
    if (!date_scan_figure(scan, &figure) || figure.value < 1)
        return false;
    if (date_scan_take_any(scan, "季度 季")) {
        if (figure.value > 4)
            return false;
        *date = last_of_month(year, 3 * figure.value);
        date_scan_take_any(scan, "底 末");
        return true;
    }
    return figure.value <= 12 && date_scan_take(scan, "月") &&
           read_in_month(scan, year, figure.value, date);
}

/* 2025年, 今年 or 明年: the year meant, and whether one is named. */
static bool
take_year(struct date_scan *scan, int *year)
{
    struct date_scan before = *scan;
    struct figure figure;

    if (date_scan_take_any(scan, "今年 本年度 本年 当年"))
        return true;
    if (date_scan_take_any(scan, "明年 次年")) {
        *year += 1;
        return true;
    }
    if (date_scan_figure(scan, &figure) && figure.digits == 4 &&
        date_scan_take(scan, "年")) {
        *year = (int)figure.value;
        date_scan_take(scan, "度");
        return true;
    }
    *scan = before;
    return false;
}

/* Without the first of the words that the text ends with. */
static struct text
without_end(struct text text, const char *words)
{
    for (struct text word; word_next(&words, &word);)
        if (text.length > word.length &&
            text_equal(text_from(text, text.length - word.length), word)) {
            text.length -= word.length;
            break;
        }
    return text;
}

/* 2025-10-31前: a day as dates are written, and a limit behind it. */
static bool
read_day_before(struct text text, struct arena *scratch, struct date *date)
{
    struct text day = without_end(without_end(text, done_words), limit_words);

    return day.length < text.length &&
           date_read(day, 0, scratch, date) == DATE_PLAIN &&
           date_has_day(*date);
}

/* Whether it speaks of a day, month or year by number or name. */
static bool
has_calendar(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] >= '0' && text.bytes[i] <= '9')
            return true;
    return text_find(text, TEXT("月")) < text.length ||
           text_find(text, TEXT("年底")) < text.length ||
           text_find(text, TEXT("季度")) < text.length;
}

static bool
take_number(struct date_scan *scan)
{
    struct figure figure;

    return date_scan_take_any(scan, "半 两") ||
           (date_scan_figure(scan, &figure) && figure.digits <= 3);
}

static bool
names_no_day(struct text text)
{
    struct date_scan scan = date_scan_of(text);

    if (date_scan_take_any(&scan, standing_words))
        return !has_calendar(text_from(text, scan.at));
    if (!take_number(&scan))
        return false;
    if (date_scan_take_any(&scan, "- ~ 至 到") && !take_number(&scan))
        return false;
    return date_scan_take_any(&scan, span_words) && is_at_close(&scan);
}

enum deadline
deadline_read(struct text text, struct month start, struct arena *scratch,
              struct date *date)
{
    struct text plain = folded(scratch, text);
    struct date_scan scan = date_scan_of(plain);
    int year = month_year(start);
    bool is_named;

    if (names_no_day(plain))
        return DEADLINE_WITHOUT_DAY;
    if (read_day_before(plain, scratch, date))
        return DEADLINE_DAY;
    while (date_scan_take_any(&scan, lead_words))
        continue;
    is_named = take_year(&scan, &year);
    if (start.number == 0 && !is_named)
        return DEADLINE_NONE;
    if (date_scan_take_any(&scan, "年底 年末 年终 年内") ||
        (is_named && date_scan_take_any(&scan, "底 末 终 内")))
        *date = last_of_month(year, 12);
    else if (!read_part_of_year(&scan, year, date))
        return DEADLINE_NONE;
    if (!is_named && month_of(*date).number < start.number)
        return deadline_read(text, month_make(year + 1, 1), scratch, date);
    return is_at_close(&scan) ? DEADLINE_DAY : DEADLINE_NONE;
}
