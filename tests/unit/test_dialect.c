#include "support/test.h"

#include <stdlib.h>

#include "base/arena.h"
#include "clean/dialect.h"

static struct dialect
find(const char *content)
{
    return dialect_find((struct dialect){.quote = 0}, text_of(content), 1);
}

static bool
is_found(const char *content, const char *delimiter)
{
    struct dialect dialect = find(content);

    return text_is(dialect.delimiter, delimiter) && dialect.quote == '"' &&
           dialect.escape == 0;
}

static void
the_delimiter_is_found(void **state)
{
    (void)state;
    assert_true(is_found("a,b\n1,2\n", ","));
    assert_true(is_found("a;b\n1,5;2,5\n", ";"));
    assert_true(is_found("a\tb\n1\t2\n", "\t"));
    assert_true(is_found("a|b\n\"1,2\"|3\n", "|"));
    assert_true(is_found("sep=|\na,b\n", "|"));
    assert_true(is_found("2025年台账\na;b;c\n1;2,5;3\n2;3,5;4\n", ";"));
}

static void
an_uneven_file_is_read_another_way_if_that_makes_it_even(void **state)
{
    const struct dialect quoted = find("a,b\n'1,2',3\n'x, \"y\"',4\n");

    (void)state;
    assert_true(is_found("a, b\n1, \"x, y\"\n2, \"z\"\n", ", "));
    assert_int_equal(find("a,b\n\"x\\\"y\",1\n\"z\\\"\",2\n").escape, '\\');
    assert_int_equal(quoted.quote, '\'');
}

static void
apostrophes_round_cells_of_every_row_are_quotes(void **state)
{
    (void)state;
    assert_int_equal(find("a,b\n'x','men's, boys' size'\n'1,2','y'\n").quote,
                     '\'');
    assert_int_equal(find("a,b\n'001,2\n'002,3,4\n'003,5\n").quote, '"');
    assert_int_equal(find("a,b\n'x','y'\n1,2\n3,4\n5,6\n7,8,9\n").quote, '"');
    assert_int_equal(find("a,b\n'x','y'\n'1','2'\n").quote, '"');
}

static void
a_sound_file_keeps_its_blanks_and_backslashes(void **state)
{
    (void)state;
    assert_true(is_found("a, b\n1, x\n2, y\n", ","));
    assert_true(is_found("a,b\n\"C:\\\",1\n\"D:\\\",2\n", ","));
    assert_true(is_found("a,b\n1, leading\n", ","));
}

static void
what_is_translated_is_revealed_again(void **state)
{
    static const char content[] = "a::'x \" y'::\\'::\\\\::\\n::\x1F";
    const struct dialect dialect = {TEXT("::"), '\'', '\\'};
    struct arena *arena = arena_new();
    struct text translated;
    char *memory = dialect_translate(&dialect, text_of(content), &translated);

    (void)state;
    assert_non_null(memory);
    assert_int_equal(dialect_delimiter(&dialect), 0x1F);
    assert_true(text_is(dialect_reveal(&dialect, arena, translated),
                        "a::'x \" y'::'::\\::\\n::\x1F"));
    free(memory);
    arena_free(arena);
}

static void
line_ends_behind_an_escape_are_counted(void **state)
{
    const struct dialect dialect = {TEXT(","), '"', '\\'};
    struct text translated;
    char *memory =
        dialect_translate(&dialect, text_of("a\\\nb\nc\\\n"), &translated);

    (void)state;
    assert_int_equal(dialect_hidden_lines(translated), 2);
    free(memory);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_delimiter_is_found),
        cmocka_unit_test(
            an_uneven_file_is_read_another_way_if_that_makes_it_even),
        cmocka_unit_test(apostrophes_round_cells_of_every_row_are_quotes),
        cmocka_unit_test(a_sound_file_keeps_its_blanks_and_backslashes),
        cmocka_unit_test(what_is_translated_is_revealed_again),
        cmocka_unit_test(line_ends_behind_an_escape_are_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
