#include "support/test.h"

#include "support/shelf.h"
#include "year/claims.h"
#include "year/targets.h"

static struct figure
figure(int64_t numerator, int64_t denominator)
{
    return (struct figure){
        .is_present = true, .numerator = numerator, .denominator = denominator};
}

static struct comparison
between(enum figure_kind kind, struct figure now, struct figure base)
{
    return change_of(kind, &now, &base);
}

static void
a_base_of_nothing_gives_no_change(void **state)
{
    (void)state;
    assert_int_equal(between(FIGURE_IS_COUNT, figure(3, 1), figure(0, 1)).kind,
                     CHANGE_NONE);
}

static void
a_missing_base_gives_no_change(void **state)
{
    struct figure absent = {.numerator = 5, .denominator = 1};

    (void)state;
    assert_int_equal(between(FIGURE_IS_COUNT, figure(3, 1), absent).kind,
                     CHANGE_NONE);
    assert_int_equal(between(FIGURE_IS_RATE, figure(1, 2), figure(0, 0)).kind,
                     CHANGE_NONE);
}

static void
a_small_base_gives_the_absolute_change(void **state)
{
    struct comparison change =
        between(FIGURE_IS_COUNT, figure(12, 1), figure(9, 1));

    (void)state;
    assert_int_equal(change.kind, CHANGE_ABSOLUTE);
    assert_int_equal(change.by.numerator, 3);
    change = between(FIGURE_IS_COUNT, figure(12, 1), figure(10, 1));
    assert_int_equal(change.kind, CHANGE_PERCENT);
    assert_int_equal(change.by.numerator, 2);
    assert_int_equal(change.share.numerator * 5, change.share.denominator);
}

static void
rates_differ_in_points(void **state)
{
    struct comparison change =
        between(FIGURE_IS_RATE, figure(1, 2), figure(2, 3));

    (void)state;
    assert_int_equal(change.kind, CHANGE_POINTS);
    assert_int_equal(change.by.numerator, -1);
    assert_int_equal(change.by.denominator, 6);
}

static void
a_rate_of_nothing_is_a_base_like_any_other(void **state)
{
    struct comparison change =
        between(FIGURE_IS_RATE, figure(1, 2), figure(0, 3));

    (void)state;
    assert_int_equal(change.kind, CHANGE_POINTS);
}

static void
days_differ_in_days_on_any_base(void **state)
{
    struct comparison change =
        between(FIGURE_IS_MEDIAN, figure(49, 2), figure(40, 2));

    (void)state;
    assert_int_equal(change.kind, CHANGE_ABSOLUTE);
    assert_int_equal(change.by.numerator, 9);
    assert_int_equal(change.by.denominator, 2);
}

/* 629.0 ÷ 647.4 − 10 ÷ 12 is 13.8 points, though 97.2 − 83.3 is 13.9. */
static void
the_schedule_is_compared_unrounded(void **state)
{
    struct year year = {.month = {2025 * 12 + 9}, .start = {2025 * 12}};
    const struct target target = {.millionths = 647400000};
    struct attainment attainment;

    (void)state;
    year.figures[FIGURE_PROJECTS_DONE_WAN] = figure(629000000, 1000000);
    attainment = attainment_of(&year, FIGURE_PROJECTS_DONE_WAN, &target);
    assert_int_equal(round_half_up(attainment.ahead.numerator * 100,
                                   attainment.ahead.denominator, 1),
                     138);
}

static void
a_target_of_the_month_comes_before_that_of_every_month(void **state)
{
    struct target_entry entries[] = {
        {.figure = TEXT("problems.solved"),
         .millionths = 150000000,
         .month = {.number = 0}},
        {.figure = TEXT("problems.solved"),
         .millionths = 120000000,
         .month = {2025 * 12 + 9}},
        {.figure = TEXT("problems.solved"),
         .millionths = 100000000,
         .month = {2025 * 12 + 8}},
        {.figure = TEXT("problems.rate"),
         .millionths = 0,
         .month = {.number = 0}},
    };
    struct codes codes = {.targets = entries, .target_count = 4};
    struct book book = {.codes = &codes};
    struct year year = {.book = &book, .month = {2025 * 12 + 9}};
    struct target target;

    (void)state;
    assert_true(target_of(&year, FIGURE_PROBLEMS_SOLVED, &target));
    assert_int_equal(target.millionths, 120000000);
    assert_true(target.is_of_month);
    year.month.number++;
    assert_true(target_of(&year, FIGURE_PROBLEMS_SOLVED, &target));
    assert_int_equal(target.millionths, 150000000);
    assert_false(target.is_of_month);
    assert_false(target_of(&year, FIGURE_PROBLEMS_RATE, &target));
    assert_false(target_of(&year, FIGURE_PROBLEMS_RAISED, &target));
}

static void
a_rate_is_held_against_its_target_in_points(void **state)
{
    struct year year = {.month = {2025 * 12 + 9}, .start = {2025 * 12}};
    const struct target target = {.millionths = 95500000};
    struct attainment attainment;

    (void)state;
    year.figures[FIGURE_PROBLEMS_RATE] = figure(132, 137);
    attainment = attainment_of(&year, FIGURE_PROBLEMS_RATE, &target);
    assert_int_equal(round_half_up(attainment.above.numerator * 100,
                                   attainment.above.denominator, 2),
                     85);
}

static void
more_than_130_means_131_to_139(void **state)
{
    (void)state;
    assert_false(claim_holds(130000000, BOUND_MORE, 130, 1));
    assert_false(claim_holds(INT64_C(9000000000000000000), BOUND_MORE, 1, 1));
    assert_true(claim_holds(130000000, BOUND_MORE, 131, 1));
    assert_true(claim_holds(130000000, BOUND_MORE, 139, 1));
    assert_false(claim_holds(130000000, BOUND_MORE, 140, 1));
}

static void
about_130_means_125_to_135(void **state)
{
    (void)state;
    assert_false(claim_holds(130000000, BOUND_ABOUT, 124, 1));
    assert_true(claim_holds(130000000, BOUND_ABOUT, 125, 1));
    assert_true(claim_holds(130000000, BOUND_ABOUT, 135, 1));
    assert_false(claim_holds(130000000, BOUND_ABOUT, 136, 1));
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
        cmocka_unit_test(a_missing_base_gives_no_change),
        cmocka_unit_test(a_small_base_gives_the_absolute_change),
        cmocka_unit_test(rates_differ_in_points),
        cmocka_unit_test(a_rate_of_nothing_is_a_base_like_any_other),
        cmocka_unit_test(days_differ_in_days_on_any_base),
        cmocka_unit_test(
            a_target_of_the_month_comes_before_that_of_every_month),
        cmocka_unit_test(a_rate_is_held_against_its_target_in_points),
        cmocka_unit_test(the_schedule_is_compared_unrounded),
        cmocka_unit_test(more_than_130_means_131_to_139),
        cmocka_unit_test(about_130_means_125_to_135),
        cmocka_unit_test(an_exact_claim_is_the_figure),
        cmocka_unit_test(figures_are_found_by_id),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
