#include "support/test.h"

#include "intake/records.h"
#include "ledger/cells.h"
#include "support/one_cell.h"

static void
the_first_unit_of_a_list_leads(void **state)
{
    uint32_t code;

    (void)state;
    assert_true(fill_problem("unit", "区人社局"));
    code = filled.problem.unit.code;
    assert_true(fill_problem("unit", "区人社局、区经信局"));
    assert_int_equal(filled.problem.unit.code, code);
    assert_true(fill_problem("unit", "区 人社局\n区经信局"));
    assert_int_equal(filled.problem.unit.code, code);
    assert_true(fill_problem("unit", "区经信局，区人社局"));
    assert_true(filled.problem.unit.code != code);
}

static void
units_are_named_as_the_office_lists_them(void **state)
{
    struct unit_entry entries[] = {
        {.name = TEXT("区人力资源和社会保障局"),
         .order = 1,
         .aliases = TEXT("区人社局、人社局 区人力局")},
        {.name = TEXT("区发改局、区经信局联席办"), .order = 2}};

    (void)state;
    codes.units = entries;
    codes.unit_count = 2;
    assert_true(fill_problem("unit", "区⼈社局"));
    assert_true(text_is(intern_text(book.units, filled.problem.unit.code),
                        "区人力资源和社会保障局"));
    assert_true(fill_problem("unit", "区人力局、区发改局、区经信局联席办"));
    assert_true(text_is(intern_text(book.units, filled.problem.unit.code),
                        "区人力资源和社会保障局"));
    assert_true(fill_problem("unit", "区发改局、区经信局联席办"));
    assert_true(text_is(intern_text(book.units, filled.problem.unit.code),
                        "区发改局、区经信局联席办"));
    assert_int_equal(all_reports(), 0);
    assert_true(fill_problem("unit", "区发改局"));
    assert_int_equal(reports(RULE_UNIT_UNKNOWN), 1);
}

static void
the_unit_above_the_header_serves_a_file_without_the_column(void **state)
{
    struct cell cell = {
        .book = &book, .export = &export, .scratch = book.arena};
    const struct ledger_type *type = ledgers[LEDGER_problems];

    (void)state;
    fill_problem("unit", "别处");
    filled.problem.unit.code = 0;
    export.unit = text_of("区人社局");
    cell.column = &type->columns[column_index(type, "unit")];
    assert_true(cell_fill(&cell, &filled.row));
    assert_true(
        text_is(intern_text(book.units, filled.problem.unit.code), "区人社局"));
    assert_int_equal(all_reports(), 0);
}

static void
categories_have_one_name(void **state)
{
    uint32_t code;

    (void)state;
    assert_true(fill_problem("category", "企业发展"));
    code = filled.problem.category.code;
    assert_true(fill_problem("category", "企业服务"));
    assert_int_equal(filled.problem.category.code, code);
    assert_int_equal(all_reports(), 0);
    assert_true(fill_problem("category", "营商环境"));
    assert_true(filled.problem.category.code != code);
    assert_int_equal(reports(RULE_VALUE_UNKNOWN), 1);
}

static void
an_office_adds_categories(void **state)
{
    struct category_entry entries[] = {
        {TEXT("营商环境"), TEXT("政务服务"), {0}}};
    uint32_t code;

    (void)state;
    codes.categories = entries;
    codes.category_count = 1;
    assert_true(fill_problem("category", "营商环境"));
    code = filled.problem.category.code;
    assert_true(fill_problem("category", "政务服务"));
    assert_int_equal(filled.problem.category.code, code);
    assert_int_equal(all_reports(), 0);
}

static void
yes_and_no_are_those_of_the_contract(void **state)
{
    static const char *const yes[] = {"是", "√", "✓",  "✔", "☑",
                                      "Y",  "1", "已", "Ｙ"};
    static const char *const no[] = {"否", "×", "N", "0", "未"};

    (void)state;
    for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++) {
        assert_true(fill(LEDGER_projects, "accelerated", yes[i]));
        assert_int_equal(filled.project.accelerated.value, 1);
    }
    for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++) {
        assert_true(fill(LEDGER_projects, "accelerated", no[i]));
        assert_int_equal(filled.project.accelerated.value, -1);
    }
    assert_true(fill(LEDGER_projects, "accelerated", "也许"));
    assert_int_equal(filled.project.accelerated.value, 0);
    assert_int_equal(reports(RULE_CELL_UNREAD), 1);
}

static void
expect_money(const char *title, const char *text, const char *wan)
{
    const struct ledger_type *type = ledgers[LEDGER_projects];
    struct text titles[32] = {{"", 0}};

    assert_true(type->column_count <= 32);
    titles[column_index(type, "done_wan")] = text_of(title);
    export.title_of = titles;
    assert_true(fill(LEDGER_projects, "done_wan", text));
    export.title_of = NULL;
    assert_true(text_is(
        number_text(book.arena, filled.project.done_wan.wan.millionths), wan));
}

/* The verdicts of 37_money.csv. */
static void
money_is_kept_in_ten_thousands(void **state)
{
    (void)state;
    expect_money("总投资（亿元）", "1.2", "12000");
    expect_money("累计完成投资", "8000万元", "8000");
    expect_money("总投资（亿元）", "1,200.5", "12005000");
    expect_money("累计完成投资", "3.2亿", "32000");
    expect_money("累计完成投资", "8000", "8000");
    expect_money("总投资（元）", "80000000.5", "8000.00005");
    assert_int_equal(all_reports(), 0);
    assert_true(fill(LEDGER_projects, "done_wan", "(5)"));
    assert_false(filled.project.done_wan.wan.given);
    assert_int_equal(reports(RULE_CELL_UNREAD), 1);
}

static void
the_cells_unit_beats_the_titles_with_a_warning(void **state)
{
    (void)state;
    expect_money("总投资（亿元）", "8000万元", "8000");
    assert_int_equal(reports(RULE_NUMBER_UNIT), 1);
    expect_money("总投资（亿元）", "1.2亿元", "12000");
    assert_int_equal(all_reports(), 1);
}

static void
money_beyond_all_measure_counts_as_blank(void **state)
{
    (void)state;
    assert_true(fill(LEDGER_projects, "done_wan", "9000000000000亿元"));
    assert_false(filled.project.done_wan.wan.given);
    assert_int_equal(reports(RULE_CELL_UNREAD), 1);
}

static void
counts_are_whole_and_not_negative(void **state)
{
    (void)state;
    assert_true(fill(LEDGER_mentoring, "times", "３"));
    assert_true(filled.mentoring.times.given);
    assert_int_equal(filled.mentoring.times.millionths, 3000000);
    assert_true(fill(LEDGER_mentoring, "times", ""));
    assert_false(filled.mentoring.times.given);
    assert_true(fill(LEDGER_mentoring, "times", "1.5"));
    assert_true(fill(LEDGER_mentoring, "times", "-1"));
    assert_false(filled.mentoring.times.given);
    assert_int_equal(reports(RULE_CELL_UNREAD), 2);
}

static void
a_month_cell_takes_any_date(void **state)
{
    static const char *const forms[] = {"2025-10", "2025年10月", "2025-10-31",
                                        "45961"};

    (void)state;
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        assert_true(fill(LEDGER_evaluations, "month", forms[i]));
        assert_int_equal(filled.evaluation.month.number,
                         month_make(2025, 10).number);
    }
}

static void
scores_lie_between_0_and_100(void **state)
{
    struct dimension dimensions[] = {{.name = TEXT("攻坚能力")},
                                     {.name = TEXT("服务意识")}};
    uint32_t fields[] = {1, 2};
    struct text cells[] = {TEXT("92.5"), TEXT("-")};
    struct record record = {
        .cells = cells, .count = 2, .line = 2, .row = 2, .lines = 1};
    struct cell cell = {.book = &book,
                        .export = &export,
                        .record = &record,
                        .scratch = book.arena};

    (void)state;
    codes.dimensions = dimensions;
    codes.dimension_count = 2;
    export.ledger = LEDGER_evaluations;
    export.dimension_field = fields;
    cells_check_scores(&cell);
    assert_int_equal(all_reports(), 0);
    cells[1] = TEXT("100.1");
    cells_check_scores(&cell);
    assert_false(score_read(cells[1], book.arena).given);
    cells[1] = TEXT("优");
    cells_check_scores(&cell);
    assert_int_equal(reports(RULE_CELL_UNREAD), 2);
    assert_int_equal(score_read(cells[0], book.arena).millionths, 92500000);
    assert_false(score_read(cells[1], book.arena).given);
}

#define CASE(name) \
    cmocka_unit_test_setup_teardown(name, one_cell_set_up, one_cell_tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(the_first_unit_of_a_list_leads),
        CASE(units_are_named_as_the_office_lists_them),
        CASE(the_unit_above_the_header_serves_a_file_without_the_column),
        CASE(categories_have_one_name),
        CASE(an_office_adds_categories),
        CASE(yes_and_no_are_those_of_the_contract),
        CASE(money_is_kept_in_ten_thousands),
        CASE(the_cells_unit_beats_the_titles_with_a_warning),
        CASE(money_beyond_all_measure_counts_as_blank),
        CASE(counts_are_whole_and_not_negative),
        CASE(a_month_cell_takes_any_date),
        CASE(scores_lie_between_0_and_100),
    };

    return cmocka_run_group_tests_name("values", tests, NULL, NULL);
}
