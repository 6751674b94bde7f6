#include "support/test.h"

#include "base/arena.h"
#include "clean/repair.h"

static struct arena *arena;
static struct text cells[5];

static size_t
readings(const char *line, size_t columns)
{
    const struct damaged_line damaged = {text_of(line), ',', columns, false};

    return repair_line(arena, &damaged, cells);
}

static size_t
readings_of_header(const char *line, size_t columns)
{
    const struct damaged_line damaged = {text_of(line), ',', columns, true};

    return repair_line(arena, &damaged, cells);
}

static void
repair_needs_the_number_of_cells(void **state)
{
    (void)state;
    assert_int_equal(readings("1,\"a,b", 3), 1);
    assert_true(text_is(cells[1], "\"a"));
    assert_int_equal(readings("1,\"a,b", 2), 1);
    assert_true(text_is(cells[1], "a,b"));
    assert_int_equal(readings("1,\"a,b", 4), 0);
}

static void
two_cheapest_readings_are_told(void **state)
{
    (void)state;
    assert_int_equal(readings("1,\"", 2), 2);
    assert_true(text_is(cells[1], "\""));
}

/* One delimiter inside the quotes makes plain cells as many as wanted, too. */
static void
a_delimiter_may_be_missing_beside_quotes_with_a_cause(void **state)
{
    (void)state;
    assert_int_equal(readings("1,甲局\"一,二\",3", 4), 1);
    assert_true(text_is(cells[1], "甲局"));
    assert_true(text_is(cells[2], "一,二"));
    assert_int_equal(readings("1,\"一,\"\"二\"\"\"甲局,3", 4), 1);
    assert_true(text_is(cells[1], "一,\"二\""));
    assert_true(text_is(cells[2], "甲局"));
    assert_int_equal(readings("1,甲局\"一,二,三\"", 3), 1);
    assert_true(text_is(cells[2], "一,二,三"));
}

static void
a_word_set_off_by_quotes_is_no_cell(void **state)
{
    (void)state;
    assert_int_equal(readings("1,推进\"一网通办\",区政数局", 4), 0);
    assert_int_equal(readings("1,推进\"一网通办\",区政数局", 3), 1);
    assert_true(text_is(cells[1], "推进\"一网通办\""));
    assert_int_equal(readings("1,推进\"一,网\"改革,区政数局", 5), 0);
}

static void
a_delimiter_may_be_missing_beside_any_quoted_title(void **state)
{
    (void)state;
    assert_int_equal(readings_of_header("编号,名称\"单位\",备注", 4), 1);
    assert_true(text_is(cells[1], "名称"));
    assert_true(text_is(cells[2], "单位"));
    assert_int_equal(readings_of_header("编号,\"名称\"单位,备注", 4), 1);
    assert_true(text_is(cells[1], "名称"));
    assert_true(text_is(cells[2], "单位"));
    assert_int_equal(readings_of_header("编号,名称\"单位\"备注", 4), 0);
}

static int
open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int
close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repair_needs_the_number_of_cells),
        cmocka_unit_test(two_cheapest_readings_are_told),
        cmocka_unit_test(a_delimiter_may_be_missing_beside_quotes_with_a_cause),
        cmocka_unit_test(a_word_set_off_by_quotes_is_no_cell),
        cmocka_unit_test(a_delimiter_may_be_missing_beside_any_quoted_title),
    };

    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
