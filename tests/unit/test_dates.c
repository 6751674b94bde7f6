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
        "20251031 09:30",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
        expect(forms[i], DATE_PLAIN, "2025-10-31");
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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_of_the_contract_is_the_same_day),
        cmocka_unit_test(single_digits_are_days_and_months_too),
        cmocka_unit_test(a_serial_is_its_day),
        cmocka_unit_test(a_number_that_no_spreadsheet_means_as_a_day_is_none),
        cmocka_unit_test(a_month_is_read_with_the_precision_of_a_month),
        cmocka_unit_test(a_day_without_a_year_is_in_the_campaign_year),
        cmocka_unit_test(a_damaged_october_is_january_with_a_warning),
        cmocka_unit_test(an_unknown_order_of_day_and_month_is_not_guessed),
        cmocka_unit_test(an_impossible_day_is_no_date),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(a_leap_day_exists_in_leap_years_only),
    };

    return cmocka_run_group_tests_name("dates", tests, set_up, tear_down);
}
