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
expect(const char *text, const char *decimal, int64_t unit)
{
    struct amount amount;
    enum number_form form = number_read(text_of(text), arena, &amount);
    struct text shown = number_text(arena, amount.millionths);

    if (form != NUMBER_PLAIN || !text_is(shown, decimal) || amount.unit != unit)
        fail_msg("\"%s\" is read as %.*s (form %d), not %s", text,
                 TEXT_ARG(shown), (int)form, decimal);
}

static void
expect_refused(const char *text, enum number_form form)
{
    struct amount amount;

    if (number_read(text_of(text), arena, &amount) != form)
        fail_msg("\"%s\" is not refused as it should be", text);
}

static void
plain_numbers_are_exact(void **state)
{
    (void)state;
    expect("0", "0", 0);
    expect("12.5", "12.5", 0);
    expect("-3", "-3", 0);
    expect("0.1", "0.1", 0);
    expect("0.000001", "0.000001", 0);
    expect("9007199254740.993", "9007199254740.993", 0);
}

static void
thousands_separators_are_passed_over(void **state)
{
    (void)state;
    expect("1,200.5", "1200.5", 0);
    expect("1,234,567.50", "1234567.5", 0);
    expect("１，２３４", "1234", 0);
}

static void
separators_in_odd_places_are_refused(void **state)
{
    (void)state;
    expect_refused("12,34", NUMBER_NONE);
    expect_refused("1234,567", NUMBER_NONE);
    expect_refused("1,2345", NUMBER_NONE);
    expect_refused(",123", NUMBER_NONE);
    expect_refused("1,234,", NUMBER_NONE);
}

static void
full_width_digits_are_digits(void **state)
{
    (void)state;
    expect("１２.５", "12.5", 0);
    expect("１２．５", "12.5", 0);
}

static void
a_sign_of_money_is_passed_over(void **state)
{
    (void)state;
    expect("￥8000", "8000", 0);
    expect("¥ 8,000.00", "8000", 0);
}

static void
the_unit_behind_a_number_is_told(void **state)
{
    (void)state;
    expect("8000万元", "8000", 10000);
    expect("3.2亿", "3.2", 100000000);
    expect("3.2 亿元", "3.2", 100000000);
    expect("500元", "500", 1);
    expect("８０００万", "8000", 10000);
}

static void
a_counter_behind_a_number_is_dropped(void **state)
{
    (void)state;
    expect("2次", "2", 0);
    expect("35 人次", "35", 0);
    expect("95.8分", "95.8", 0);
    expect("92.5%", "92.5", 0);
    expect("2万人次", "2", 10000);
    expect_refused("8项多", NUMBER_NONE);
    expect_refused("3次左右", NUMBER_NONE);
}

static void
a_number_in_two_units_is_told_in_the_smaller(void **state)
{
    (void)state;
    expect("1亿9000万元", "19000", 10000);
    expect("1亿零500万", "10500", 10000);
    expect("1万5000元", "15000", 1);
    expect("5千万元", "5", 10000000);
    expect_refused("1万5", NUMBER_NONE);
    expect_refused("1.5亿3000万", NUMBER_NONE);
    expect_refused("3万2亿", NUMBER_NONE);
}

static void
brackets_are_refused(void **state)
{
    (void)state;
    expect_refused("(5)", NUMBER_BRACKETS);
    expect_refused("（5）", NUMBER_BRACKETS);
}

static void
what_is_no_number_is_refused(void **state)
{
    static const char *const none[] = {"约5",  "5余",    "1.2.3", ".5",
                                       "5.",   "1E5",    "--5",   "五",
                                       "12 3", "8000块", "元"};

    (void)state;
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
        expect_refused(none[i], NUMBER_NONE);
}

static void
a_number_too_large_to_be_exact_is_refused(void **state)
{
    (void)state;
    expect("9223372036854.775807", "9223372036854.775807", 0);
    expect_refused("9223372036854.775808", NUMBER_EXCESSIVE);
    expect_refused("99999999999999999999999999", NUMBER_EXCESSIVE);
}

static void
decimals_are_shown_in_as_few_digits_as_it_takes(void **state)
{
    (void)state;
    assert_true(text_is(number_text(arena, 12005000000000), "12005000"));
    assert_true(text_is(number_text(arena, -500000), "-0.5"));
    assert_true(
        text_is(number_text(arena, INT64_MIN), "-9223372036854.775808"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_numbers_are_exact),
        cmocka_unit_test(thousands_separators_are_passed_over),
        cmocka_unit_test(separators_in_odd_places_are_refused),
        cmocka_unit_test(full_width_digits_are_digits),
        cmocka_unit_test(a_sign_of_money_is_passed_over),
        cmocka_unit_test(the_unit_behind_a_number_is_told),
        cmocka_unit_test(a_counter_behind_a_number_is_dropped),
        cmocka_unit_test(a_number_in_two_units_is_told_in_the_smaller),
        cmocka_unit_test(brackets_are_refused),
        cmocka_unit_test(what_is_no_number_is_refused),
        cmocka_unit_test(a_number_too_large_to_be_exact_is_refused),
        cmocka_unit_test(decimals_are_shown_in_as_few_digits_as_it_takes),
    };

    return cmocka_run_group_tests_name("numbers", tests, set_up, tear_down);
}
