/*
 * Titles are matched exactly, in every ledger at once.
 */
#include "support/test.h"

#include "base/arena.h"
#include "intake/codes.h"
#include "ledger/column_titles.h"

static void
a_title_may_mean_a_column_of_several_ledgers(void **state)
{
    struct arena *arena = arena_new();
    struct codes codes = {.dimension_count = 0};
    struct titles *titles = titles_new(arena, &codes);
    const struct title *title = titles_find(titles, text_of("状态"));

    (void)state;
    assert_non_null(title);
    assert_true(title->column[LEDGER_problems] > 0);
    assert_true(title->column[LEDGER_suggestions] > 0);
    assert_int_equal(title->column[LEDGER_cadres], 0);
    assert_null(titles_find(titles, text_of("状态栏")));
    titles_free(titles);
    arena_free(arena);
}

static void
keys_aliases_ticks_and_personal_titles_are_known(void **state)
{
    struct arena *arena = arena_new();
    struct alias_entry alias = {
        text_of("problems"), text_of("title"), text_of("症结"), {0}};
    struct codes codes = {.aliases = &alias, .alias_count = 1};
    struct titles *titles = titles_new(arena, &codes);

    (void)state;
    assert_true(
        titles_find(titles, text_of("raised_on"))->column[LEDGER_problems] > 0);
    assert_true(titles_find(titles, text_of("症结"))->column[LEDGER_problems] >
                0);
    assert_true(titles_find(titles, text_of("未启动"))->tick[LEDGER_problems] >
                0);
    assert_true(titles_find(titles, text_of("身份证号"))->is_personal);
    assert_true(titles_find(titles, text_of("序号"))->is_ordinary);
    titles_free(titles);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_may_mean_a_column_of_several_ledgers),
        cmocka_unit_test(keys_aliases_ticks_and_personal_titles_are_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
