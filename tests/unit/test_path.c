#include "support/test.h"

#include "base/arena.h"
#include "base/path.h"

static void
a_plain_path_never_leads_out(void **state)
{
    static const char *const paths[][2] = {
        {"a/b.csv", "a/b.csv"},         {"./a//b.csv", "a/b.csv"},
        {"../../a/b.csv", "a/b.csv"},   {"/a/b.csv", "a/b.csv"},
        {"a/../../../b.csv", "b.csv"},  {"a/b/../c", "a/c"},
        {"a/..b/...", "a/..b/..."},     {"..", ""},
        {"xl/./worksheets/../a", "xl/a"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++)
        assert_string_equal(path_plain(arena, paths[i][0]), paths[i][1]);
    arena_free(arena);
}

static void
a_step_upward_is_found_wherever_it_stands(void **state)
{
    static const char *const up[] = {"..", "../a", "a/..", "a/../b", "/../a"};
    static const char *const others[] = {"", "a", "...", "a/..b", "b../c", "."};

    (void)state;
    for (size_t i = 0; i < sizeof(up) / sizeof(*up); i++)
        assert_true(path_leads_up(up[i]));
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        assert_false(path_leads_up(others[i]));
}

static void
a_sheet_is_known_whatever_its_workbook_is_called(void **state)
{
    (void)state;
    assert_string_equal(path_sheet("in/x.xlsx#问题"), "#问题");
    assert_string_equal(path_sheet("in/x#1.XLS#问题#2"), "#问题#2");
    assert_string_equal(path_sheet("x.et#a"), "#a");
    assert_string_equal(path_sheet("x.csv#a"), "#a");
    assert_null(path_sheet("in#1/x.xlsx"));
    assert_null(path_sheet("in/x#1.xlsx"));
    assert_null(path_sheet("x.pdf#a"));
}

static void
a_name_is_what_stands_behind_the_last_slash(void **state)
{
    (void)state;
    assert_string_equal(path_name("in/2025-10/x.csv"), "x.csv");
    assert_string_equal(path_name("x.csv"), "x.csv");
    assert_string_equal(path_name("in/"), "");
}

int
main(void)
{
#define CASE(name) cmocka_unit_test(name)
    const struct CMUnitTest tests[] = {
        CASE(a_plain_path_never_leads_out),
        CASE(a_step_upward_is_found_wherever_it_stands),
        CASE(a_sheet_is_known_whatever_its_workbook_is_called),
        CASE(a_name_is_what_stands_behind_the_last_slash),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
