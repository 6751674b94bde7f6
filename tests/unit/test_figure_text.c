#include "support/test.h"

#include "base/arena.h"
#include "year/year.h"

static void
expect_percent(int64_t numerator, int64_t denominator, const char *expected)
{
    struct arena *arena = arena_new();
    struct text text = percent_text(arena, numerator, denominator);

    assert_true(text_is(text, expected));
    arena_free(arena);
}

static void
one_sixteenth_is_6_3_percent(void **state)
{
    (void)state;
    expect_percent(1, 16, "6.3");
    expect_percent(132, 137, "96.4");
    expect_percent(33, 52, "63.5");
    expect_percent(26, 93, "28.0");
}

static void
a_half_rounds_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(round_half_up(25, 2, 0), 13);
    assert_int_equal(round_half_up(-25, 2, 0), -13);
    assert_int_equal(round_half_up(INT64_MAX, INT64_MAX, 6), 1000000);
}

static void
all_is_only_all_and_nothing_only_nothing(void **state)
{
    (void)state;
    expect_percent(9999, 10000, "99.9");
    expect_percent(10001, 10000, "100.1");
    expect_percent(10000, 10000, "100.0");
    expect_percent(1, 10000, "0.1");
    expect_percent(0, 10000, "0.0");
}

static void
nothing_of_nothing_is_a_dash(void **state)
{
    (void)state;
    expect_percent(0, 0, "—");
}

static void
decimals_keep_sign_and_zeros(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    assert_true(text_is(decimal_text(arena, 63, 2, 1), "31.5"));
    assert_true(text_is(decimal_text(arena, -1, 16, 2), "-0.06"));
    assert_true(text_is(decimal_text(arena, 1, 1, 3), "1.000"));
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_sixteenth_is_6_3_percent),
        cmocka_unit_test(a_half_rounds_away_from_zero),
        cmocka_unit_test(all_is_only_all_and_nothing_only_nothing),
        cmocka_unit_test(nothing_of_nothing_is_a_dash),
        cmocka_unit_test(decimals_keep_sign_and_zeros),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
