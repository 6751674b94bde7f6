#include "support/test.h"

#include "support/shelf.h"
#include "year/change.h"
#include "year/claims.h"

static struct figure
figure(int64_t numerator, int64_t denominator)
{
    return (struct figure){
        .is_present = true, .numerator = numerator, .denominator = denominator};
}

static void
a_base_of_nothing_gives_no_change(void **state)
{
    struct figure now = figure(3, 1), base = figure(0, 1);

    (void)state;
    assert_int_equal(change_of_counts(&now, &base).kind, CHANGE_NONE);
}

static void
a_small_base_gives_the_absolute_change(void **state)
{
    struct figure now = figure(12, 1), nine = figure(9, 1), ten = figure(10, 1);
    struct change change = change_of_counts(&now, &nine);

    (void)state;
    assert_int_equal(change.kind, CHANGE_ABSOLUTE);
    assert_int_equal(change.by.numerator, 3);
    change = change_of_counts(&now, &ten);
    assert_int_equal(change.kind, CHANGE_PERCENT);
    assert_int_equal(change.by.numerator * 5, change.by.denominator);
}

static void
rates_differ_in_points(void **state)
{
    struct figure now = figure(1, 2), base = figure(2, 3);
    struct change change = change_of_rates(&now, &base);

    (void)state;
    assert_int_equal(change.kind, CHANGE_POINTS);
    assert_int_equal(change.by.numerator, -1);
    assert_int_equal(change.by.denominator, 6);
}

/* 629.0 ÷ 647.4 − 10 ÷ 12 is 13.8 points, though 97.2 − 83.3 is 13.9. */
static void
the_schedule_is_compared_unrounded(void **state)
{
    struct year year = {.month = {2025 * 12 + 9}, .start = {2025 * 12}};
    struct attainment attainment;

    (void)state;
    year.figures[FIGURE_PROJECTS_DONE_WAN] = figure(629000000, 1000000);
    attainment = attainment_of(&year, FIGURE_PROJECTS_DONE_WAN, 647400000);
    assert_int_equal(round_half_up(attainment.ahead.numerator * 100,
                                   attainment.ahead.denominator, 1),
                     138);
}

static void
more_than_130_means_131_to_139(void **state)
{
    (void)state;
    assert_false(claim_holds(130000000, BOUND_MORE, 130, 1));
    assert_true(claim_holds(130000000, BOUND_MORE, 131, 1));
    assert_true(claim_holds(130000000, BOUND_MORE, 139, 1));
    assert_false(claim_holds(130000000, BOUND_MORE, 140, 1));
}

static void
about_130_means_121_to_139(void **state)
{
    (void)state;
    assert_false(claim_holds(130000000, BOUND_ABOUT, 120, 1));
    assert_true(claim_holds(130000000, BOUND_ABOUT, 121, 1));
    assert_true(claim_holds(130000000, BOUND_ABOUT, 139, 1));
    assert_false(claim_holds(130000000, BOUND_ABOUT, 140, 1));
}

static void
an_exact_claim_is_the_figure(void **state)
{
    (void)state;
    assert_true(claim_holds(130000000, 0, 130, 1));
    assert_false(claim_holds(130000000, 0, 131, 1));
    assert_true(claim_holds(96400000, 0, 13200, 137));
    assert_false(claim_holds(96300000, 0, 13200, 137));
}

static void
figures_are_found_by_id(void **state)
{
    enum figure_id found;

    (void)state;
    assert_true(figure_by_id(TEXT("problems.days.p90"), &found));
    assert_int_equal(found, FIGURE_PROBLEMS_DAYS_P90);
    assert_false(figure_by_id(TEXT("problems"), &found));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_base_of_nothing_gives_no_change),
        cmocka_unit_test(a_small_base_gives_the_absolute_change),
        cmocka_unit_test(rates_differ_in_points),
        cmocka_unit_test(the_schedule_is_compared_unrounded),
        cmocka_unit_test(more_than_130_means_131_to_139),
        cmocka_unit_test(about_130_means_121_to_139),
        cmocka_unit_test(an_exact_claim_is_the_figure),
        cmocka_unit_test(figures_are_found_by_id),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
