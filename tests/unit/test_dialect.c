#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "intake/dialect.h"
#include "intake/repair.h"
#include "intake/source.h"

/* What becomes of a content; the rule is one that must be reported once, or
   RULE_COUNT for a file without any message. */
static void
cleans(struct clean_request request, const char *content, enum rule rule,
       const char *wanted)
{
    struct source source = {.path = "a.csv", .content = text_of(content)};
    struct diag *diag = diag_new();
    char *text = NULL;
    size_t size, count;
    FILE *stream = open_memstream(&text, &size);

    request.header_lines = 1;
    assert_true(dialect_clean(&request, &source, stream, diag));
    fclose(stream);
    assert_string_equal(text, wanted);
    diag_messages(diag, &count);
    assert_int_equal(count, rule == RULE_COUNT ? 0 : 1);
    if (rule != RULE_COUNT)
        assert_int_equal(diag_count_rule(diag, rule), 1);
    free(text);
    diag_free(diag);
}

static void
the_delimiter_is_found(void **state)
{
    (void)state;
    assert_int_equal(dialect_delimiter(text_of("a,b\n1,2\n")), ',');
    assert_int_equal(dialect_delimiter(text_of("a;b\n1,5;2,5\n")), ';');
    assert_int_equal(dialect_delimiter(text_of("a\tb\n1\t2\n")), '\t');
    assert_int_equal(dialect_delimiter(text_of("a|b\n\"1,2\"|3\n")), '|');
    assert_int_equal(dialect_delimiter(text_of("sep=|\na,b\n")), '|');
}

static void
the_output_is_plain_csv(void **state)
{
    (void)state;
    cleans((struct clean_request){0}, "a;b\n\n1,5;\"x \"\"y\"\"\nz\"\n",
           RULE_COUNT, "a,b\r\n\"1,5\",\"x \"\"y\"\"\nz\"\r\n");
}

static void
stated_quotes_and_escapes_are_undone(void **state)
{
    (void)state;
    cleans((struct clean_request){.delimiter = ',', .quote = '\''},
           "a,b\n'1,2',\"\n", RULE_COUNT, "a,b\r\n\"1,2\",\"\"\"\"\r\n");
    cleans((struct clean_request){.delimiter = ',', .escape = '\\'},
           "a,b\n\"x\\\"y\",1\\,2\n", RULE_COUNT,
           "a,b\r\n\"x\"\"y\",\"1,2\"\r\n");
}

static void
a_line_with_one_reading_is_repaired(void **state)
{
    (void)state;
    cleans((struct clean_request){0}, "a,b\nx \"y\" z,1\n2,3\n",
           RULE_LINE_REPAIRED, "a,b\r\n\"x \"\"y\"\" z\",1\r\n2,3\r\n");
    cleans((struct clean_request){0}, "a,b,c\n1, \"x,y\" ,2\n3,4,5\n",
           RULE_LINE_REPAIRED, "a,b,c\r\n1,\"x,y\",2\r\n3,4,5\r\n");
}

static void
a_line_with_two_readings_is_set_aside(void **state)
{
    (void)state;
    cleans((struct clean_request){0}, "a,b\n1,\"x\n2,3\n", RULE_QUOTE_UNCLOSED,
           "a,b\r\n2,3\r\n");
}

static void
short_rows_are_filled_and_long_ones_set_aside(void **state)
{
    (void)state;
    cleans((struct clean_request){0}, "a,b\n1\n2,3\n4,5\n", RULE_ROW_PADDED,
           "a,b\r\n1,\r\n2,3\r\n4,5\r\n");
    cleans((struct clean_request){0}, "a,b\n1,2,,\n2,3,4\n5,6\n",
           RULE_ROW_RAGGED, "a,b\r\n1,2\r\n5,6\r\n");
}

static void
repair_needs_the_number_of_cells(void **state)
{
    struct arena *arena = arena_new();
    struct text cells[4];

    (void)state;
    assert_true(repair_line(arena, text_of("1,\"a,b"), ',', 3, cells));
    assert_true(text_is(cells[1], "\"a"));
    assert_true(repair_line(arena, text_of("1,\"a,b"), ',', 2, cells));
    assert_true(text_is(cells[1], "a,b"));
    assert_false(repair_line(arena, text_of("1,\"a,b"), ',', 4, cells));
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_delimiter_is_found),
        cmocka_unit_test(the_output_is_plain_csv),
        cmocka_unit_test(stated_quotes_and_escapes_are_undone),
        cmocka_unit_test(a_line_with_one_reading_is_repaired),
        cmocka_unit_test(a_line_with_two_readings_is_set_aside),
        cmocka_unit_test(short_rows_are_filled_and_long_ones_set_aside),
        cmocka_unit_test(repair_needs_the_number_of_cells),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
