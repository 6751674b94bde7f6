#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "intake/records.h"
#include "intake/source.h"

/* All records of a content, written down: cells in brackets, a record a line,
   "!" and "?" in front of one with a stray or unclosed quote. */
static char *
written(const char *content, char delimiter, size_t expected)
{
    struct records *records = records_open(text_of(content), delimiter);
    struct record record;
    char *text = NULL;
    size_t size;
    FILE *stream = open_memstream(&text, &size);

    records_expect(records, expected);
    while (records_next(records, &record)) {
        fprintf(stream, "%u/%u/%u%s", record.line, record.row, record.lines,
                record.damage == DAMAGE_STRAY      ? "!"
                : record.damage == DAMAGE_UNCLOSED ? "?"
                                                   : "");
        for (size_t i = 0; i < record.count; i++)
            fprintf(stream, "[%.*s]", TEXT_ARG(record.cells[i]));
        fputc('\n', stream);
    }
    records_close(records);
    fclose(stream);
    return text;
}

static void
demand(const char *content, char delimiter, size_t expected, const char *wanted)
{
    char *have = written(content, delimiter, expected);

    assert_string_equal(have, wanted);
    free(have);
}

static void
all_line_ends_end_a_record(void **state)
{
    (void)state;
    demand("a,b\nc,d\r\ne,f\rg,h", ',', 0,
           "1/1/1[a][b]\n2/2/1[c][d]\n3/3/1[e][f]\n4/4/1[g][h]\n");
}

static void
blanks_are_content(void **state)
{
    (void)state;
    demand(" a , b\t\n", ',', 0, "1/1/1[ a ][ b\t]\n");
}

static void
a_blank_line_is_a_record_without_cells(void **state)
{
    (void)state;
    demand("a\n\n,\n\"\"\n", ',', 0, "1/1/1[a]\n2/2/1\n3/3/1[][]\n4/4/1[]\n");
}

static void
quotes_are_undone(void **state)
{
    (void)state;
    demand("\"a,\"\"b\"\"\",\"\",c\n", ',', 0, "1/1/1[a,\"b\"][][c]\n");
}

static void
a_cell_may_run_over_lines(void **state)
{
    (void)state;
    demand("1,\"a\r\nb\",c\n2,d,e\n", ',', 3,
           "1/1/2[1][a\r\nb][c]\n3/2/1[2][d][e]\n");
}

static void
an_unclosed_quote_costs_its_own_line_only(void **state)
{
    (void)state;
    demand("a,b\n1,\"x\n2,y\n3,z", ',', 2,
           "1/1/1[a][b]\n2/2/1?[1,\"x]\n3/3/1[2][y]\n4/4/1[3][z]\n");
    demand("1,\"x\n2,\"y\"\n", ',', 2, "1/1/1?[1,\"x]\n2/2/1[2][y]\n");
}

static void
a_record_closed_by_a_later_quote_is_known_by_its_cells(void **state)
{
    (void)state;
    demand("1,\"x\n2,y\n3,z\",r\n", ',', 2,
           "1/1/1?[1,\"x]\n2/2/1[2][y]\n3/3/1![3,z\",r]\n");
}

static void
a_ragged_record_over_several_lines_is_one_record(void **state)
{
    (void)state;
    demand("1,2,\"a\nb\",4,more\n5,6,7,8\n", ',', 4,
           "1/1/2[1][2][a\nb][4][more]\n3/2/1[5][6][7][8]\n");
    demand("1,\"a\nb\"\n5,6,7,8\n", ',', 4,
           "1/1/2[1][a\nb]\n3/2/1[5][6][7][8]\n");
}

static void
a_quote_does_not_make_two_records_one_of_more_cells(void **state)
{
    (void)state;
    demand("1,2,\"3,4\n5,6\",7,8\n", ',', 4,
           "1/1/1?[1,2,\"3,4]\n2/2/1![5,6\",7,8]\n");
}

static void
a_stray_quote_costs_its_own_line_only(void **state)
{
    (void)state;
    demand("\"a\"b,c\nd,e\"f\"\ng,h\n", ',', 2,
           "1/1/1![\"a\"b,c]\n2/2/1![d,e\"f\"]\n3/3/1[g][h]\n");
}

static void
a_text_formula_is_a_cell(void **state)
{
    (void)state;
    demand("=\"0005\",\"a,b\",=\"1\"\n", ',', 0,
           "1/1/1[=\"0005\"][a,b][=\"1\"]\n");
}

static void
a_mark_at_the_start_of_a_line_is_passed_over(void **state)
{
    (void)state;
    demand("\"a\",b\n\xEF\xBB\xBF\"c\",d\n", ',', 0,
           "1/1/1[a][b]\n2/2/1[c][d]\n");
}

static void
the_sep_line_takes_no_row(void **state)
{
    (void)state;
    assert_int_equal(records_stated(text_of("sep=;\r\na;b")), ';');
    assert_int_equal(records_stated(text_of("sep=\t\n")), '\t');
    assert_int_equal(records_stated(text_of("sep=;;\n")), 0);
    assert_int_equal(records_stated(text_of("sep=\r\n")), 0);
    assert_int_equal(records_stated(text_of("sep\x1d;\n")), 0);
    assert_int_equal(records_stated(text_of("separator\n")), 0);
    demand("sep=;\r\na;b\n", ';', 0, "2/1/1[a][b]\n");
}

static void
a_record_of_200_lines_is_the_longest(void **state)
{
    char content[500] = "\"";
    struct records *records;
    struct record record;

    (void)state;
    memset(content + 1, '\n', 199);
    strcpy(content + 200, "\"");
    records = records_open(text_of(content), ',');
    assert_true(records_next(records, &record));
    assert_int_equal(record.lines, 200);
    assert_int_equal(record.damage, UNDAMAGED);
    records_close(records);
    memset(content + 1, '\n', 200);
    strcpy(content + 201, "\"");
    records = records_open(text_of(content), ',');
    assert_true(records_next(records, &record));
    assert_int_equal(record.lines, 1);
    assert_int_equal(record.damage, DAMAGE_UNCLOSED);
    records_close(records);
}

static void
a_reader_goes_back_to_a_mark(void **state)
{
    struct records *records = records_open(text_of("a\nb\nc\n"), ',');
    struct record record;
    struct mark mark;

    (void)state;
    records_next(records, &record);
    mark = records_mark(records);
    records_next(records, &record);
    records_next(records, &record);
    records_rewind(records, mark);
    assert_true(records_next(records, &record));
    assert_true(text_is(record.cells[0], "b"));
    assert_int_equal(record.line, 2);
    assert_int_equal(record.row, 2);
    records_close(records);
}

static void
a_record_can_be_read_again(void **state)
{
    struct text content = text_of("x,y\n1,\"a\n\"\"b\"\"\",c\n");
    struct arena *arena = arena_new();
    struct record record;

    (void)state;
    record_reread(arena, &(struct source){.content = content}, ',', 4, &record);
    assert_int_equal(record.count, 3);
    assert_true(text_is(record.cells[1], "a\n\"b\""));
    assert_true(text_is(record.cells[2], "c"));
    arena_free(arena);
}

static void
a_field_is_found_on_its_line(void **state)
{
    struct text content = text_of("x\r\n1,\"a\r\n,b\",c,\"d\ne\",f");
    struct records *records = records_open(content, ',');
    struct record record;

    (void)state;
    records_next(records, &record);
    records_next(records, &record);
    assert_int_equal(record.count, 5);
    assert_int_equal(record_field_line(content, ',', &record, 1), 2);
    assert_int_equal(record_field_line(content, ',', &record, 2), 2);
    assert_int_equal(record_field_line(content, ',', &record, 3), 3);
    assert_int_equal(record_field_line(content, ',', &record, 4), 3);
    assert_int_equal(record_field_line(content, ',', &record, 5), 4);
    records_close(records);
}

static void
a_large_cell_and_many_columns_are_read(void **state)
{
    size_t large = 10 * 1000 * 1000, columns = 100 * 1000;
    char *content = malloc(large + columns + 8);
    struct records *records;
    struct record record;

    (void)state;
    content[0] = '"';
    memset(content + 1, 'x', large);
    content[large / 2] = '\n';
    content[large + 1] = '"';
    content[large + 2] = '\n';
    memset(content + large + 3, ',', columns);
    records = records_open((struct text){content, large + 3 + columns}, ',');
    assert_true(records_next(records, &record));
    assert_int_equal(record.cells[0].length, large);
    assert_true(records_next(records, &record));
    assert_int_equal(record.count, columns + 1);
    assert_false(records_next(records, &record));
    records_close(records);
    free(content);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_line_ends_end_a_record),
        cmocka_unit_test(blanks_are_content),
        cmocka_unit_test(a_blank_line_is_a_record_without_cells),
        cmocka_unit_test(quotes_are_undone),
        cmocka_unit_test(a_cell_may_run_over_lines),
        cmocka_unit_test(an_unclosed_quote_costs_its_own_line_only),
        cmocka_unit_test(
            a_record_closed_by_a_later_quote_is_known_by_its_cells),
        cmocka_unit_test(a_ragged_record_over_several_lines_is_one_record),
        cmocka_unit_test(a_quote_does_not_make_two_records_one_of_more_cells),
        cmocka_unit_test(a_stray_quote_costs_its_own_line_only),
        cmocka_unit_test(a_text_formula_is_a_cell),
        cmocka_unit_test(a_mark_at_the_start_of_a_line_is_passed_over),
        cmocka_unit_test(the_sep_line_takes_no_row),
        cmocka_unit_test(a_record_of_200_lines_is_the_longest),
        cmocka_unit_test(a_reader_goes_back_to_a_mark),
        cmocka_unit_test(a_record_can_be_read_again),
        cmocka_unit_test(a_field_is_found_on_its_line),
        cmocka_unit_test(a_large_cell_and_many_columns_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
