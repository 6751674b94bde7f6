#include "support/test.h"

#include "support/one_cell.h"

static void
an_empty_required_cell_sets_the_row_aside(void **state)
{
    (void)state;
    assert_false(fill_problem("raised_on", "-"));
    assert_false(fill_problem("raised_on", ""));
    assert_false(fill_problem("title", "\u3000"));
    assert_int_equal(reports(RULE_CELL_MISSING), 3);
}

static void
a_blank_unit_is_a_warning(void **state)
{
    (void)state;
    assert_true(fill_problem("unit", ""));
    assert_int_equal(filled.problem.unit.code, 0);
    assert_int_equal(reports(RULE_UNIT_MISSING), 1);
    assert_int_equal(all_reports(), 1);
}

static void
a_blank_status_is_left_to_the_rule_of_the_row(void **state)
{
    (void)state;
    assert_true(fill_problem("status", ""));
    assert_int_equal(filled.problem.status.value, 0);
    assert_int_equal(all_reports(), 0);
    assert_false(fill(LEDGER_suggestions, "status", ""));
    assert_int_equal(reports(RULE_CELL_MISSING), 1);
}

static void
spreadsheet_errors_set_required_cells_aside_and_blank_others(void **state)
{
    static const char *const errors[] = {"#N/A",    "#REF!",  "#DIV/0!",
                                         "#VALUE!", "#NAME?", "#####"};
    const size_t count = sizeof(errors) / sizeof(errors[0]);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_true(fill_problem("closed_on", errors[i]));
        assert_int_equal(cleaned.length, 0);
        assert_false(fill_problem("title", errors[i]));
        assert_false(fill_problem("unit", errors[i]));
    }
    assert_int_equal(reports(RULE_CELL_ERROR), 2 * count);
    assert_int_equal(reports(RULE_CELL_ERROR_BLANKED), count);
    assert_int_equal(all_reports(), 3 * count);
}

static void
an_id_is_a_string(void **state)
{
    (void)state;
    assert_true(fill_problem("id", "0005"));
    assert_true(text_is(cleaned, "0005"));
    assert_true(fill_problem("id", "5"));
    assert_true(text_is(cleaned, "5"));
    assert_true(fill_problem("id", "=\"0005\""));
    assert_true(text_is(cleaned, "0005"));
    assert_true(fill_problem("id", "０００５"));
    assert_true(text_is(cleaned, "0005"));
    assert_true(filled.problem.id.given);
    assert_int_equal(all_reports(), 0);
}

static void
an_id_in_scientific_notation_is_set_aside(void **state)
{
    (void)state;
    assert_false(fill_problem("id", "4.21303E+17"));
    assert_false(fill_problem("id", "4.21E+17"));
    assert_int_equal(reports(RULE_ID_SCIENTIFIC), 2);
    assert_true(fill_problem("id", "1E5"));
    assert_true(fill_problem("id", "ZD-E+17"));
    assert_int_equal(all_reports(), 2);
}

static void
a_long_id_ending_in_zeros_is_a_warning(void **state)
{
    (void)state;
    assert_true(fill_problem("id", "421303202500000000"));
    assert_int_equal(reports(RULE_ID_ROUNDED), 1);
    assert_true(fill_problem("id", "421303202510310012"));
    assert_true(fill_problem("id", "202500000000000"));
    assert_int_equal(all_reports(), 1);
}

/* The verdicts of 15_dates.csv. */
static void
dates_get_the_verdicts_of_the_contract(void **state)
{
    static const struct {
        const char *text, *date;
        enum rule rule; /* RULE_COUNT: silently */
    } cases[] = {
        {"2025-10-31", "2025-10-31", RULE_COUNT},
        {"45961", "2025-10-31", RULE_COUNT},
        {"10月31日", "2025-10-31", RULE_DATE_NO_YEAR},
        {"2025-10", "2025-10", RULE_COUNT},
        {"2025.1", "2025-01", RULE_DATE_SHORT_MONTH},
        {"10/31/2025", NULL, RULE_DATE_AMBIGUOUS},
        {"2026-10-31", "2026-10-31", RULE_DATE_OUTSIDE},
        {"2025-02-30", NULL, RULE_DATE_INVALID},
        {"44499", "2021-10-30", RULE_DATE_1904},
        {"2025-13-01", NULL, RULE_DATE_INVALID},
        {"-", NULL, RULE_CELL_MISSING},
        {"不详", NULL, RULE_DATE_INVALID},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t before = all_reports();
        bool accepted = fill_problem("raised_on", cases[i].text);

        assert_int_equal(accepted, cases[i].date != NULL);
        if (accepted)
            assert_true(text_is(date_text(book.arena, filled.problem.raised_on),
                                cases[i].date));
        if (cases[i].rule == RULE_COUNT)
            assert_int_equal(all_reports(), before);
        else
            assert_true(reports(cases[i].rule) > 0);
    }
    assert_int_equal(reports(RULE_DATE_INVALID), 3);
}

static void
a_day_outside_the_campaign_year_does_not_count(void **state)
{
    (void)state;
    assert_true(fill_problem("raised_on", "2023-12-31"));
    assert_true(filled.row.flags & ROW_OUTSIDE);
    assert_true(fill_problem("raised_on", "2025-12-31"));
    assert_false(filled.row.flags & ROW_OUTSIDE);
    assert_true(fill_problem("due_on", "2026-03-31"));
    assert_false(filled.row.flags & ROW_OUTSIDE);
    assert_int_equal(all_reports(), 1);
}

static void
a_part_of_a_month_is_the_month_of_what_has_happened(void **state)
{
    (void)state;
    assert_true(fill_problem("raised_on", "2025年9月上旬"));
    assert_int_equal(filled.problem.raised_on.month, 9);
    assert_int_equal(filled.problem.raised_on.day, 0);
    assert_true(fill_problem("raised_on", "９月底"));
    assert_int_equal(filled.problem.raised_on.month, 9);
    assert_false(fill_problem("raised_on", "年底"));
    assert_true(fill_problem("due_on", "2025年9月上旬"));
    assert_int_equal(filled.problem.due_on.day, 10);
}

static void
a_day_of_the_year_before_is_carried_over_without_a_word(void **state)
{
    (void)state;
    assert_true(fill_problem("raised_on", "2024-12-31"));
    assert_true(filled.row.flags & ROW_OUTSIDE);
    assert_true(fill_problem("raised_on", "2024-01-01"));
    assert_true(filled.row.flags & ROW_OUTSIDE);
    assert_int_equal(all_reports(), 0);
    assert_true(fill_problem("closed_on", "2024-12-31"));
    assert_int_equal(reports(RULE_DATE_OUTSIDE), 1);
}

static void
a_day_without_year_follows_a_campaign_year_that_begins_in_july(void **state)
{
    (void)state;
    book.year_start = month_make(2024, 7);
    assert_true(fill_problem("raised_on", "10月31日"));
    assert_int_equal(filled.problem.raised_on.year, 2024);
    assert_true(fill_problem("raised_on", "3月1日"));
    assert_int_equal(filled.problem.raised_on.year, 2025);
    assert_int_equal(reports(RULE_DATE_OUTSIDE), 0);
}

static void
expect_status(const char *words, uint8_t value)
{
    const char *rest = words;
    struct text word;

    while (word_next(&rest, &word)) {
        struct text copy = text_copy(book.arena, word);

        if (!fill_problem("status", copy.bytes) ||
            filled.problem.status.value != value)
            fail_msg("%s is not read as status %u", copy.bytes, value);
    }
}

static void
status_words_are_those_of_the_contract(void **state)
{
    (void)state;
    expect_status("已办结 办结 已解决 基本解决 已完成 完成 已销号 销号 已整改 "
                  "整改完成 已落实 已化解 是 √ ✓ ✔ ☑ ✔️ 结案 办毕 已答复 "
                  "整改到位 已办结。",
                  PROBLEM_SOLVED);
    expect_status("办理中 正在办理 在办 推进中 正在推进 整改中 进行中 部分解决 "
                  "持续推进 长期坚持 未办结 未解决 未完成 否 × 未整改 待处理 "
                  "已分发 退回 已整改未到位",
                  PROBLEM_OPEN);
    expect_status("未启动 未开始 待办 待交办 未办理", PROBLEM_NOT_STARTED);
    expect_status("不予办理 无法解决 留作参考 撤销 重复 作废", PROBLEM_DROPPED);
    expect_status("已\u3000办结", PROBLEM_SOLVED);
}

static void
status_words_of_other_systems_are_known(void **state)
{
    (void)state;
    expect_status("已处理 办理完毕 验收通过 超期办结 已归档", PROBLEM_SOLVED);
    expect_status("已受理 待核实 处置中 有序推进 待销号 延期 超期未办结 未到位",
                  PROBLEM_OPEN);
    expect_status("未办", PROBLEM_NOT_STARTED);
    expect_status("不予受理 已撤销 取消 终止", PROBLEM_DROPPED);
}

static void
an_unknown_status_is_set_aside(void **state)
{
    (void)state;
    assert_false(fill_problem("status", "A"));
    assert_false(fill_problem("status", "1"));
    assert_false(fill_problem("status", "Ｎ"));
    assert_int_equal(reports(RULE_STATUS_CODE), 3);
    assert_false(fill_problem("status", "已办结（部分）"));
    assert_int_equal(reports(RULE_STATUS_UNKNOWN), 1);
}

static void
expect_under_title(const char *title, const char *code, uint8_t value)
{
    struct text titles[32] = {{"", 0}};

    titles[column_index(ledgers[LEDGER_problems], "status")] = text_of(title);
    export.title_of = titles;
    fill_problem("status", code);
    export.title_of = NULL;
    if (filled.problem.status.value != value)
        fail_msg("%s under %s is read as status %u", code, title,
                 filled.problem.status.value);
}

static void
a_title_may_tell_what_a_code_means(void **state)
{
    static const char *const legends[] = {
        "办理状态（0、待处理，1、已分发，2、处理中,3、办结）",
        "办理状态(0=待处理;1=已分发;2=处理中;3=办结)",
        "办理状态 0待处理 1已分发 2处理中 3办结",
        "办理状态（待处理：0，已分发：1，处理中：2，办结：3）",
        "办理状态\n【0-待处理\n1-已分发\n2-处理中\n3-办结】",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(legends) / sizeof(legends[0]); i++) {
        expect_under_title(legends[i], "3", PROBLEM_SOLVED);
        expect_under_title(legends[i], "0", PROBLEM_OPEN);
        expect_under_title(legends[i], "4", 0);
    }
    expect_under_title("状态（A.办理中 B.已办结）", "B", PROBLEM_SOLVED);
    expect_under_title("状态（甲：办理中，乙：已办结）", "乙", PROBLEM_SOLVED);
    expect_under_title("是否办结（1：否，0：是）", "1", PROBLEM_OPEN);
    expect_under_title("是否办结", "1", PROBLEM_SOLVED);
    expect_under_title("是否办结", "N", PROBLEM_OPEN);
    expect_under_title("办理状态（2025年）", "1", 0);
}

static void
an_office_adds_status_words(void **state)
{
    struct status_entry entries[] = {
        {TEXT("problems"), TEXT(""), TEXT("A"), TEXT("solved"), {0}},
        {TEXT("问题台账"), TEXT(""), TEXT("C"), TEXT("不予办理"), {0}},
        {TEXT("suggestions"), TEXT("status"), TEXT("B"), TEXT("采纳"), {0}},
        {TEXT("mentoring"), TEXT("形式"), TEXT("座谈"), TEXT("座谈会"), {0}},
        {TEXT("projects"), TEXT("accelerated"), TEXT("快"), TEXT("是"), {0}},
        {TEXT("problems"), TEXT("category"), TEXT("甲"), TEXT("企业服务"), {0}},
        {TEXT("problems"), TEXT(""), TEXT("推进中"), TEXT("未启动"), {0}}};
    uint32_t code;

    (void)state;
    codes.statuses = entries;
    codes.status_count = sizeof(entries) / sizeof(entries[0]);
    assert_true(fill_problem("status", "A"));
    assert_int_equal(filled.problem.status.value, PROBLEM_SOLVED);
    assert_true(fill_problem("status", "Ｃ"));
    assert_int_equal(filled.problem.status.value, PROBLEM_DROPPED);
    assert_false(fill_problem("status", "B"));
    assert_true(fill(LEDGER_suggestions, "status", "B"));
    assert_int_equal(filled.suggestion.status.value, SUGGESTION_ADOPTED);
    assert_true(fill(LEDGER_mentoring, "kind", "座谈"));
    assert_int_equal(filled.mentoring.kind.value, MENTORING_SYMPOSIUM);
    assert_true(fill(LEDGER_projects, "accelerated", "快"));
    assert_int_equal(filled.project.accelerated.value, 1);
    assert_true(fill_problem("status", "推进中"));
    assert_int_equal(filled.problem.status.value, PROBLEM_NOT_STARTED);
    assert_true(fill_problem("category", "企业发展"));
    code = filled.problem.category.code;
    assert_true(fill_problem("category", "甲"));
    assert_int_equal(filled.problem.category.code, code);
}

#define CASE(name) \
    cmocka_unit_test_setup_teardown(name, one_cell_set_up, one_cell_tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(an_empty_required_cell_sets_the_row_aside),
        CASE(a_blank_unit_is_a_warning),
        CASE(a_blank_status_is_left_to_the_rule_of_the_row),
        CASE(spreadsheet_errors_set_required_cells_aside_and_blank_others),
        CASE(an_id_is_a_string),
        CASE(an_id_in_scientific_notation_is_set_aside),
        CASE(a_long_id_ending_in_zeros_is_a_warning),
        CASE(dates_get_the_verdicts_of_the_contract),
        CASE(a_day_outside_the_campaign_year_does_not_count),
        CASE(a_part_of_a_month_is_the_month_of_what_has_happened),
        CASE(a_day_of_the_year_before_is_carried_over_without_a_word),
        CASE(a_day_without_year_follows_a_campaign_year_that_begins_in_july),
        CASE(status_words_are_those_of_the_contract),
        CASE(status_words_of_other_systems_are_known),
        CASE(an_unknown_status_is_set_aside),
        CASE(a_title_may_tell_what_a_code_means),
        CASE(an_office_adds_status_words),
    };

    return cmocka_run_group_tests_name("cells", tests, NULL, NULL);
}
