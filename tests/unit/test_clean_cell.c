#include "support/test.h"

#include "ledger/cells.h"
#include "support/one_cell.h"

static void
expect_clean(const char *key, const char *raw, const char *expected)
{
    fill_problem(key, raw);
    if (!text_is(cleaned, expected))
        fail_msg("%s \"%s\" is cleaned to \"%.*s\", not \"%s\"", key, raw,
                 TEXT_ARG(cleaned), expected);
}

static void
all_unicode_spaces_are_trimmed(void **state)
{
    (void)state;
    expect_clean("title", " \t甲 乙\n", "甲 乙");
    expect_clean("title", "\u00A0甲\u3000", "甲");
    expect_clean("title", "\uE5E5甲\uE5E5", "甲");
    expect_clean("title", "\u2000\u2001\u200A甲\u202F\u205F", "甲");
    expect_clean("title", "\u3000\u00A0", "");
    expect_clean("title", "甲\u3000乙", "甲\u3000乙");
    assert_int_equal(all_reports(), 1); /* the blank title */
}

static void
invisible_characters_are_removed_with_a_warning(void **state)
{
    static const char *const invisible[] = {
        "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060",
        "\uFEFF", "\u00AD", "\u202A", "\u202E", "\u2066", "\u2069",
        "\x01",   "\x08",   "\x0B",   "\x1B",   "\x1F"};
    const size_t count = sizeof(invisible) / sizeof(invisible[0]);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        struct text raw =
            text_format(book.arena, "甲%s乙%s", invisible[i], invisible[i]);

        expect_clean("measure", raw.bytes, "甲乙");
        assert_int_equal(reports(RULE_TEXT_INVISIBLE), i + 1);
    }
}

static void
tabs_and_line_breaks_stay(void **state)
{
    (void)state;
    expect_clean("measure", "第一行\n第二行\t末", "第一行\n第二行\t末");
    expect_clean("measure", "第一行\r\n第二行", "第一行\n第二行");
    assert_int_equal(all_reports(), 0);
}

static void
an_ordinary_cell_is_returned_as_it_stands(void **state)
{
    struct cell cell = {.column = &ledgers[LEDGER_problems]->columns[1]};
    struct text raw = text_of("“前进社区”改造：入户、签约……慢（3）。ABC—·×");
    struct text text = cell_clean(&cell, raw, false);

    (void)state;
    assert_ptr_equal(text.bytes, raw.bytes);
    assert_int_equal(text.length, raw.length);
}

static void
free_text_is_untouched_byte_for_byte(void **state)
{
    (void)state;
    expect_clean("measure", "１２.５％ (Ａ)  ﬁ e\u0301",
                 "１２.５％ (Ａ)  ﬁ e\u0301");
    expect_clean("measure", "<script>alert(1)</script>",
                 "<script>alert(1)</script>");
    assert_int_equal(all_reports(), 0);
}

static void
radicals_in_free_text_stay_with_a_warning(void **state)
{
    (void)state;
    expect_clean("title", "⼯作推进慢", "⼯作推进慢");
    assert_int_equal(reports(RULE_TEXT_RADICAL), 1);
    expect_clean("measure", "校⻓", "校⻓");
    assert_int_equal(reports(RULE_TEXT_RADICAL), 2);
}

static void
radicals_are_folded_where_values_are_compared(void **state)
{
    (void)state;
    assert_true(fill_problem("unit", "区⼈社局"));
    assert_true(
        text_is(intern_text(book.units, filled.problem.unit.code), "区人社局"));
    assert_true(fill_problem("category", "项⽬建设"));
    assert_true(
        text_is(intern_text(book.categories, filled.problem.category.code),
                "项目建设"));
    expect_clean("owner", "⻢三", "马三");
    assert_true(text_is(folded_title(book.arena, text_of("⽉份")), "月份"));
    assert_true(text_is(folded(book.arena, text_of("校⻓⻔")), "校长门"));
    assert_int_equal(all_reports(), 0);
}

static void
titles_are_compared_without_marks_units_and_explanations(void **state)
{
    static const char *const forms[] = {"总投资",
                                        " 总 投 资 ",
                                        "总投资（万元）",
                                        "*总投资(亿元)：",
                                        "＊总投资（必填）:",
                                        "总投资【含税】",
                                        "\u200B总投资\uFEFF",
                                        "总\n投资",
                                        "【总投资】*",
                                        "【 总 投资 】（必填）：",
                                        "1.总投资",
                                        "（二）【总投资】",
                                        "2.【总投资】",
                                        "12、总投资",
                                        "1.2总投资",
                                        "（三）总投资",
                                        "三、总投资",
                                        "①总投资",
                                        "'总投资",
                                        "’总投资",
                                        "=\"总投资\"",
                                        "总投资★",
                                        "总投资▼",
                                        "总投资↓",
                                        "总<br>投资",
                                        "总<BR/>投资",
                                        "总_x000D_\n投资",
                                        "总&nbsp;投资",
                                        "总投资（0、无 1、有）",
                                        "总投资1=有2=无",
                                        "总投资（万元"};
    static const char *const kept[] = {"1-10月总投资", "2025年总投资",
                                       "总投资1"};

    (void)state;
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
        assert_true(
            text_is(folded_title(book.arena, text_of(forms[i])), "总投资"));
    for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
        assert_true(
            text_is(folded_title(book.arena, text_of(kept[i])), kept[i]));
    assert_true(
        text_is(folded_title(book.arena, text_of("问题ＩＤ")), "问题ID"));
}

static void
the_space_inside_a_name_of_two_hanzi_is_removed(void **state)
{
    (void)state;
    expect_clean("owner", "张　三", "张三");
    expect_clean("owner", "张 三、李四、王 五", "张三、李四、王五");
    expect_clean("owner", "欧阳 修", "欧阳 修");
    expect_clean("owner", "John Smith", "John Smith");
    assert_int_equal(all_reports(), 0);
}

static void
damaged_names_are_warned_about(void **state)
{
    static const char *const damaged[] = {"张?", "李_",        "王□", "王〓",
                                          "■三", "张？、李四", "?三"};
    const size_t count = sizeof(damaged) / sizeof(damaged[0]);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_true(fill_problem("owner", damaged[i]));
        assert_int_equal(reports(RULE_NAME_DAMAGED), i + 1);
    }
    assert_true(fill_problem("owner", "张䶮、干部_07、阿卜杜·热合曼"));
    assert_int_equal(reports(RULE_NAME_DAMAGED), count);
}

static void
private_characters_are_named(void **state)
{
    const struct message *messages;
    size_t count;

    (void)state;
    assert_true(fill_problem("measure", "某\uE000人"));
    messages = diag_messages(book.diag, &count);
    assert_int_equal(count, 1);
    assert_int_equal(messages[0].rule, RULE_TEXT_PRIVATE);
    assert_true(text_is(messages[0].finding.detail[0], "U+E000"));
    assert_true(fill_problem("owner", "张\uE000"));
    assert_int_equal(reports(RULE_TEXT_PRIVATE), 2);
    assert_int_equal(reports(RULE_NAME_DAMAGED), 1);
}

static void
markers_mean_empty_in_typed_and_optional_cells(void **state)
{
    static const char *const markers[] = {"-",    "—",   "/",  "\\", "无",
                                          "暂无", "N/A", "空", "",   " "};
    const size_t count = sizeof(markers) / sizeof(markers[0]);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_true(fill_problem("due_on", markers[i]));
        assert_false(date_is_given(filled.problem.due_on));
        expect_clean("owner", markers[i], "");
    }
    expect_clean("measure", "-", "");
    assert_int_equal(all_reports(), 0);
}

static void
in_free_text_none_stays(void **state)
{
    (void)state;
    expect_clean("measure", "无", "无");
    expect_clean("title", "无", "无");
}

static void
spreadsheet_errors_in_free_text_become_blank_with_a_warning(void **state)
{
    (void)state;
    expect_clean("measure", "#N/A", "");
    assert_int_equal(reports(RULE_CELL_ERROR_BLANKED), 1);
    expect_clean("measure", "#1 厂房", "#1 厂房");
    assert_int_equal(all_reports(), 1);
}

#define CASE(name) \
    cmocka_unit_test_setup_teardown(name, one_cell_set_up, one_cell_tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(all_unicode_spaces_are_trimmed),
        CASE(invisible_characters_are_removed_with_a_warning),
        CASE(tabs_and_line_breaks_stay),
        CASE(an_ordinary_cell_is_returned_as_it_stands),
        CASE(free_text_is_untouched_byte_for_byte),
        CASE(radicals_in_free_text_stay_with_a_warning),
        CASE(radicals_are_folded_where_values_are_compared),
        CASE(titles_are_compared_without_marks_units_and_explanations),
        CASE(the_space_inside_a_name_of_two_hanzi_is_removed),
        CASE(damaged_names_are_warned_about),
        CASE(private_characters_are_named),
        CASE(markers_mean_empty_in_typed_and_optional_cells),
        CASE(in_free_text_none_stays),
        CASE(spreadsheet_errors_in_free_text_become_blank_with_a_warning),
    };

    return cmocka_run_group_tests_name("clean", tests, NULL, NULL);
}
