/*
 * Reading exports into a book: headers, rows that are no records, identity,
 * rules across ledgers, and the accounting.
 */
#include "support/test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/huge.h"
#include "intake/decode.h"
#include "ledger/book.h"
#include "ledger/problems.h"

enum { MOST_FILES = 4 };

static struct arena *arena;
static struct diag *diag;
static struct codes codes;
static struct book *book;
static struct source files[MOST_FILES];
static size_t file_count;

#define HEAD "问题编号,问题名称,责任单位,提出时间,办结时间,办理状态\n"

static int
begin(void **state)
{
    (void)state;
    arena = arena_new();
    diag = diag_new();
    file_count = 0;
    codes_read(arena, NULL, diag, &codes);
    book = book_new(arena, &codes, diag);
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

static void
give(const char *path, int month, const char *content)
{
    struct source *file = &files[file_count++];

    *file = (struct source){.path = path, .size = strlen(content)};
    if (month != 0)
        file->folder = month_make(2025, month);
    file->bytes = huge_take(file->size);
    memcpy(file->bytes, content, file->size);
}

static void
read_all(void)
{
    struct source_list list = {.items = files, .count = file_count};

    assert_true(book_read(book, &list));
    assert_int_equal(book->rows.read,
                     book->rows.accepted + book->rows.rejected +
                         book->rows.duplicate + book->rows.superseded);
}

static const struct problem *
problem(size_t index)
{
    return (const struct problem *)ledger_row(&book->ledgers[LEDGER_problems],
                                              index);
}

static void
the_header_decides_the_ledger_whatever_the_name(void **state)
{
    (void)state;
    give("suggestions.csv", 0,
         HEAD "1,甲,区人社局,2025-06-01,2025-06-05,已办结\n");
    read_all();
    assert_int_equal(book->files[0].ledger, LEDGER_problems);
    assert_int_equal(book->rows.accepted, 1);
}

static void
one_title_twice_with_other_cells_rejects_the_file(void **state)
{
    (void)state;
    give("a.csv", 0,
         "问题名称,责任单位,提出时间,办理状态,提出时间\n"
         "甲,乙,2025-06-01,办理中,2025-06-02\n");
    read_all();
    assert_int_equal(book->files[0].ledger, -1);
    assert_int_equal(diag_count_rule(diag, RULE_COLUMN_REPEATED), 1);
}

static void
further_text_is_kept_with_its_title(void **state)
{
    struct further_text *texts;

    (void)state;
    give("a.csv", 0,
         "问题标题,* 问题描述,责任单位,提出时间,办理状态,办理情况\n"
         "甲, 破损约200米 ,乙,2025-06-01,办理中,\n"
         "丙,,乙,2025-06-02,办理中,-\n");
    read_all();
    assert_int_equal(book->rows.accepted, 2);
    assert_int_equal(row_further(book, &problem(0)->row, arena, &texts), 1);
    assert_true(text_is(texts[0].title, "* 问题描述"));
    assert_true(text_is(texts[0].text, "破损约200米"));
    assert_int_equal(row_further(book, &problem(1)->row, arena, &texts), 0);
}

static void
a_column_without_title_is_noted_once_if_it_has_content(void **state)
{
    (void)state;
    give("a.csv", 0,
         "问题名称,责任单位,,提出时间,办理状态,,\n"
         "甲,乙,,2025-06-01,办理中,,\n"
         "丙,乙,已批示,2025-06-02,办理中,,\n"
         "丁,乙,已批示,2025-06-03,办理中,,\n");
    read_all();
    assert_int_equal(book->rows.accepted, 3);
    assert_int_equal(diag_count_rule(diag, RULE_COLUMN_UNTITLED), 1);
}

static void
a_missing_required_column_rejects_the_file(void **state)
{
    (void)state;
    give("a.csv", 0, "问题名称,责任单位,办理状态\n");
    read_all();
    assert_int_equal(book->files[0].ledger, -1);
    assert_int_equal(diag_count_rule(diag, RULE_COLUMN_MISSING), 1);
}

static void
the_unit_above_the_header_stands_for_the_column(void **state)
{
    (void)state;
    give("a.csv", 10,
         "填报单位：,区人社局,截至2025年9月底\n"
         "问题编号,问题名称,提出时间,办理状态\n1,甲,2025-06-01,办理中\n");
    read_all();
    assert_int_equal(book->rows.accepted, 1);
    assert_true(text_is(book->files[0].unit, "区人社局"));
    assert_int_equal(problem(0)->unit.code, 1);
    assert_int_equal(diag_count_rule(diag, RULE_AS_OF_DIFFERS), 1);
}

static void
personal_columns_are_dropped_with_a_warning(void **state)
{
    (void)state;
    give("a.csv", 0,
         "问题名称,责任单位,提出时间,办理状态,联系电话\n"
         "甲,区人社局,2025-06-01,办理中,13800000000\n");
    read_all();
    assert_int_equal(diag_count_rule(diag, RULE_COLUMN_PERSONAL), 1);
    assert_int_equal(diag_count_rule(diag, RULE_ID_ABSENT), 1);
}

static void
a_record_merely_called_total_is_kept(void **state)
{
    (void)state;
    give("a.csv", 0,
         HEAD "合计,合计金额有误,区人社局,2025-06-01,,办理中\n"
              "合计,2,,,,\n备注：无,,,,,\n,,,,,\n");
    read_all();
    assert_int_equal(book->rows.accepted, 1);
    assert_int_equal(book->rows.skipped, 3);
    assert_int_equal(diag_count_rule(diag, RULE_TOTAL_DIFFERS), 1);
}

static void
a_newer_folder_supersedes_and_is_linked(void **state)
{
    (void)state;
    give("2025-09/a.csv", 9, HEAD "1,甲,区人社局,2025-06-01,,办理中\n");
    give("2025-10/a.csv", 10,
         HEAD "1,甲,区人社局,2025-06-01,2025-10-05,已办结\n");
    give("2025-11/a.csv", 11, HEAD "1,乙,区人社局,2025-06-01,,办理中\n");
    book->month = month_make(2025, 10);
    read_all();
    assert_int_equal(book->file_count, 2);
    assert_int_equal(book->rows.superseded, 1);
    assert_int_equal(problem(0)->row.newer, 2);
    assert_int_equal(problem(1)->row.state, ROW_ACCEPTED);
    free(files[2].bytes); /* no book holds a later month */
}

static void
an_id_used_for_two_matters_counts_both(void **state)
{
    (void)state;
    give("2025-08/a.csv", 8, HEAD "1,甲路,区人社局,2025-08-01,,办理中\n");
    give("2025-09/a.csv", 9, HEAD "1,乙路,区经信局,2025-09-01,,办理中\n");
    give("2025-10/a.csv", 10,
         HEAD "1,甲路。,区人社局,2025-08-01,2025-10-05,已办结\n");
    read_all();
    assert_int_equal(book->rows.accepted, 2);
    assert_int_equal(book->rows.superseded, 1);
    assert_int_equal(problem(0)->row.newer, 3);
    assert_int_equal(problem(1)->row.state, ROW_ACCEPTED);
    assert_int_equal(diag_count_rule(diag, RULE_ID_REUSED), 1);
}

static void
what_agrees_wholly_goes_before_what_agrees_in_part(void **state)
{
    (void)state;
    give("2025-09/a.csv", 9, HEAD "1,甲路,区人社局,2025-09-01,,办理中\n");
    give("2025-10/a.csv", 10,
         HEAD "1,甲路,区经信局,2025-10-02,,办理中\n"
              "1,丙路,区人社局,2025-09-01,,办理中\n");
    read_all();
    assert_int_equal(problem(0)->row.newer, 2);
    assert_int_equal(book->rows.accepted, 2);
}

static void
an_id_on_one_side_only_parts_no_matter(void **state)
{
    (void)state;
    give("2025-09/a.csv", 9,
         HEAD ",甲路,区人社局,2025-09,,办理中\n"
              ",乙路,,2025-09-01,,办理中\n");
    give("2025-10/a.csv", 10,
         HEAD "7,甲路,区人社局,2025-09-12,,办理中\n"
              "8,乙路,,2025-09-01,,办理中\n");
    read_all();
    assert_int_equal(problem(0)->row.newer, 3);
    assert_int_equal(problem(1)->row.state, ROW_ACCEPTED);
    assert_int_equal(book->rows.accepted, 3);
}

static void
a_row_without_id_joins_one_matter_alone(void **state)
{
    (void)state;
    give("2025-09/a.csv", 9,
         HEAD "1,甲路,区人社局,2025-09-01,,办理中\n"
              "2,甲路,区人社局,2025-09-01,,办理中\n");
    give("2025-10/a.csv", 10, HEAD ",甲路,区人社局,2025-09-01,,办理中\n");
    read_all();
    assert_int_equal(book->rows.accepted, 3);
}

static void
a_blank_unit_filled_in_later_parts_no_matter(void **state)
{
    (void)state;
    give("2025-09/a.csv", 9,
         HEAD ",甲路,,2025-09-01,,办理中\n"
              ",乙路,区人社局,2025-09-02,,办理中\n"
              ",丙路,,2025-09-03,,办理中\n"
              ",丁路,,2025-09-04,,办理中\n");
    give("2025-10/a.csv", 10,
         HEAD ",甲路,区交通局,2025-09-01,,办理中\n"
              ",乙路,,2025-09-02,,办理中\n"
              ",丙路,,2025-09-03,,办理中\n"
              ",丁路,区人社局,2025-09-05,,办理中\n");
    read_all();
    assert_int_equal(problem(0)->row.newer, 5);
    assert_int_equal(problem(1)->row.newer, 6);
    assert_int_equal(problem(2)->row.newer, 7);
    assert_int_equal(problem(3)->row.state, ROW_ACCEPTED);
    assert_int_equal(book->rows.accepted, 5);
}

/* One unit of two may be meant, and rows of one folder are told apart. */
static void
a_blank_unit_beside_two_units_is_a_matter_of_its_own(void **state)
{
    (void)state;
    give("2025-09/a.csv", 9,
         HEAD ",甲路,区交通局,2025-09-01,,办理中\n"
              ",甲路,区人社局,2025-09-01,,办理中\n"
              ",乙路,,2025-09-02,,办理中\n"
              ",乙路,区人社局,2025-09-02,,办理中\n");
    give("2025-10/a.csv", 10,
         HEAD ",甲路,,2025-09-01,,办理中\n"
              ",乙路,区人社局,2025-09-02,,办理中\n");
    read_all();
    assert_int_equal(problem(3)->row.newer, 6);
    assert_int_equal(book->rows.superseded, 1);
    assert_int_equal(book->rows.accepted, 5);
}

static void
a_newer_folder_ends_a_dispute(void **state)
{
    (void)state;
    give("2025-08/a.csv", 8, HEAD "1,甲路,区人社局,2025-08-01,,办理中\n");
    give("2025-09/a.csv", 9,
         HEAD "1,甲路,区人社局,2025-08-01,,办理中\n"
              "1,甲路,区人社局,2025-08-01,,未启动\n"
              "1,甲路,区人社局,2025-08-01,,不予办理\n");
    give("2025-10/a.csv", 10,
         HEAD "1,甲路,区人社局,2025-08-01,2025-10-05,已办结\n");
    read_all();
    assert_int_equal(book->rows.accepted, 1);
    assert_int_equal(book->rows.superseded, 4);
    assert_int_equal(problem(0)->row.newer, 5);
    assert_int_equal(problem(1)->row.newer, 0);
    assert_int_equal(diag_count_rule(diag, RULE_ID_CONFLICT), 0);
}

static void
many_rows_with_one_id_cost_no_more_than_few(void **state)
{
    enum { ROWS = 60000 };
    char *content = malloc(ROWS * 64 + 128), *end = content;

    (void)state;
    end += sprintf(end, "%s", HEAD);
    for (int i = 0; i < ROWS; i++)
        end += sprintf(end, "1,第%d路,%d局,2025-06-01,,办理中\n", i, i);
    give("a.csv", 10, content);
    free(content);
    read_all();
    assert_int_equal(book->rows.read, ROWS);
    assert_true(diag_count_rule(diag, RULE_ID_REUSED) > 0);
}

static void
persons_are_the_same_by_id_and_by_name(void **state)
{
    (void)state;
    give("cadres.csv", 9,
         "干部编号,姓名,派出单位,战场\nG1,张三,区人社局,重点项目\n");
    give("2025-09/outcomes.csv", 9,
         "时间,姓名,类型,现任\n2025-06-01,张三,提拔使用,副局长\n"
         "2025-03-01,张三,评先评优,\n");
    give("2025-10/outcomes.csv", 10,
         "时间,姓名,类型,现任\n2025-06-02,G1,提拔使用,\n"
         "2025-09-01,G1,评先评优,\n");
    read_all();
    assert_int_equal(book->ledgers[LEDGER_outcomes].accepted, 3);
    assert_int_equal(book->rows.superseded, 1);
}

static void
a_person_by_id_and_by_name_is_no_other_content(void **state)
{
    (void)state;
    give("cadres.csv", 10,
         "干部编号,姓名,派出单位,战场\nG1,张三,区人社局,重点项目\n"
         "G2,李四,区人社局,重点项目\n");
    give("outcomes.csv", 10,
         "时间,姓名,类型,现任\n2025-06-01,张三,提拔使用,副局长\n"
         "2025-06-01,G1,提拔使用,副局长\n"
         "2025-06-01,G2,提拔使用,副局长\n"
         "2025-06-02,李四,提拔使用,副局长\n");
    read_all();
    assert_int_equal(book->rows.duplicate, 1);
    assert_int_equal(book->rows.rejected, 2); /* two days of one promotion */
    assert_int_equal(book->ledgers[LEDGER_outcomes].accepted, 1);
}

static void
sessions_of_nobody_named_are_told_apart_by_topic(void **state)
{
    (void)state;
    give("mentoring.csv", 10,
         "时间,形式,导师,帮带对象,次数,主题\n"
         "2025-10-09,座谈会,,,1,招商\n2025-10-09,座谈会,,,1,用工\n"
         "2025-10-09,一对一辅导,王一,李二,1,招商\n"
         "2025-10-09,一对一辅导,王一,李二,1,用工\n");
    read_all();
    assert_int_equal(book->rows.accepted, 2);
    assert_int_equal(book->rows.rejected, 2);
}

static void
a_closing_day_of_an_older_export_stands(void **state)
{
    (void)state;
    give("2025-09/a.csv", 9,
         HEAD "1,甲,区人社局,2025-06-01,2025-08-20,已办结\n");
    give("2025-10/a.csv", 10, HEAD "1,甲,区人社局,2025-06-01,,已办结\n");
    give("2025-11/a.csv", 11, HEAD "1,甲,区人社局,2025-06-01,,已办结\n");
    read_all();
    assert_int_equal(problem(2)->closed_on.month, 8);
    assert_int_equal(problem(2)->closed_on.day, 20);
    assert_int_equal(problem(2)->row.flags & ROW_CLOSED_ASSUMED, 0);
    assert_int_equal(diag_count_rule(diag, RULE_CLOSED_MISSING), 1);
}

static void
rows_set_aside_never_supersede(void **state)
{
    (void)state;
    give("2025-09/a.csv", 9, HEAD "1,甲,区人社局,2025-06-01,,办理中\n");
    give("2025-10/a.csv", 10,
         HEAD "1,甲,区人社局,2025-06-01,,办理中\n"
              "1,乙,区人社局,2025-06-01,,办理中\n");
    read_all();
    assert_int_equal(book->rows.rejected, 2);
    assert_int_equal(book->rows.accepted, 1);
    assert_int_equal(problem(0)->row.state, ROW_ACCEPTED);
}

static void
a_row_left_out_later_still_counts(void **state)
{
    (void)state;
    give("2025-09/a.csv", 9,
         HEAD "1,甲,区人社局,2025-06-01,,办理中\n"
              "2,乙,区人社局,2025-06-01,,办理中\n");
    give("2025-10/a.csv", 10, HEAD "1,甲,区人社局,2025-06-01,,办理中\n");
    read_all();
    assert_int_equal(book->rows.accepted, 2);
    assert_int_equal(diag_count_rule(diag, RULE_RECORD_MISSING), 1);
    assert_true((problem(1)->row.flags & ROW_MISSING_LATER) != 0);
}

static void
a_full_list_withdraws_what_is_open_and_its_units_own(void **state)
{
    struct returns_entry returns = {
        TEXT("returns.problems"), TEXT("problems"), RETURNS_CUMULATIVE, {0}};

    (void)state;
    codes.returns = &returns;
    codes.returns_count = 1;
    give("2025-09/a.csv", 9,
         HEAD "1,甲,区人社局,2025-06-01,,办理中\n"
              "2,乙,区人社局,2025-06-01,2025-06-09,已办结\n"
              "3,丙,区水利局,2025-06-01,,办理中\n"
              "4,丁,区人社局,2025-06-01,,办理中\n");
    give("2025-10/a.csv", 10,
         "填报单位：区人社局\n" HEAD "5,戊,区人社局,2025-06-01,,办理中\n"
         "4,丁,区人社局,待定,,办理中\n");
    give("2025-10/b.csv", 10, "填报单位：区水利局\n" HEAD);
    read_all();
    assert_int_equal(problem(0)->row.flags & ROW_WITHDRAWN, ROW_WITHDRAWN);
    for (size_t i = 1; i < 5; i++)
        assert_int_equal(problem(i)->row.flags & ROW_WITHDRAWN, 0);
    assert_int_equal(diag_count_rule(diag, RULE_RECORD_WITHDRAWN), 1);
    assert_int_equal(diag_count_rule(diag, RULE_RECORD_MISSING), 0);
    assert_false(row_counts_in(&problem(0)->row));
}

static void
the_same_title_of_two_units_is_suspected_never_merged(void **state)
{
    (void)state;
    give("a.csv", 10,
         HEAD "1,厂房不足,区人社局,2025-06-01,,办理中\n"
              "2,厂房不足,区经信局,2025-06-20,,办理中\n"
              "3,厂房一期,区人社局,2025-06-20,,办理中\n"
              "4,厂房二期,区经信局,2025-06-20,,办理中\n");
    read_all();
    assert_int_equal(book->rows.accepted, 4);
    assert_int_equal(diag_count_rule(diag, RULE_RECORD_SIMILAR), 1);
}

static void
solved_without_a_day_counts_from_the_first_folder(void **state)
{
    (void)state;
    give("2025-09/a.csv", 9, HEAD "1,甲,区人社局,2025-06-01,,已办结\n");
    give("2025-10/a.csv", 10, HEAD "1,甲,区人社局,2025-06-01,,已办结\n");
    read_all();
    assert_int_equal(problem(1)->closed_on.month, 9);
    assert_int_equal(problem(1)->closed_on.day, 0);
    assert_int_equal(diag_count_rule(diag, RULE_CLOSED_MISSING), 1);
}

static void
a_blank_status_follows_from_the_closing_day(void **state)
{
    (void)state;
    give("a.csv", 10, HEAD "1,甲,区人社局,2025-06-01,2025-06-09,\n");
    read_all();
    assert_int_equal(problem(0)->status.value, PROBLEM_SOLVED);
    assert_int_equal(diag_count_rule(diag, RULE_STATUS_INFERRED), 1);
}

static void
closed_before_raised_is_set_aside(void **state)
{
    (void)state;
    give("a.csv", 10, HEAD "1,甲,区人社局,2025-06-10,2025-06-09,已办结\n");
    read_all();
    assert_int_equal(book->rows.rejected, 1);
    assert_int_equal(diag_count_rule(diag, RULE_DATE_ORDER), 1);
}

static void
a_name_of_two_cadres_is_set_aside(void **state)
{
    (void)state;
    give("cadres.csv", 10,
         "干部编号,姓名,派出单位,战场\nG1,张三,区人社局,重点项目\n"
         "G2,张三,区经信局,企业服务\nG3,李四,区经信局,企业服务\n");
    give("outcomes.csv", 10,
         "时间,姓名,类型\n2025-06-01,张三,职级晋升\n"
         "2025-06-01,李四,职级晋升\n2025-06-01,王五,职级晋升\n"
         "2025-06-02,G1,职级晋升\n");
    read_all();
    assert_int_equal(diag_count_rule(diag, RULE_PERSON_AMBIGUOUS), 1);
    assert_int_equal(diag_count_rule(diag, RULE_PERSON_UNKNOWN), 1);
    assert_int_equal(book->files[1].rows.accepted, 3);
}

static void
a_total_beyond_all_measure_differs(void **state)
{
    struct dimension whole = {TEXT("攻坚能力"), 10000, false};

    (void)state;
    codes.dimensions = &whole;
    codes.dimension_count = 1;
    give("evaluations.csv", 10,
         "考评月份,干部编号,考评来源,攻坚能力,总分\n"
         "2025-10,G1,任务完成,90,9000000000000\n"
         "2025-10,G2,任务完成,90,-90\n2025-10,G3,任务完成,90,90\n");
    read_all();
    assert_int_equal(diag_count_rule(diag, RULE_SCORE_TOTAL), 2);
}

static void
without_folders_the_newest_event_tells_the_month(void **state)
{
    (void)state;
    give("a.csv", 0, HEAD "1,甲,区人社局,2025-06-10,2025-08-09,已办结\n");
    read_all();
    assert_int_equal(book->month.number, month_make(2025, 8).number);
}

int
main(void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        SENTENCE(the_header_decides_the_ledger_whatever_the_name),
        SENTENCE(one_title_twice_with_other_cells_rejects_the_file),
        SENTENCE(further_text_is_kept_with_its_title),
        SENTENCE(a_column_without_title_is_noted_once_if_it_has_content),
        SENTENCE(a_missing_required_column_rejects_the_file),
        SENTENCE(the_unit_above_the_header_stands_for_the_column),
        SENTENCE(personal_columns_are_dropped_with_a_warning),
        SENTENCE(a_record_merely_called_total_is_kept),
        SENTENCE(a_newer_folder_supersedes_and_is_linked),
        SENTENCE(an_id_used_for_two_matters_counts_both),
        SENTENCE(what_agrees_wholly_goes_before_what_agrees_in_part),
        SENTENCE(an_id_on_one_side_only_parts_no_matter),
        SENTENCE(a_row_without_id_joins_one_matter_alone),
        SENTENCE(a_blank_unit_filled_in_later_parts_no_matter),
        SENTENCE(a_blank_unit_beside_two_units_is_a_matter_of_its_own),
        SENTENCE(a_newer_folder_ends_a_dispute),
        SENTENCE(many_rows_with_one_id_cost_no_more_than_few),
        SENTENCE(persons_are_the_same_by_id_and_by_name),
        SENTENCE(a_person_by_id_and_by_name_is_no_other_content),
        SENTENCE(sessions_of_nobody_named_are_told_apart_by_topic),
        SENTENCE(a_closing_day_of_an_older_export_stands),
        SENTENCE(a_full_list_withdraws_what_is_open_and_its_units_own),
        SENTENCE(rows_set_aside_never_supersede),
        SENTENCE(a_row_left_out_later_still_counts),
        SENTENCE(the_same_title_of_two_units_is_suspected_never_merged),
        SENTENCE(solved_without_a_day_counts_from_the_first_folder),
        SENTENCE(a_blank_status_follows_from_the_closing_day),
        SENTENCE(closed_before_raised_is_set_aside),
        SENTENCE(a_name_of_two_cadres_is_set_aside),
        SENTENCE(a_total_beyond_all_measure_differs),
        SENTENCE(without_folders_the_newest_event_tells_the_month),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
