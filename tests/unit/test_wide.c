#include "support/test.h"

#include <stdbool.h>

#include "base/wide.h"

static const int64_t numbers[] = {0,
                                  1,
                                  -1,
                                  2,
                                  -3,
                                  10,
                                  UINT32_MAX,
                                  -1000000007,
                                  INT64_MAX,
                                  -INT64_MAX,
                                  INT64_MIN,
                                  INT64_C(1) << 32,
                                  999999999999999989,
                                  -4611686018427387904};

enum { COUNT = sizeof(numbers) / sizeof(*numbers) };

static bool
is(struct wide a, struct wide b)
{
    return wide_compare(a, b) == 0;
}

static void
a_product_divided_by_one_factor_is_the_other(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < COUNT; j++) {
            struct wide product = wide_product(numbers[i], numbers[j]);

            assert_true(is(product, wide_product(numbers[j], numbers[i])));
            if (numbers[j] == 0)
                continue;
            assert_true(is(wide_quotient(product, wide_of(numbers[j])),
                           wide_of(numbers[i])));
            assert_true(
                is(wide_rest(product, wide_of(numbers[j])), wide_of(0)));
        }
}

/* a² − 1 = (a + 1)(a − 1), and its rest by a has the sign of a². */
static void
a_quotient_goes_towards_zero(void **state)
{
    struct wide square = wide_product(INT64_MAX, INT64_MAX);
    struct wide less = wide_difference(square, wide_of(1));

    (void)state;
    assert_true(
        is(wide_quotient(less, wide_of(INT64_MAX)), wide_of(INT64_MAX - 1)));
    assert_true(
        is(wide_rest(less, wide_of(-INT64_MAX)), wide_of(INT64_MAX - 1)));
    less = wide_difference(wide_of(0), less);
    assert_true(
        is(wide_quotient(less, wide_of(INT64_MAX)), wide_of(1 - INT64_MAX)));
    assert_true(
        is(wide_rest(less, wide_of(INT64_MAX)), wide_of(1 - INT64_MAX)));
    assert_true(is(wide_quotient(less, square), wide_of(0)));
    assert_true(is(wide_rest(less, square), less));
    assert_true(is(wide_quotient(wide_of(-7), wide_of(2)), wide_of(-3)));
    assert_true(is(wide_rest(wide_of(-7), wide_of(2)), wide_of(-1)));
}

static void
products_are_in_order(void **state)
{
    (void)state;
    assert_true(wide_compare(wide_product(INT64_MAX, 3),
                             wide_product(INT64_MAX, 2)) > 0);
    assert_true(wide_compare(wide_product(INT64_MIN, 3),
                             wide_product(INT64_MIN, 2)) < 0);
    assert_true(wide_compare(wide_of(-1), wide_of(1)) < 0);
    assert_true(wide_compare(wide_product(INT64_MIN, INT64_MIN),
                             wide_product(INT64_MAX, INT64_MAX)) > 0);
    assert_true(is(wide_sum(wide_product(INT64_MAX, 2), wide_of(2)),
                   wide_product(INT64_MIN, -2)));
}

static void
what_does_not_fit_is_the_nearest_that_does(void **state)
{
    (void)state;
    assert_true(wide_narrowed(wide_of(-5)) == -5);
    assert_true(wide_narrowed(wide_of(INT64_MIN)) == -INT64_MAX);
    assert_true(wide_narrowed(wide_product(INT64_MAX, 2)) == INT64_MAX);
    assert_true(wide_narrowed(wide_product(INT64_MIN, 2)) == -INT64_MAX);
    assert_true(wide_narrowed(wide_sum(wide_of(INT64_MAX), wide_of(1))) ==
                INT64_MAX);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_product_divided_by_one_factor_is_the_other),
        cmocka_unit_test(a_quotient_goes_towards_zero),
        cmocka_unit_test(products_are_in_order),
        cmocka_unit_test(what_does_not_fit_is_the_nearest_that_does),
    };

    return cmocka_run_group_tests_name("wide", tests, NULL, NULL);
}
