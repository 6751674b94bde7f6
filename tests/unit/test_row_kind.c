/*
 * Rows that are no records, and the totals they state.
 */
#include "support/test.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/huge.h"
#include "ledger/book.h"

#define HEAD   "序号,问题名称,责任单位,提出时间,办理状态\n"
#define RECORD "1,道路破损,区住建局,2025-10-02,办理中\n"

static struct arena *arena;
static struct diag *diag;
static struct codes codes;
static struct book *book;

static int
begin(void **state)
{
    (void)state;
    arena = arena_new();
    diag = diag_new();
    codes_read(arena, NULL, diag, &codes);
    book = book_new(arena, &codes, diag);
    book->month = month_make(2025, 10);
    return 0;
}

static int
end(void **state)
{
    (void)state;
    book_free(book);
    diag_free(diag);
    arena_free(arena);
    return 0;
}

static const struct input_file *
read_rows(const char *rows)
{
    char *content = strcpy(huge_take(strlen(rows) + sizeof(HEAD)), HEAD);
    struct source file = {.path = "a.csv", .bytes = strcat(content, rows)};
    struct source_list list = {.items = &file, .count = 1};

    file.size = strlen(content);
    assert_true(book_read(book, &list));
    return &book->files[0];
}

/* Each kind of row stands between two records. */
static void
is_skipped_as(const char *row, enum skip_reason reason)
{
    char rows[1024];
    const struct input_file *file;

    snprintf(rows, sizeof(rows), RECORD "%s\n" RECORD, row);
    file = read_rows(rows);
    if (file->skipped_count != 1 || file->skipped[0].reason != reason)
        fail_msg("%s", row);
    end(NULL);
    begin(NULL);
}

static void
is_no_skipped_row(const char *row)
{
    char rows[1024];

    snprintf(rows, sizeof(rows), RECORD "%s\n" RECORD, row);
    if (read_rows(rows)->skipped_count != 0)
        fail_msg("%s", row);
    end(NULL);
    begin(NULL);
}

static void
every_kind_is_known(void **state)
{
    (void)state;
    is_skipped_as(",,　,,", SKIP_BLANK);
    is_skipped_as("2,,,,", SKIP_UNFILLED);
    is_skipped_as("2,,区住建局,,办理中", SKIP_UNFILLED);
    is_skipped_as("一、项目建设类（2个）,,,,", SKIP_SECTION);
    is_skipped_as("（二）企业服务类,,,,", SKIP_SECTION);
    is_skipped_as("三,基层治理类,,,", SKIP_SECTION);
    is_skipped_as("项目建设类,,,,", SKIP_SECTION);
    is_skipped_as("一、甲类;乙类;丙类;丁类;戊类,,,,", SKIP_SECTION);
    is_skipped_as("项 目 建 设 类,,,,", SKIP_SECTION);
    is_skipped_as("合 计,共1项,,,", SKIP_TOTAL);
    is_skipped_as("第 1 页，共 3 页,,,,", SKIP_NOTE);
    is_skipped_as("（以下无正文）,,,,", SKIP_NOTE);
    is_skipped_as("*注：每月25日前报送,,,,", SKIP_NOTE);
    is_skipped_as("主要领导（签字）：,,,,", SKIP_NOTE);
    is_skipped_as("科室负责人：王五,,审核人：李四,,", SKIP_NOTE);
    is_skipped_as("打印时间：2025-10-31 10:00,,,,", SKIP_NOTE);
    is_skipped_as("示例,某路,某局,2025-10-01,已办结", SKIP_EXAMPLE);
    is_skipped_as("（样例）,某路,某局,2025-10-01,已办结", SKIP_EXAMPLE);
    is_skipped_as("无,,,,", SKIP_NIL_RETURN);
    is_skipped_as(",本月无新增问题,区水利局,,", SKIP_NIL_RETURN);
    is_skipped_as(",本月未收集到问题,区水利局,,", SKIP_NIL_RETURN);
    is_skipped_as("无,无,区水利局,无,无", SKIP_NIL_RETURN);
    is_skipped_as("序号,问题名称,责任单位,提出时间,办理状态",
                  SKIP_REPEATED_HEADER);
    is_skipped_as("1,2,3,4,5", SKIP_TITLE);
    is_skipped_as("（1）,（2）,（3）,（4）,", SKIP_TITLE);
    is_skipped_as("甲,乙,1,2,3", SKIP_TITLE);
    is_skipped_as("栏次,1,2,3,4", SKIP_TITLE);
}

/* It is in quotes, or its delimiter is another than that of the file. */
static void
a_row_in_one_cell_is_a_record(void **state)
{
    (void)state;
    is_no_skipped_row("2;供水不足;区水利局;2025-10-08;办理中");
    is_no_skipped_row("2\t供水不足\t区水利局\t2025-10-08\t办理中");
    is_no_skipped_row("2 供水不足 区水利局 2025-10-08 办理中,,,,");
    is_no_skipped_row("\"2,供水不足,区水利局,2025-10-08,办理中\"");
}

static void
a_record_is_never_taken_for_less(void **state)
{
    (void)state;
    is_no_skipped_row("合计,合计金额有误,区住建局,2025-10-02,办理中");
    is_no_skipped_row("2,无障碍设施缺失,区住建局,,");
    is_no_skipped_row("2,无人机扰民,区住建局,2025-10-03,办理中");
    is_no_skipped_row("2,,区住建局,2025-10-03,办理中");
    is_no_skipped_row("1,2,3,2025-10-03,4");
    is_no_skipped_row("一,道路破损,区住建局,2025-10-03,办理中");
    is_no_skipped_row("反映人：张三,路面,区住建局,2025-10-10,办理中");
}

static void
a_run_is_one_entry(void **state)
{
    const struct input_file *file =
        read_rows(RECORD ",,,,\n\n,,,,\n" RECORD ",,,,\n");

    (void)state;
    assert_int_equal(file->skipped_count, 2);
    assert_int_equal(file->skipped[0].line, 3);
    assert_int_equal(file->skipped[0].to, 5);
    assert_int_equal(file->rows.skipped, 4);
}

static void
totals_agree_above_below_and_by_section(void **state)
{
    (void)state;
    read_rows("合计,3项,,,\n一、甲类,,,,\n小计,2,,,\n" RECORD
              "2,乙路,区住建局,2025-10-02,办理中\n二、乙类,,,,\n"
              "3,丙路,区住建局,2025-10-02,办理中\n小计,1,,,\n总计,3,,,\n");
    assert_int_equal(book->rows.accepted, 3);
    assert_int_equal(diag_count_rule(diag, RULE_TOTAL_DIFFERS), 0);
}

static void
a_total_that_differs_is_told(void **state)
{
    (void)state;
    read_rows("合计,4项,,,\n一、甲类,,,,\n" RECORD "小计,2,,,\n"
              "2,乙路,区住建局,待定,办理中\n总计,2,,,\n");
    assert_int_equal(book->rows.rejected, 1);
    assert_int_equal(diag_count_rule(diag, RULE_TOTAL_DIFFERS), 3);
}

static void
a_nil_return_is_that_of_the_unit_named(void **state)
{
    const struct input_file *file =
        read_rows("1,零报告,区水利局,,\n,暂无,,,\n");

    (void)state;
    assert_int_equal(file->nil_units.count, 1);
    assert_int_equal(diag_count_rule(diag, RULE_HEADER_ONLY), 0);
}

int
main(void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        SENTENCE(every_kind_is_known),
        SENTENCE(a_row_in_one_cell_is_a_record),
        SENTENCE(a_record_is_never_taken_for_less),
        SENTENCE(a_run_is_one_entry),
        SENTENCE(totals_agree_above_below_and_by_section),
        SENTENCE(a_total_that_differs_is_told),
        SENTENCE(a_nil_return_is_that_of_the_unit_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
