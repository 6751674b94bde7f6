#include "support/test.h"

#include "base/arena.h"
#include "ledger/cells.h"

static struct arena *arena;

static int
set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void
expect(const char *text, enum date_form form, const char *iso)
{
    struct date date = {0, 0, 0};
    enum date_form found = date_read(text_of(text), 2025, arena, &date);
    struct text shown = date_text(arena, date);

    if (found != form || (iso != NULL && !text_is(shown, iso)))
        fail_msg("\"%s\" is read as %.*s (form %d), not %s (form %d)", text,
                 TEXT_ARG(shown), (int)found, iso ? iso : "nothing", (int)form);
}

static void
every_form_of_the_contract_is_the_same_day(void **state)
{
    static const char *const forms[] = {
        "2025-10-31",
        "2025/10/31",
        "2025.10.31",
        "2025年10月31日",
        "2025年10月31号",
        "20251031",
        "2025-10-31 09:30",
        "2025/10/31 9:30:00",
        "2025-10-31T09:30:00",
        "２０２５年１０月３１日",
        "２０２５－１０－３１",
        "２０２５／１０／３１",
        "二〇二五年十月三十一日",
        "二零二五年十月三十一日",
        "二○二五年十月三十一日",
        "二O二五年十月三十一日",
        "2025 年 10 月 31 日",
        "2025年10月31日9时30分",
        "2025年10月31日 上午9:30",
        "2025年10月31日星期五",
        "2025年10月31日（周五）",
        "2025—10—31",
        "2025、10、31",
        "20251031 09:30",
        "20251031093000",
        "202510310930",
        "20251031T093000Z",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
        expect(forms[i], DATE_PLAIN, "2025-10-31");
}

/* Digit by digit. */
static bool
is_day_with_hyphens(const char *text, struct date *date)
{
    int parts[3] = {0}, part = 0;

    for (size_t i = 0; i < 10; i++) {
        if (i == 4 || i == 7) {
            part++;
            if (text[i] != '-')
                return false;
        } else if (text[i] < '0' || text[i] > '9') {
            return false;
        } else {
            parts[part] = parts[part] * 10 + text[i] - '0';
        }
    }
    return parts[0] >= 1900 && parts[0] <= 2999 && parts[2] > 0 &&
           date_make(parts[0], parts[1], parts[2], date);
}

static void
no_byte_of_a_day_may_be_another(void **state)
{
    (void)state;
    for (int at = 0; at < 10; at++)
        for (int byte = 0; byte < 256; byte++) {
            char text[] = "2025-10-31";
            struct date date = {0, 0, 0}, expected = {0, 0, 0};
            bool is_read;

            text[at] = (char)byte;
            is_read = date_read_plain((struct text){text, 10}, &date);
            assert_int_equal(is_read, is_day_with_hyphens(text, &expected));
            if (is_read)
                assert_int_equal(date_compare(date, expected), 0);
        }
}

static void
every_day_is_read_as_it_is_written(void **state)
{
    struct date date = {1900, 1, 1}, read;

    (void)state;
    for (int32_t day = date_days(date); date.year < 3000;
         date = date_of_days(++day)) {
        assert_true(date_read_plain(date_text(arena, date), &read));
        assert_int_equal(date_compare(date, read), 0);
        arena_reset(arena);
    }
}

static void
single_digits_are_days_and_months_too(void **state)
{
    (void)state;
    expect("2025/1/2", DATE_PLAIN, "2025-01-02");
    expect("2025-1-2", DATE_PLAIN, "2025-01-02");
    expect("2025年1月2日上午", DATE_PLAIN, "2025-01-02");
    expect("二〇二五年一月二日", DATE_PLAIN, "2025-01-02");
    expect("二〇二五年十二月二十日", DATE_PLAIN, "2025-12-20");
}

static void
a_serial_is_its_day(void **state)
{
    (void)state;
    expect("45961", DATE_IS_SERIAL, "2025-10-31");
    expect("４５９６１", DATE_IS_SERIAL, "2025-10-31");
    expect("45961.396", DATE_IS_SERIAL, "2025-10-31");
    expect("44499", DATE_IS_SERIAL, "2021-10-30");
}

static void
a_number_that_no_spreadsheet_means_as_a_day_is_none(void **state)
{
    (void)state;
    expect("12345", DATE_NONE, NULL);
    expect("99999", DATE_NONE, NULL);
    expect("4596", DATE_NONE, NULL);
    expect("459610", DATE_NONE, NULL);
    expect("999999999999999999999", DATE_NONE, NULL);
}

static void
a_month_is_read_with_the_precision_of_a_month(void **state)
{
    (void)state;
    expect("2025-10", DATE_PLAIN, "2025-10");
    expect("2025年10月", DATE_PLAIN, "2025-10");
    expect("2025/10", DATE_PLAIN, "2025-10");
    expect("2025.10", DATE_PLAIN, "2025-10");
    expect("二〇二五年十月", DATE_PLAIN, "2025-10");
    expect("202510", DATE_PLAIN, "2025-10");
    expect("2025年10月份", DATE_PLAIN, "2025-10");
    expect("2025-10月", DATE_PLAIN, "2025-10");
    expect("10月份", DATE_NO_YEAR, "2025-10");
    expect("202513", DATE_NONE, NULL);
    expect("123456", DATE_NONE, NULL);
}

static void
expect_on_our_clock(const char *text, enum date_form form, const char *iso)
{
    enum { EIGHT_HOURS = 8 * 60 };
    struct date date = {0, 0, 0};
    struct date_usage usage = {2025, EIGHT_HOURS};
    enum date_form found = date_read_clock(text_of(text), usage, arena, &date);
    struct text shown = date_text(arena, date);

    if (found != form || !text_is(shown, iso))
        fail_msg("\"%s\" is read as %.*s (form %d), not %s (form %d)", text,
                 TEXT_ARG(shown), (int)found, iso, (int)form);
}

static void
a_time_of_another_zone_is_converted(void **state)
{
    (void)state;
    expect_on_our_clock("2025-09-30T16:30:00.000Z", DATE_CONVERTED,
                        "2025-10-01");
    expect_on_our_clock("2025-09-30T15:59Z", DATE_CONVERTED, "2025-09-30");
    expect_on_our_clock("20250930163000Z", DATE_CONVERTED, "2025-10-01");
    expect_on_our_clock("2025-12-31 22:00:00-05:00", DATE_CONVERTED,
                        "2026-01-01");
    expect_on_our_clock("2025-10-01T00:30:00+0900", DATE_CONVERTED,
                        "2025-09-30");
    expect_on_our_clock("2025-09-30T23:30:00+08:00", DATE_PLAIN, "2025-09-30");
    expect_on_our_clock("2025-09-30 23:30", DATE_PLAIN, "2025-09-30");
    expect_on_our_clock("2025-09-30 下午 11:30 +08", DATE_PLAIN, "2025-09-30");
}

static void
a_day_that_programs_write_for_none_is_none(void **state)
{
    static const char *const zero[] = {
        "0000-00-00", "0000-00-00 00:00:00", "0000/00/00",    "1900/1/0",
        "1900-01-00", "1900/1/0 0:00",       "0000年00月00日"};
    static const char *const days[] = {"1900-01-01", "2000-00-00", "0", "00:00",
                                       "0000-00-01"};

    (void)state;
    for (size_t i = 0; i < sizeof(zero) / sizeof(zero[0]); i++)
        if (!date_is_zero(text_of(zero[i])))
            fail_msg("\"%s\" stands for no day", zero[i]);
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
        if (date_is_zero(text_of(days[i])))
            fail_msg("\"%s\" does not stand for no day", days[i]);
}

static void
expect_deadline(const char *text, enum deadline kind, const char *iso)
{
    struct date date = {0, 0, 0};
    enum deadline found =
        deadline_read(text_of(text), month_make(2025, 3), arena, &date);
    struct text shown = date_text(arena, date);

    if (found != kind || (iso != NULL && !text_is(shown, iso)))
        fail_msg("\"%s\" is due on %.*s (%d), not %s (%d)", text,
                 TEXT_ARG(shown), (int)found, iso ? iso : "no day", (int)kind);
}

static void
a_deadline_in_words_is_its_last_day(void **state)
{
    static const char *const days[][2] = {
        {"10月31日前", "2025-10-31"},
        {"10 月 31 日之前完成", "2025-10-31"},
        {"2025年11月5日前", "2025-11-05"},
        {"2025-11-05前办结", "2025-11-05"},
        {"十月三十一日以前", "2025-10-31"},
        {"10月底", "2025-10-31"},
        {"10月底前", "2025-10-31"},
        {"9月末", "2025-09-30"},
        {"2026年2月底前", "2026-02-28"},
        {"2月底前", "2026-02-28"},
        {"10月内", "2025-10-31"},
        {"10月中旬前", "2025-10-20"},
        {"年底前", "2025-12-31"},
        {"今年年底", "2025-12-31"},
        {"2025年底前完成整改", "2025-12-31"},
        {"年内", "2025-12-31"},
        {"明年3月底前", "2026-03-31"},
        {"第三季度末", "2025-09-30"},
        {"四季度", "2025-12-31"},
        {"上半年", "2025-06-30"},
        {"力争11月底前整改到位。", "2025-11-30"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
        expect_deadline(days[i][0], DEADLINE_DAY, days[i][1]);
}

static void
a_deadline_without_a_day_is_not_at_fault(void **state)
{
    static const char *const standing[] = {
        "立行立改",    "立即整改", "长期坚持",   "持续推进",
        "7个工作日",   "30日内",   "一个月内",   "两周内",
        "3-5个工作日", "半年内",   "常态化推进", "每月"};
    static const char *const unread[] = {"待协调会后确定",
                                         "10月前",
                                         "32日",
                                         "10月32日前",
                                         "2025年",
                                         "底前",
                                         "立即整改，10月底前完成",
                                         "13月底前",
                                         "五季度"};

    (void)state;
    for (size_t i = 0; i < sizeof(standing) / sizeof(standing[0]); i++)
        expect_deadline(standing[i], DEADLINE_WITHOUT_DAY, NULL);
    for (size_t i = 0; i < sizeof(unread) / sizeof(unread[0]); i++)
        expect_deadline(unread[i], DEADLINE_NONE, NULL);
}

static void
a_day_without_a_year_is_in_the_campaign_year(void **state)
{
    (void)state;
    expect("10月31日", DATE_NO_YEAR, "2025-10-31");
    expect("十月三十一日", DATE_NO_YEAR, "2025-10-31");
    expect("２月２９日", DATE_NONE, NULL);
}

static void
a_damaged_october_is_january_with_a_warning(void **state)
{
    (void)state;
    expect("2025.1", DATE_SHORT_MONTH, "2025-01");
    expect("2025.01", DATE_PLAIN, "2025-01");
    expect("2025.2", DATE_PLAIN, "2025-02");
}

static void
an_unknown_order_of_day_and_month_is_not_guessed(void **state)
{
    (void)state;
    expect("10/31/2025", DATE_AMBIGUOUS, NULL);
    expect("31/10/2025", DATE_AMBIGUOUS, NULL);
    expect("03/04/2025", DATE_AMBIGUOUS, NULL);
    expect("31.10.2025", DATE_AMBIGUOUS, NULL);
    expect("25-10-31", DATE_AMBIGUOUS, NULL);
    expect("10/31", DATE_AMBIGUOUS, NULL);
    expect("10/31/2025 9:30", DATE_AMBIGUOUS, NULL);
}

static void
an_impossible_day_is_no_date(void **state)
{
    static const char *const impossible[] = {
        "2025-02-30",    "2025-13-01",       "2025-00-10",
        "2025-10-00",    "2025/2/29",        "20250230",
        "2025年13月1日", "2025年2月30日",    "二〇二五年十三月一日",
        "99/99/2025",    "2025-10-31 25:00", "2025-10-31 09:61",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(impossible) / sizeof(impossible[0]); i++)
        expect(impossible[i], DATE_NONE, NULL);
}

static void
what_is_no_date_is_refused(void **state)
{
    static const char *const none[] = {
        "不详",         "2025年",     "2025",        "10月底",
        "2025-10-31前", "年月日",     "2025-10-31-", "2025--10-31",
        "2025-10/31",   "0025-10-31", "2025-010-31", "一二三四五六七八九",
        "十十月",       "-",          "T09:30",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
        expect(none[i], DATE_NONE, NULL);
}

static void
a_leap_day_exists_in_leap_years_only(void **state)
{
    (void)state;
    expect("2024-02-29", DATE_PLAIN, "2024-02-29");
    expect("2025-02-29", DATE_NONE, NULL);
}

static void
a_month_moves_over_the_end_of_its_year(void **state)
{
    struct month january = month_make(2025, 1);

    (void)state;
    assert_int_equal(month_moved(january, -1).number,
                     month_make(2024, 12).number);
    assert_int_equal(month_moved(january, 13).number,
                     month_make(2026, 2).number);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_of_the_contract_is_the_same_day),
        cmocka_unit_test(no_byte_of_a_day_may_be_another),
        cmocka_unit_test(every_day_is_read_as_it_is_written),
        cmocka_unit_test(single_digits_are_days_and_months_too),
        cmocka_unit_test(a_serial_is_its_day),
        cmocka_unit_test(a_number_that_no_spreadsheet_means_as_a_day_is_none),
        cmocka_unit_test(a_month_is_read_with_the_precision_of_a_month),
        cmocka_unit_test(a_time_of_another_zone_is_converted),
        cmocka_unit_test(a_day_that_programs_write_for_none_is_none),
        cmocka_unit_test(a_deadline_in_words_is_its_last_day),
        cmocka_unit_test(a_deadline_without_a_day_is_not_at_fault),
        cmocka_unit_test(a_day_without_a_year_is_in_the_campaign_year),
        cmocka_unit_test(a_damaged_october_is_january_with_a_warning),
        cmocka_unit_test(an_unknown_order_of_day_and_month_is_not_guessed),
        cmocka_unit_test(an_impossible_day_is_no_date),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(a_leap_day_exists_in_leap_years_only),
        cmocka_unit_test(a_month_moves_over_the_end_of_its_year),
    };

    return cmocka_run_group_tests_name("dates", tests, set_up, tear_down);
}
