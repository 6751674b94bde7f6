#include "support/test.h"

#include "base/arena.h"
#include "support/shelf.h"
#include "year/year.h"

static const struct month october = {2025 * 12 + 9};

static int
start(void **state)
{
    *state = shelf_new();
    return 0;
}

static int
end(void **state)
{
    shelf_free(*state);
    return 0;
}

static size_t
count(const struct year *year, enum figure_id figure)
{
    size_t listed;

    year_list(year, figure, year->arena, &listed);
    assert_int_equal(listed, year->figures[figure].count);
    return listed;
}

static const char *
shown(const struct year *year, enum figure_id figure)
{
    return text_copy(year->arena, figure_text(year->arena, year, figure)).bytes;
}

static struct year *
october_of(struct shelf *shelf)
{
    return year_new(shelf->arena, &shelf->book, october);
}

static void
closed_after_the_cutoff_is_open(void **state)
{
    struct year *year;

    shelf_problem(*state, 20251001, 20251031, PROBLEM_SOLVED);
    shelf_problem(*state, 20251001, 20251101, PROBLEM_SOLVED);
    shelf_problem(*state, 20251031, 0, PROBLEM_NOT_STARTED);
    shelf_problem(*state, 20251101, 0, PROBLEM_OPEN);
    year = october_of(*state);
    assert_int_equal(count(year, FIGURE_PROBLEMS_RAISED), 3);
    assert_int_equal(count(year, FIGURE_PROBLEMS_SOLVED), 1);
    assert_int_equal(count(year, FIGURE_PROBLEMS_OPEN), 2);
    assert_string_equal(shown(year, FIGURE_PROBLEMS_RATE), "33.3");
}

static void
what_was_not_done_before_the_year_is_carried_over(void **state)
{
    struct year *year;

    shelf_problem(*state, 20241110, 0, PROBLEM_OPEN)->due_on =
        (struct date){2025, 1, 31};
    shelf_problem(*state, 20240901, 20251002, PROBLEM_SOLVED);
    shelf_problem(*state, 20241201, 20250102, PROBLEM_DROPPED);
    shelf_problem(*state, 20241202, 20241231, PROBLEM_SOLVED);
    shelf_problem(*state, 20241203, 0, PROBLEM_DROPPED);
    shelf_problem(*state, 20250901, 20250911, PROBLEM_SOLVED);
    year = october_of(*state);
    assert_int_equal(count(year, FIGURE_PROBLEMS_CARRIED), 3);
    assert_int_equal(count(year, FIGURE_PROBLEMS_RAISED), 1);
    assert_int_equal(count(year, FIGURE_PROBLEMS_SOLVED), 2);
    assert_int_equal(count(year, FIGURE_PROBLEMS_SOLVED_MONTH), 1);
    assert_int_equal(count(year, FIGURE_PROBLEMS_OPEN), 1);
    assert_int_equal(count(year, FIGURE_PROBLEMS_OVERDUE), 1);
    assert_int_equal(count(year, FIGURE_PROBLEMS_DROPPED), 1);
    assert_string_equal(shown(year, FIGURE_PROBLEMS_RATE), "66.7");
    assert_string_equal(shown(year, FIGURE_PROBLEMS_DAYS_MEDIAN), "203.0");
    assert_int_equal(year->cohorts[0].rows[8].total, 1);
}

static void
dropped_counts_with_a_day_by_the_cutoff_or_without(void **state)
{
    struct year *year;

    shelf_problem(*state, 20250901, 0, PROBLEM_DROPPED);
    shelf_problem(*state, 20250901, 20251031, PROBLEM_DROPPED);
    shelf_problem(*state, 20250901, 20251101, PROBLEM_DROPPED);
    shelf_problem(*state, 20250901, 20250930, PROBLEM_SOLVED);
    year = october_of(*state);
    assert_int_equal(count(year, FIGURE_PROBLEMS_DROPPED), 2);
    assert_int_equal(count(year, FIGURE_PROBLEMS_OPEN), 1);
    assert_string_equal(shown(year, FIGURE_PROBLEMS_RATE), "50.0");
}

static void
a_month_without_day_counts_in_its_month_but_in_no_days(void **state)
{
    struct year *year;

    shelf_problem(*state, 20251000, 20251000, PROBLEM_SOLVED);
    shelf_problem(*state, 20251001, 20251004, PROBLEM_SOLVED);
    shelf_problem(*state, 20251001, 20251005, PROBLEM_SOLVED);
    shelf_problem(*state, 20251100, 0, PROBLEM_OPEN);
    year = october_of(*state);
    assert_int_equal(count(year, FIGURE_PROBLEMS_SOLVED), 3);
    assert_int_equal(count(year, FIGURE_PROBLEMS_SOLVED_MONTH), 3);
    assert_int_equal(count(year, FIGURE_PROBLEMS_DAYS_MEDIAN), 2);
    assert_string_equal(shown(year, FIGURE_PROBLEMS_DAYS_MEDIAN), "3.5");
    assert_string_equal(shown(year, FIGURE_PROBLEMS_DAYS_MEAN), "3.5");
    assert_string_equal(shown(year, FIGURE_PROBLEMS_DAYS_P90), "4.0");
}

static void
the_cutoff_itself_is_due_soon_and_the_day_before_overdue(void **state)
{
    static const int due[] = {20251030, 20251031, 20251107, 20251108,
                              20250900, 20251000, 0};
    struct year *year;

    for (size_t i = 0; i < sizeof(due) / sizeof(due[0]); i++)
        shelf_problem(*state, 20250201, 0, PROBLEM_OPEN)->due_on = day(due[i]);
    year = october_of(*state);
    assert_int_equal(count(year, FIGURE_PROBLEMS_OVERDUE), 2);
    assert_int_equal(count(year, FIGURE_PROBLEMS_DUE_SOON), 3);
}

static void
events_of_the_month_and_of_the_month_before(void **state)
{
    struct year *year;

    shelf_problem(*state, 20250930, 20251001, PROBLEM_SOLVED);
    shelf_problem(*state, 20250831, 20250901, PROBLEM_SOLVED);
    shelf_problem(*state, 20251001, 20251002, PROBLEM_SOLVED);
    year = october_of(*state);
    assert_int_equal(count(year, FIGURE_PROBLEMS_RAISED_MONTH), 1);
    assert_int_equal(count(year, FIGURE_PROBLEMS_RAISED_PREVIOUS), 1);
    assert_int_equal(count(year, FIGURE_PROBLEMS_SOLVED_MONTH), 2);
    assert_int_equal(count(year, FIGURE_PROBLEMS_SOLVED_PREVIOUS), 1);
}

static void
rows_outside_the_year_never_count(void **state)
{
    struct year *year;

    shelf_problem(*state, 20241231, 0, PROBLEM_OPEN)->row.flags = ROW_OUTSIDE;
    shelf_problem(*state, 20250101, 0, PROBLEM_OPEN);
    shelf_problem(*state, 20250101, 0, PROBLEM_OPEN)->row.state =
        ROW_SUPERSEDED;
    year = october_of(*state);
    assert_int_equal(count(year, FIGURE_PROBLEMS_RAISED), 1);
}

static void
adopted_after_the_cutoff_is_under_review(void **state)
{
    struct year *year;

    shelf_suggestion(*state, 20251001, 20251101, SUGGESTION_ADOPTED);
    shelf_suggestion(*state, 20251001, 20251031, SUGGESTION_ADOPTED);
    shelf_suggestion(*state, 20251001, 0, SUGGESTION_NOT_ADOPTED);
    shelf_report(*state, 20251001, 20251101, REPORT_CONVERTED);
    year = october_of(*state);
    assert_int_equal(count(year, FIGURE_SUGGESTIONS_REVIEWING), 1);
    assert_int_equal(count(year, FIGURE_SUGGESTIONS_ADOPTED), 1);
    assert_int_equal(count(year, FIGURE_SUGGESTIONS_NOT_ADOPTED), 1);
    assert_int_equal(count(year, FIGURE_REPORTS_CONVERTING), 1);
    assert_string_equal(shown(year, FIGURE_REPORTS_RATE), "0.0");
}

static void
an_absent_ledger_has_no_figures(void **state)
{
    struct year *year;

    shelf_problem(*state, 20251101, 0, PROBLEM_OPEN);
    year = october_of(*state);
    assert_false(year->figures[FIGURE_REPORTS_SUBMITTED].is_present);
    assert_string_equal(shown(year, FIGURE_PROBLEMS_RATE), "—");
    assert_string_equal(shown(year, FIGURE_PROBLEMS_DAYS_MEAN), "—");
    assert_string_equal(shown(year, FIGURE_PROBLEMS_RAISED), "0");
}

static void
mentoring_adds_times_and_takes_one_when_none_is_given(void **state)
{
    struct mentoring *row = shelf_row(*state, LEDGER_mentoring);
    struct year *year;

    row->held_on = day(20250305);
    row->kind.value = MENTORING_VISIT;
    row->times = (struct number){3000000, true};
    row = shelf_row(*state, LEDGER_mentoring);
    row->held_on = day(20251031);
    row->kind.value = MENTORING_VISIT;
    year = october_of(*state);
    assert_string_equal(shown(year, FIGURE_MENTORING_VISITS), "4");
    assert_int_equal(count(year, FIGURE_MENTORING_VISITS), 2);
    assert_int_equal(year->tables[TABLE_MENTORING_BY_MONTH].rows[2].values[4],
                     3);
}

static void
project_sums_are_exact(void **state)
{
    struct project *row = shelf_row(*state, LEDGER_projects);
    struct year *year;

    row->signed_on = day(20250305);
    row->started_on = day(20251101);
    row->accelerated.value = 1;
    row->invest_wan.wan = (struct number){1200500000, true};
    year = october_of(*state);
    assert_string_equal(shown(year, FIGURE_PROJECTS_INVEST_WAN), "1200.5");
    assert_false(year->figures[FIGURE_PROJECTS_DONE_WAN].is_present);
    assert_string_equal(shown(year, FIGURE_PROJECTS_START_RATE), "0.0");
    assert_int_equal(count(year, FIGURE_PROJECTS_ACCELERATED), 1);
}

static void
what_nobody_filled_in_is_absent_not_zero(void **state)
{
    struct problem *row = shelf_row(*state, LEDGER_problems);
    struct year *year;

    row->raised_on = day(20250305);
    row->status.value = PROBLEM_OPEN;
    year = october_of(*state);
    assert_false(year->figures[FIGURE_PROBLEMS_OVERDUE].is_present);
    assert_false(year->figures[FIGURE_PROBLEMS_DUE_SOON].is_present);
    row->due_on = day(20251231);
    year = october_of(*state);
    assert_string_equal(shown(year, FIGURE_PROBLEMS_OVERDUE), "0");
}

static void
tables_add_up_and_units_stand_in_protocol_order(void **state)
{
    struct shelf *shelf = *state;
    struct unit_entry units[] = {{.name = TEXT("乙"), .order = 1},
                                 {.name = TEXT("甲"), .order = 2}};
    struct table *table;
    struct year *year;

    shelf->codes.units = units;
    shelf->codes.unit_count = 2;
    shelf_problem(shelf, 20251001, 0, PROBLEM_OPEN);
    shelf_problem(shelf, 20251001, 0, PROBLEM_OPEN)->unit.code =
        intern_code(shelf->book.units, TEXT("丙"));
    shelf_problem(shelf, 20251001, 0, PROBLEM_OPEN)->unit.code =
        intern_code(shelf->book.units, TEXT("甲"));
    shelf_problem(shelf, 20251001, 0, PROBLEM_OPEN)->unit.code =
        intern_code(shelf->book.units, TEXT("乙"));
    year = october_of(shelf);
    table = &year->tables[TABLE_PROBLEMS_BY_UNIT];
    assert_int_equal(table->count, 4);
    assert_true(text_is(table->rows[0].key, "乙"));
    assert_true(text_is(table->rows[1].key, "甲"));
    assert_true(text_is(table->rows[2].key, "丙"));
    assert_true(text_is(table->rows[3].key, ""));
    assert_int_equal(table->rows[3].values[0], 0);
    assert_int_equal(table->rows[3].values[1], 1);
}

static void
ages_fall_into_their_buckets_at_the_edges(void **state)
{
    static const int raised[] = {20251024, 20251023, 20251001, 20250930,
                                 20250901, 20250831, 20250802, 20250801};
    static const int expected[] = {1, 2, 2, 2, 1};
    struct year *year;

    for (size_t i = 0; i < sizeof(raised) / sizeof(raised[0]); i++)
        shelf_problem(*state, raised[i], 0, PROBLEM_OPEN);
    year = october_of(*state);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(year->tables[TABLE_PROBLEMS_AGEING].rows[i].values[0],
                         expected[i]);
}

static void
cohorts_are_cumulative_up_to_the_cutoff(void **state)
{
    const struct cohort_row *row;
    struct year *year;

    shelf_problem(*state, 20250801, 20250811, PROBLEM_SOLVED);
    shelf_problem(*state, 20250801, 20251001, PROBLEM_SOLVED);
    shelf_problem(*state, 20250801, 20251101, PROBLEM_SOLVED);
    year = october_of(*state);
    row = &year->cohorts[0].rows[7];
    assert_int_equal(year->cohorts[0].count, 10);
    assert_int_equal(row->total, 3);
    assert_int_equal(row->months, 3);
    assert_int_equal(row->within[0], 1);
    assert_int_equal(row->within[1], 1);
    assert_int_equal(row->within[2], 2);
    assert_int_equal(row->median_numerator, 10 + 61);
}

static void
lists_stand_in_order_of_entry(void **state)
{
    const struct row **rows;
    struct problem *late = shelf_problem(*state, 20251002, 0, PROBLEM_OPEN);
    struct problem *early = shelf_problem(*state, 20251001, 0, PROBLEM_OPEN);
    struct problem *month = shelf_problem(*state, 20251000, 0, PROBLEM_OPEN);
    struct year *year = october_of(*state);
    size_t listed;

    rows = year_list(year, FIGURE_PROBLEMS_OPEN, year->arena, &listed);
    assert_int_equal(listed, 3);
    assert_ptr_equal(rows[0], month);
    assert_ptr_equal(rows[1], early);
    assert_ptr_equal(rows[2], late);
}

static void
a_leap_february_ends_on_the_29th(void **state)
{
    struct shelf *shelf = *state;
    struct year *year;

    shelf->book.year_start = month_make(2024, 1);
    shelf_problem(shelf, 20240228, 20240229, PROBLEM_SOLVED);
    shelf_problem(shelf, 20240228, 20240301, PROBLEM_SOLVED);
    year = year_new(shelf->arena, &shelf->book, month_make(2024, 2));
    assert_int_equal(count(year, FIGURE_PROBLEMS_SOLVED), 1);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(closed_after_the_cutoff_is_open),
        TEST(what_was_not_done_before_the_year_is_carried_over),
        TEST(dropped_counts_with_a_day_by_the_cutoff_or_without),
        TEST(a_month_without_day_counts_in_its_month_but_in_no_days),
        TEST(the_cutoff_itself_is_due_soon_and_the_day_before_overdue),
        TEST(events_of_the_month_and_of_the_month_before),
        TEST(rows_outside_the_year_never_count),
        TEST(adopted_after_the_cutoff_is_under_review),
        TEST(an_absent_ledger_has_no_figures),
        TEST(mentoring_adds_times_and_takes_one_when_none_is_given),
        TEST(project_sums_are_exact),
        TEST(what_nobody_filled_in_is_absent_not_zero),
        TEST(tables_add_up_and_units_stand_in_protocol_order),
        TEST(ages_fall_into_their_buckets_at_the_edges),
        TEST(cohorts_are_cumulative_up_to_the_cutoff),
        TEST(lists_stand_in_order_of_entry),
        TEST(a_leap_february_ends_on_the_29th),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
