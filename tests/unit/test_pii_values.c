#include "support/desk.h"

#include "year/redact.h"

/* clang-format off */
#define TITLES "问题编号,问题名称,责任单位,责任人,提出时间,办理状态,手机号,工作成效\r\n"
/* clang-format on */

static struct desk desk;

static bool
is_secret(const char *value)
{
    size_t count;
    const struct text *secrets = redact_values(desk.report.privacy, &count);

    for (size_t i = 0; i < count; i++)
        if (text_is(secrets[i], value))
            return true;
    return false;
}

static void
read_files(const struct desk_file *files, size_t count)
{
    desk_open(&desk, files, count, month_make(2025, 10), EDITION_PUBLIC);
}

static void
expect(const char *const *secrets, bool found)
{
    for (; *secrets; secrets++)
        if (is_secret(*secrets) != found)
            fail_msg("%s %s", *secrets, found ? "missed" : "taken");
    desk_close(&desk);
}

static void
names_of_every_row_are_secret_whatever_became_of_it(void **state)
{
    static const char *const secrets[] = {"赵采用", "钱搁置", "孙重复", NULL};
    static const struct desk_file files[] = {
        {"problems.csv", TITLES "P-1,甲,区局,赵采用,2025-10-01,办理中,,\r\n"
                                "P-2,乙,区局,钱搁置,2025-13-01,办理中,,\r\n"
                                "P-3,丙,区局,孙重复,2025-10-01,办理中,,\r\n"
                                "P-3,丙,区局,孙重复,2025-10-01,办理中,,\r\n"}};

    (void)state;
    read_files(files, 1);
    expect(secrets, true);
}

static void
names_of_a_file_set_aside_are_secret(void **state)
{
    static const char *const secrets[] = {"周通讯", "13712345678", NULL};
    static const struct desk_file files[] = {
        {"problems.csv", TITLES "P-1,甲,区局,,2025-10-01,办理中,,\r\n"},
        {"list.csv", "姓名,办公电话\r\n周通讯,13712345678\r\n"}};

    (void)state;
    read_files(files, 2);
    expect(secrets, true);
}

static void
days_and_mere_surnames_are_nobodys(void **state)
{
    static const char *const open[] = {"10月3日", "2025年10月底", "13:30",
                                       "欧阳", NULL};
    static const struct desk_file files[] = {
        {"problems.csv",
         TITLES "P-1,甲,区局,欧阳,2025-10-01,办理中,10月3日,\r\n"
                "P-2,乙,区局,欧阳砚青,2025-10-01,办理中,2025年10月底,\r\n"
                "P-3,丙,区局,,2025-10-01,办理中,13:30,\r\n"}};

    (void)state;
    read_files(files, 1);
    expect(open, false);
}

static void
notes_name_people_too(void **state)
{
    static const char *const secrets[] = {"吴填表", "郑审核", "冯负责", NULL};
    static const struct desk_file files[] = {
        {"problems.csv",
         "问题台账,,,,,,,\r\n填表人：吴填表,审核人:,郑审核,,,,,\r\n" TITLES
         "P-1,甲,区局,,2025-10-01,办理中,,\r\n"
         "备注：负责人：冯负责,,,,,,,\r\n"}};

    (void)state;
    read_files(files, 1);
    expect(secrets, true);
}

static void
the_word_of_a_code_in_a_note_is_no_name(void **state)
{
    static const char *const open[] = {"干部", NULL};
    static const struct desk_file files[] = {
        {"problems.csv", "填表人：干部07,,,,,,,\r\n" TITLES
                         "P-1,甲,区局,,2025-10-01,办理中,,\r\n"}};

    (void)state;
    read_files(files, 1);
    expect(open, false);
}

static void
a_code_that_reads_as_a_cell_is_no_name(void **state)
{
    static const char *const open[] = {"G35", "AB12", NULL};
    static const struct desk_file files[] = {
        {"problems.csv", TITLES "P-1,甲,区局,G35,2025-10-01,办理中,,\r\n"
                                "P-2,乙,区局,AB12,2025-10-01,办理中,,\r\n"}};

    (void)state;
    read_files(files, 1);
    expect(open, false);
}

static void
what_stands_round_a_name_does_not_hide_it(void **state)
{
    static const char *const secrets[] = {"陈一", "褚二", "卫三", "沈四", NULL};
    static const struct desk_file files[] = {
        {"problems.csv",
         TITLES "P-1,甲,区局,陈一（组长）、褚二等3人,2025-10-01,办理中,,\r\n"
                "P-2,乙,区局,卫三 副局长；沈　四,2025-10-01,办理中,,\r\n"}};

    (void)state;
    read_files(files, 1);
    expect(secrets, true);
}

static void
numbers_of_dropped_columns_and_free_texts_are_secret(void **state)
{
    static const char *const secrets[] = {"13900001111", "0722-3312345",
                                          "42011119900307123X", NULL};
    static const struct desk_file files[] = {
        {"problems.csv", TITLES "P-1,甲,区局,,2025-10-01,办理中,13900001111,"
                                "电话0722-3312345 证42011119900307123X\r\n"}};

    (void)state;
    read_files(files, 1);
    expect(secrets, true);
}

static void
a_name_is_secret_however_it_is_spread_out(void **state)
{
    static const char *const secrets[] = {"陈一", "阿卜杜•热合曼",
                                          "阿卜杜热合曼", NULL};
    static const struct desk_file files[] = {
        {"problems.csv",
         TITLES "P-1,甲,区局,陈 一、阿卜杜•热合曼,2025-10-01,办理中,,\r\n"}};

    (void)state;
    read_files(files, 1);
    expect(secrets, true);
}

static void
units_words_and_numbers_are_nobodys_names(void **state)
{
    static const char *const others[] = {"区交通局", "区领导", "07",
                                         "责任人",   "某",     NULL};
    static const struct desk_file files[] = {
        {"problems.csv",
         TITLES "P-1,甲,区交通局,区交通局、07,2025-10-01,办理中,,\r\n"
                "P-2,乙,区交通局,区领导、某,2025-10-01,办理中,,\r\n"}};

    (void)state;
    read_files(files, 1);
    expect(others, false);
}

static void
markup_is_nobodys_name_but_may_hold_one(void **state)
{
    static const char *const others[] = {"script>", "b>", "alert(1)<", NULL};
    static const struct desk_file files[] = {
        {"problems.csv",
         TITLES "P-1,甲,区局,<script>alert(1)</script>,2025-10-01,办理中,,\r\n"
                "P-2,乙,区局,<b>蒋五</b>,2025-10-01,办理中,,\r\n"}};

    (void)state;
    read_files(files, 1);
    assert_true(is_secret("蒋五"));
    expect(others, false);
}

static void
an_id_is_masked_only_if_it_is_somebodys_number(void **state)
{
    static const struct desk_file files[] = {
        {"problems.csv",
         TITLES "13912345678,甲,区局,,2025-10-01,办理中,,\r\n"
                "202510310000000123,乙,区局,,2025-10-01,办理中,,\r\n"}};
    struct text cells[64];

    (void)state;
    read_files(files, 1);
    for (size_t i = 0; i < 2; i++) {
        redact_texts(desk.report.privacy, LEDGER_problems,
                     ledger_row(&desk.report.book->ledgers[0], i), desk.arena,
                     cells);
        assert_true(
            text_is(cells[0], i == 0 ? "139****5678" : "202510310000000123"));
    }
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_every_row_are_secret_whatever_became_of_it),
        cmocka_unit_test(names_of_a_file_set_aside_are_secret),
        cmocka_unit_test(days_and_mere_surnames_are_nobodys),
        cmocka_unit_test(notes_name_people_too),
        cmocka_unit_test(the_word_of_a_code_in_a_note_is_no_name),
        cmocka_unit_test(a_code_that_reads_as_a_cell_is_no_name),
        cmocka_unit_test(what_stands_round_a_name_does_not_hide_it),
        cmocka_unit_test(numbers_of_dropped_columns_and_free_texts_are_secret),
        cmocka_unit_test(a_name_is_secret_however_it_is_spread_out),
        cmocka_unit_test(units_words_and_numbers_are_nobodys_names),
        cmocka_unit_test(markup_is_nobodys_name_but_may_hold_one),
        cmocka_unit_test(an_id_is_masked_only_if_it_is_somebodys_number),
    };

    return cmocka_run_group_tests_name("secrets", tests, NULL, NULL);
}
