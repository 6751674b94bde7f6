#include "support/test.h"

#include <stdlib.h>

#include "load/seen_twice.h"

enum { MANY = 200000, EVERY = 10 };

/* Different for different numbers, and never 0. */
static uint64_t
hash_of(uint64_t number)
{
    return (number + 1) * UINT64_C(0xD6E8FEB86659FD93);
}

static void
what_came_twice_was_seen_twice(void **state)
{
    struct seen_twice repeats = seen_twice_new(MANY + MANY / EVERY);

    (void)state;
    for (uint64_t i = 0; i < MANY; i++)
        seen_twice_add(&repeats, hash_of(i));
    for (uint64_t i = 0; i < MANY; i += EVERY)
        seen_twice_add(&repeats, hash_of(i));
    for (uint64_t i = 0; i < MANY; i += EVERY)
        assert_true(seen_twice_has(&repeats, hash_of(i)));
    assert_true(repeats.most >= 2 * MANY / EVERY);
    seen_twice_free(&repeats);
}

static void
hardly_any_that_came_once_was(void **state)
{
    struct seen_twice repeats = seen_twice_new(MANY);
    size_t wrong = 0;

    (void)state;
    for (uint64_t i = 0; i < MANY; i++)
        seen_twice_add(&repeats, hash_of(i));
    for (uint64_t i = 0; i < MANY; i++)
        wrong += seen_twice_has(&repeats, hash_of(i));
    assert_true(wrong < MANY / 100);
    assert_true(wrong <= repeats.most && repeats.most <= 2 * wrong);
    seen_twice_free(&repeats);
}

static void
no_hash_is_never_seen(void **state)
{
    struct seen_twice repeats = seen_twice_new(0);

    (void)state;
    seen_twice_add(&repeats, 0);
    seen_twice_add(&repeats, 0);
    assert_false(seen_twice_has(&repeats, 0));
    assert_int_equal(repeats.most, 0);
    seen_twice_free(&repeats);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_came_twice_was_seen_twice),
        cmocka_unit_test(hardly_any_that_came_once_was),
        cmocka_unit_test(no_hash_is_never_seen),
    };

    return cmocka_run_group_tests_name("seen twice", tests, NULL, NULL);
}
