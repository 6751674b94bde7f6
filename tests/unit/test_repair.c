#include "support/test.h"

#include "base/arena.h"
#include "clean/repair.h"

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

static void
two_cheapest_readings_are_no_repair(void **state)
{
    struct arena *arena = arena_new();
    struct text cells[2];

    (void)state;
    assert_false(repair_line(arena, text_of("1,\""), ',', 2, cells));
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repair_needs_the_number_of_cells),
        cmocka_unit_test(two_cheapest_readings_are_no_repair),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
