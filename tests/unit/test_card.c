#include "support/desk.h"

#include "view/card.h"
#include "view/change.h"
#include "view/pace.h"
#include "view/view.h"

#define TITLES "问题编号,问题名称,责任单位,提出时间,办结时间,办理状态\r\n"

static const struct desk_file files[] = {
    {"targets.csv", "figure,target\r\nproblems.solved,4\r\n"
                    "problems.rate,50\r\n"
                    "problems.open,0\r\n"
                    "办理天数中位数,60\r\n"
                    "problems.raised,2\r\n"},
    {"problems.csv",
     TITLES "P-1,招工难,区人社局,2025-08-01,2025-09-10,已办结\r\n"
            "P-2,用地难,区发改局,2025-09-02,2025-10-03,已办结\r\n"
            "P-3,停水,区人社局,2025-09-03,2025-10-13,已办结\r\n"
            "P-4,断电,区人社局,2025-10-04,,办理中\r\n"},
};

enum { FILES = sizeof(files) / sizeof(files[0]) };

static void
open_october(struct desk *desk, bool with_september)
{
    desk_open(desk, files, FILES, month_make(2025, 10), EDITION_PUBLIC);
    if (with_september)
        desk->report.previous =
            year_new(desk->arena, desk->book, month_make(2025, 9));
}

static const char *
change(struct desk *desk, enum figure_id figure)
{
    struct text words = change_words(&desk->report, figure, desk->arena);

    return arena_copy(desk->arena, words.bytes, words.length);
}

static void
on_a_small_base_the_change_is_absolute(void **state)
{
    struct desk desk;

    (void)state;
    open_october(&desk, true);
    assert_string_equal(change(&desk, FIGURE_PROBLEMS_SOLVED_MONTH),
                        "较上月增加1项");
    desk_close(&desk);
}

static void
a_running_total_is_compared_by_its_events(void **state)
{
    struct desk desk;

    (void)state;
    open_october(&desk, true);
    assert_string_equal(change(&desk, FIGURE_PROBLEMS_SOLVED),
                        "本月2项，上月1项");
    desk_close(&desk);
}

static void
rates_differ_in_points_from_unrounded_values(void **state)
{
    struct desk desk;

    (void)state;
    open_october(&desk, true);
    /* 3/4 − 1/3 = 5/12 */
    assert_string_equal(change(&desk, FIGURE_PROBLEMS_RATE),
                        "较上月提高41.7个百分点");
    desk_close(&desk);
}

static void
a_base_of_none_is_said_and_none_twice_is_not(void **state)
{
    struct desk desk;

    (void)state;
    open_october(&desk, true);
    assert_string_equal(change(&desk, FIGURE_PROBLEMS_OVERDUE), "");
    desk.report.previous = year_new(desk.arena, desk.book, month_make(2025, 7));
    assert_string_equal(change(&desk, FIGURE_PROBLEMS_OPEN),
                        "上月0项，增加1项");
    desk.report.previous = NULL;
    assert_string_equal(change(&desk, FIGURE_PROBLEMS_SOLVED), "");
    desk_close(&desk);
}

static const char *
pace(struct desk *desk, enum figure_id figure)
{
    struct pace pace = figure_pace(&desk->report, figure);
    struct text words = pace_words(&desk->report, figure, &pace, desk->arena);

    assert_true(pace.is_given);
    return arena_copy(desk->arena, words.bytes, words.length);
}

static void
a_count_is_held_against_the_schedule_and_a_rate_against_its_target(void **state)
{
    struct desk desk;

    (void)state;
    open_october(&desk, false);
    /* 3/4 − 10/12 = −1/12 */
    assert_string_equal(pace(&desk, FIGURE_PROBLEMS_SOLVED),
                        "慢于序时进度8.3个百分点");
    assert_string_equal(pace(&desk, FIGURE_PROBLEMS_RATE),
                        "高于目标25.0个百分点");
    assert_false(figure_pace(&desk.report, FIGURE_PROBLEMS_OVERDUE).is_given);
    desk_close(&desk);
}

static void
what_should_be_little_is_kept_below_its_target(void **state)
{
    struct desk desk;

    (void)state;
    open_october(&desk, false);
    assert_string_equal(pace(&desk, FIGURE_PROBLEMS_OPEN), "现1项，超出1项");
    assert_string_equal(pace(&desk, FIGURE_PROBLEMS_DAYS_MEDIAN), "已做到");
    desk_close(&desk);
}

static void
a_target_reached_needs_no_schedule(void **state)
{
    struct desk desk;
    struct pace raised;

    (void)state;
    open_october(&desk, false);
    assert_string_equal(pace(&desk, FIGURE_PROBLEMS_RAISED), "已完成全年目标");
    raised = figure_pace(&desk.report, FIGURE_PROBLEMS_RAISED);
    assert_true(text_is(
        pace_target(&desk.report, FIGURE_PROBLEMS_RAISED, &raised, desk.arena),
        "目标2项，为目标的2倍"));
    desk_close(&desk);
}

static void
the_figures_of_an_absent_ledger_are_not_shown(void **state)
{
    struct desk desk;

    (void)state;
    open_october(&desk, false);
    assert_true(figure_is_shown(&desk.report, FIGURE_PROBLEMS_SOLVED));
    assert_false(figure_is_shown(&desk.report, FIGURE_REPORTS_CONVERTED));
    desk_close(&desk);
}

static void
a_month_is_compared_with_that_of_last_year_when_the_year_holds_it(void **state)
{
    static const struct desk_file two_years[] = {
        {"settings.csv", "key,value\r\nyear_start,2024-10\r\n"},
        {"problems.csv",
         TITLES "P-1,招工难,区人社局,2024-10-01,2024-10-10,已办结\r\n"
                "P-2,用地难,区发改局,2025-10-02,2025-10-03,已办结\r\n"
                "P-3,停水,区人社局,2025-10-03,2025-10-13,已办结\r\n"},
    };
    struct desk desk;
    struct view *month, *total, *words;

    (void)state;
    desk_open(&desk, two_years, 2, month_make(2025, 10), EDITION_PUBLIC);
    month = view_new(desk.arena, ZH);
    total = view_new(desk.arena, ZH);
    card_fill(&desk.report, FIGURE_PROBLEMS_SOLVED_MONTH, month);
    assert_null(view_find_list(month, "ON_YEAR")->first);
    desk.report.last_year =
        year_new(desk.arena, desk.book, month_make(2024, 10));
    month = view_new(desk.arena, ZH);
    card_fill(&desk.report, FIGURE_PROBLEMS_SOLVED_MONTH, month);
    card_fill(&desk.report, FIGURE_PROBLEMS_SOLVED, total);
    words = view_find_list(month, "ON_YEAR")->first;
    assert_true(text_is(view_find_text(words, "TEXT")->text, "同比增加1项"));
    assert_null(view_find_list(total, "ON_YEAR")->first);
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(on_a_small_base_the_change_is_absolute),
        cmocka_unit_test(a_running_total_is_compared_by_its_events),
        cmocka_unit_test(rates_differ_in_points_from_unrounded_values),
        cmocka_unit_test(a_base_of_none_is_said_and_none_twice_is_not),
        cmocka_unit_test(
            a_count_is_held_against_the_schedule_and_a_rate_against_its_target),
        cmocka_unit_test(what_should_be_little_is_kept_below_its_target),
        cmocka_unit_test(a_target_reached_needs_no_schedule),
        cmocka_unit_test(the_figures_of_an_absent_ledger_are_not_shown),
        cmocka_unit_test(
            a_month_is_compared_with_that_of_last_year_when_the_year_holds_it),
    };

    return cmocka_run_group_tests_name("card", tests, NULL, NULL);
}
