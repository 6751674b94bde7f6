#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "cli/options.h"

struct desk {
    struct arena *arena;
    struct diag *diag;
    struct options options;
};

static int
set_up(void **state)
{
    struct desk *desk = calloc(1, sizeof(*desk));

    desk->arena = arena_new();
    desk->diag = diag_new();
    *state = desk;
    return 0;
}

static int
tear_down(void **state)
{
    struct desk *desk = *state;

    diag_free(desk->diag);
    arena_free(desk->arena);
    free(desk);
    return 0;
}

static bool
read_line(struct desk *desk, const char *line)
{
    char *words = arena_copy(desk->arena, line, strlen(line));
    char **arguments = arena_take(desk->arena, 32 * sizeof(char *));
    size_t count = 0;

    for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
        arguments[count++] = word;
    return options_read(desk->arena, arguments, desk->diag, &desk->options);
}

static void
what_is_not_given_has_its_default(void **state)
{
    struct desk *desk = *state;

    assert_true(read_line(desk, "shiji build"));
    assert_int_equal(desk->options.command, COMMAND_build);
    assert_string_equal(desk->options.values[OPTION_INPUT], "input");
    assert_string_equal(desk->options.values[OPTION_OUTPUT], "output");
    assert_string_equal(desk->options.values[OPTION_EDITION], "public");
    assert_int_equal(desk->options.language, ZH);
    assert_false(desk->options.given[OPTION_INPUT]);
    assert_null(desk->options.values[OPTION_MONTH]);
}

static void
a_value_may_be_joined_or_apart(void **state)
{
    static const char *const lines[] = {
        "shiji build -i ledgers",      "shiji build -iledgers",
        "shiji build --input ledgers", "shiji build --input=ledgers",
        "shiji build -qi ledgers",
    };

    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        struct desk *desk = *state;

        assert_true(read_line(desk, lines[i]));
        assert_string_equal(desk->options.values[OPTION_INPUT], "ledgers");
    }
}

static void
options_and_operands_may_stand_in_any_order(void **state)
{
    struct desk *desk = *state;

    assert_true(read_line(desk, "shiji -l en check one.csv -q two.csv"));
    assert_int_equal(desk->options.operand_count, 2);
    assert_string_equal(desk->options.operands[1], "two.csv");
    assert_int_equal(desk->options.language, EN);
    assert_true(desk->options.given[OPTION_QUIET]);
}

static void
behind_two_hyphens_all_are_operands(void **state)
{
    struct desk *desk = *state;

    assert_true(read_line(desk, "shiji check -- -q"));
    assert_int_equal(desk->options.operand_count, 1);
    assert_string_equal(desk->options.operands[0], "-q");
}

static void
the_same_letter_means_what_the_command_says(void **state)
{
    struct desk *desk = *state;

    assert_true(read_line(desk, "shiji clean -o new.csv old.csv"));
    assert_string_equal(desk->options.values[OPTION_RESULT], "new.csv");
    assert_false(desk->options.given[OPTION_OUTPUT]);
}

static void
an_option_of_another_command_is_unknown(void **state)
{
    struct desk *desk = *state;

    assert_false(read_line(desk, "shiji check --port 80"));
    assert_int_equal(diag_count_rule(desk->diag, RULE_OPTION_UNKNOWN), 1);
    assert_int_equal(diag_exit_status(desk->diag), 2);
}

static void
a_bad_value_is_refused(void **state)
{
    static const char *const lines[] = {
        "shiji build -m 2025-13",    "shiji build -e secret",
        "shiji build --format md",   "shiji watch --port 80x",
        "shiji build --strict=yes",  "shiji build --revise=",
        "shiji clean --header -1 x", "shiji build -e pub",
    };

    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        struct desk *desk = *state;
        size_t before = diag_count_rule(desk->diag, RULE_OPTION_VALUE);

        assert_false(read_line(desk, lines[i]));
        assert_int_equal(diag_count_rule(desk->diag, RULE_OPTION_VALUE),
                         before + 1);
    }
}

static void
too_many_operands_are_refused(void **state)
{
    struct desk *desk = *state;

    assert_false(read_line(desk, "shiji build extra"));
    assert_false(read_line(desk, "shiji clean one two"));
    assert_int_equal(diag_count_rule(desk->diag, RULE_OPERAND_EXTRA), 2);
}

static void
what_is_left_out_is_asked_for(void **state)
{
    struct desk *desk = *state;

    assert_false(read_line(desk, "shiji build -m"));
    assert_false(read_line(desk, "shiji clean"));
    assert_int_equal(diag_count_rule(desk->diag, RULE_OPTION_ARGUMENT), 1);
    assert_int_equal(diag_count_rule(desk->diag, RULE_OPERAND_MISSING), 1);
}

static void
a_mistake_is_told_in_the_language_asked_for(void **state)
{
    static const char *const lines[] = {
        "shiji bild -l en",
        "shiji build -x -len",
        "shiji build --x --language=en",
    };

    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        struct desk *desk = *state;

        assert_false(read_line(desk, lines[i]));
        assert_int_equal(desk->options.spoken, EN);
    }
}

static void
asking_for_help_needs_no_operand(void **state)
{
    struct desk *desk = *state;

    assert_true(read_line(desk, "shiji clean --help"));
    assert_true(desk->options.given[OPTION_HELP]);
}

int
main(void)
{
#define TEST_OF(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST_OF(what_is_not_given_has_its_default),
        TEST_OF(a_value_may_be_joined_or_apart),
        TEST_OF(options_and_operands_may_stand_in_any_order),
        TEST_OF(behind_two_hyphens_all_are_operands),
        TEST_OF(the_same_letter_means_what_the_command_says),
        TEST_OF(an_option_of_another_command_is_unknown),
        TEST_OF(a_bad_value_is_refused),
        TEST_OF(too_many_operands_are_refused),
        TEST_OF(what_is_left_out_is_asked_for),
        TEST_OF(a_mistake_is_told_in_the_language_asked_for),
        TEST_OF(asking_for_help_needs_no_operand),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
