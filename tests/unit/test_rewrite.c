#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "clean/column_counts.h"
#include "clean/rewrite.h"
#include "intake/source.h"

enum { QUIET = RULE_COUNT };

static struct rewritten done;

/* What becomes of a content; the rule is one that must be reported once, or
   QUIET for a file without any message. */
static void
asked(struct rewrite_request request, const char *content, int rule,
      const char *wanted)
{
    struct source source = {.path = "a.csv", .content = text_of(content)};
    struct diag *diag = diag_new();
    char *text = NULL;
    size_t size, count;
    FILE *stream = open_memstream(&text, &size);

    assert_true(rewrite(&request, &source, stream, diag, &done));
    fclose(stream);
    assert_string_equal(text, wanted);
    diag_messages(diag, &count);
    assert_int_equal(count, rule == QUIET ? 0 : 1);
    if (rule != QUIET)
        assert_int_equal(diag_count_rule(diag, (enum rule)rule), 1);
    assert_int_equal(done.read, done.written + done.aside + done.left_out);
    free(text);
    diag_free(diag);
}

static void
cleans(const char *content, int rule, const char *wanted)
{
    asked((struct rewrite_request){.header_records = 1}, content, rule, wanted);
}

static void
the_output_is_plain_csv(void **state)
{
    (void)state;
    cleans("a;b\n\n1,5;\"x \"\"y\"\"\nz\"\n", QUIET,
           "a,b\r\n\"1,5\",\"x \"\"y\"\"\nz\"\r\n");
    cleans("a,b\n\"\xEF\xBB\xBFx\",1\n", QUIET,
           "a,b\r\n\"\xEF\xBB\xBFx\",1\r\n");
    cleans("\"sep=;\"\n\"a;b\"\n", QUIET, "\"sep=;\"\r\na;b\r\n");
    cleans("a\n\"\"\n1\n", QUIET, "a\r\n\"\"\r\n1\r\n");
}

static void
stated_quotes_and_escapes_are_undone(void **state)
{
    (void)state;
    asked((struct rewrite_request){{TEXT(","), '\'', 0}, 1}, "a,b\n'1,2',\"\n",
          QUIET, "a,b\r\n\"1,2\",\"\"\"\"\r\n");
    asked((struct rewrite_request){{TEXT(","), 0, '\\'}, 1},
          "a,b\n\"x\\\"y\",1\\,2\n", QUIET, "a,b\r\n\"x\"\"y\",\"1,2\"\r\n");
    asked((struct rewrite_request){{TEXT("，"), 0, 0}, 1}, "甲，乙\n1，2,3\n",
          QUIET, "甲,乙\r\n1,\"2,3\"\r\n");
}

static void
a_repaired_cell_keeps_the_stated_quote(void **state)
{
    (void)state;
    asked((struct rewrite_request){{TEXT(","), '\'', 0}, 1},
          "a,b\nMen's,'x,y'\n", RULE_LINE_REPAIRED, "a,b\r\nMen's,\"x,y\"\r\n");
}

static void
a_line_with_one_reading_is_repaired(void **state)
{
    (void)state;
    cleans("a,b\nx \"y\" z,1\n2,3\n", RULE_LINE_REPAIRED,
           "a,b\r\n\"x \"\"y\"\" z\",1\r\n2,3\r\n");
    cleans("a,b,c\n1, \"x,y\" ,2\n3,4,5\n", RULE_LINE_REPAIRED,
           "a,b,c\r\n1,\"x,y\",2\r\n3,4,5\r\n");
}

static void
a_line_with_two_readings_is_set_aside(void **state)
{
    (void)state;
    cleans("a,b\n1,\"x\n2,3\n", RULE_QUOTE_UNCLOSED, "a,b\r\n2,3\r\n");
}

static void
short_rows_are_filled_and_long_ones_set_aside(void **state)
{
    (void)state;
    cleans("a,b\n1\n2,3\n4,5\n", RULE_ROW_PADDED,
           "a,b\r\n1,\r\n2,3\r\n4,5\r\n");
    cleans("a,b\n1,2,,\n2,3,4\n5,6\n", RULE_ROW_RAGGED,
           "a,b\r\n1,2\r\n5,6\r\n");
}

static void
a_row_wider_than_the_others_is_told_even_if_nothing_is_lost(void **state)
{
    (void)state;
    cleans("a,b,c\n1,2,\n3,,4,\n5,6,\n", RULE_ROW_TRIMMED,
           "a,b,c\r\n1,2,\r\n3,,4\r\n5,6,\r\n");
}

static void
a_header_unlike_the_rows_is_blamed_once(void **state)
{
    (void)state;
    cleans("a,,b\n1,2\n3,4\n", RULE_HEADER_GAP, "a,b\r\n1,2\r\n3,4\r\n");
    cleans("a,b,\n1,2\n3,4\n", RULE_HEADER_CELLS, "a,b\r\n1,2\r\n3,4\r\n");
    cleans("a,\n1,2\n", QUIET, "a,\r\n1,2\r\n");
    cleans("ab\n1,2\n3,4\n", RULE_HEADER_CELLS, "ab,\r\n1,2\r\n3,4\r\n");
}

static void
what_stands_above_the_header_is_left_out_and_told(void **state)
{
    static const char sheet[] = "台账,,\n,,\na,b,c\n1,2,3\n4,5,6\n7,8,9\n";

    (void)state;
    cleans(sheet, RULE_TEXT_ABOVE, "a,b,c\r\n1,2,3\r\n4,5,6\r\n7,8,9\r\n");
    assert_int_equal(done.left_out, 2);
    asked((struct rewrite_request){.header_records = 0}, sheet, QUIET,
          "台账,,\r\n,,\r\na,b,c\r\n1,2,3\r\n4,5,6\r\n7,8,9\r\n");
}

static void
a_damaged_header_is_no_record(void **state)
{
    (void)state;
    cleans("a,b,c\"d\",e\n1,2,3,4,5\n6,7,8,9,0\n", RULE_LINE_REPAIRED,
           "a,b,c,d,e\r\n1,2,3,4,5\r\n6,7,8,9,0\r\n");
    cleans("a,b\"c,d,e\"f,g\n1,2,3\n4,5,6\n", RULE_HEADER_KEPT,
           "a,\"b\"\"c\",\"d,e\"\"f,g\"\r\n1,2,3\r\n4,5,6\r\n");
}

static void
a_header_may_be_split_by_another_delimiter(void **state)
{
    (void)state;
    cleans("a;b;c\n1,2,3\n4,5,6\n", RULE_HEADER_DELIMITER,
           "a,b,c\r\n1,2,3\r\n4,5,6\r\n");
    cleans("\"a\"\t\"b,c\"\td\n1,2,3\n4,5,6\n", RULE_HEADER_DELIMITER,
           "a,\"b,c\",d\r\n1,2,3\r\n4,5,6\r\n");
    cleans("a \"b\" c\n1,2,3\n4,5,6\n", RULE_HEADER_DELIMITER,
           "a,b,c\r\n1,2,3\r\n4,5,6\r\n");
    cleans("a;b\n1,2,3\n4,5,6\n", RULE_TEXT_ABOVE, "1,2,3\r\n4,5,6\r\n");
    cleans("x:1;y;z\na,b,c\n1,2,3\n4,5,6\n", RULE_TEXT_ABOVE,
           "a,b,c\r\n1,2,3\r\n4,5,6\r\n");
    cleans("a b c\n1,2,3\n4,5,6\n", RULE_TEXT_ABOVE, "1,2,3\r\n4,5,6\r\n");
}

static void
a_small_table_below_many_lines_is_found(void **state)
{
    static const char sheet[] = "x\ny\nz\nu\nv\na,b,c\n1,2,3\n";
    struct column_counts found =
        column_counts_of(text_of(sheet), ',', 1, SIZE_MAX);

    (void)state;
    assert_int_equal(found.above, 5);
    assert_int_equal(found.usual, 3);
}

static void
a_group_row_is_part_of_the_header_stated(void **state)
{
    (void)state;
    asked((struct rewrite_request){.header_records = 2},
          "x,,\na,b,c\n1,2,3\n4,5,6\n", QUIET, "x a,b,c\r\n1,2,3\r\n4,5,6\r\n");
    asked((struct rewrite_request){.header_records = 2},
          "t,,\na,b,\n,c,d\n1,2,3\n4,5,6\n", RULE_TEXT_ABOVE,
          "a,b c,d\r\n1,2,3\r\n4,5,6\r\n");
}

static void
a_further_cell_of_blanks_is_no_fault(void **state)
{
    (void)state;
    cleans("a,b\n1,2\n3,4\n5,6, \n", RULE_ROW_TRIMMED,
           "a,b\r\n1,2\r\n3,4\r\n5,6\r\n");
}

static void
a_header_of_several_records_becomes_one(void **state)
{
    (void)state;
    asked((struct rewrite_request){.header_records = 2},
          "时间,,状态\n提出,办结,\n1,2,3\n", QUIET,
          "时间 提出,办结,状态\r\n1,2,3\r\n");
}

static void
a_header_that_stands_again_is_left_out_and_told(void **state)
{
    (void)state;
    cleans("a,b\n1,2\na,b\n3,4\n", RULE_HEADER_REPEATED,
           "a,b\r\n1,2\r\n3,4\r\n");
    cleans("a,b,,\n1,2,,\na,b,,\n3,4,,\n", RULE_HEADER_REPEATED,
           "a,b,,\r\n1,2,,\r\n3,4,,\r\n");
    cleans("a,b,c\n1,2,3\na,b,\n3,4,5\n", RULE_HEADER_REPEATED,
           "a,b,c\r\n1,2,3\r\n3,4,5\r\n");
    cleans("a,b,c\n1,2,3\na,b\n3,4,5\n", RULE_HEADER_REPEATED,
           "a,b,c\r\n1,2,3\r\n3,4,5\r\n");
    cleans("a,b,c,d\n1,2,3,4\na,b,,\n5,6,7,8\n", QUIET,
           "a,b,c,d\r\n1,2,3,4\r\na,b,,\r\n5,6,7,8\r\n");
    cleans("a\n1\na\n", QUIET, "a\r\n1\r\na\r\n");
    asked((struct rewrite_request){.header_records = 0}, "a,b\na,b\n", QUIET,
          "a,b\r\na,b\r\n");
}

static void
empty_rows_at_the_end_are_left_out(void **state)
{
    (void)state;
    cleans("a,b\n1,2\n,\n3,4\n,\n,\n", QUIET, "a,b\r\n1,2\r\n,\r\n3,4\r\n");
    assert_int_equal(done.left_out, 2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_output_is_plain_csv),
        cmocka_unit_test(stated_quotes_and_escapes_are_undone),
        cmocka_unit_test(a_repaired_cell_keeps_the_stated_quote),
        cmocka_unit_test(a_line_with_one_reading_is_repaired),
        cmocka_unit_test(a_line_with_two_readings_is_set_aside),
        cmocka_unit_test(short_rows_are_filled_and_long_ones_set_aside),
        cmocka_unit_test(
            a_row_wider_than_the_others_is_told_even_if_nothing_is_lost),
        cmocka_unit_test(a_header_unlike_the_rows_is_blamed_once),
        cmocka_unit_test(what_stands_above_the_header_is_left_out_and_told),
        cmocka_unit_test(a_damaged_header_is_no_record),
        cmocka_unit_test(a_header_may_be_split_by_another_delimiter),
        cmocka_unit_test(a_small_table_below_many_lines_is_found),
        cmocka_unit_test(a_group_row_is_part_of_the_header_stated),
        cmocka_unit_test(a_further_cell_of_blanks_is_no_fault),
        cmocka_unit_test(a_header_of_several_records_becomes_one),
        cmocka_unit_test(a_header_that_stands_again_is_left_out_and_told),
        cmocka_unit_test(empty_rows_at_the_end_are_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
