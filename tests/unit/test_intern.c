#include "support/test.h"

#include "base/arena.h"
#include "ledger/book.h"

enum { MANY = 50000 };

static void
the_same_text_always_gets_the_same_number(void **state)
{
    struct arena *arena = arena_new();
    struct intern *names = intern_new(arena);
    char again[] = "区人社局";

    (void)state;
    assert_int_equal(intern_code(names, text_of("区人社局")), 1);
    assert_int_equal(intern_code(names, text_of("区发改局")), 2);
    assert_int_equal(intern_code(names, text_of(again)), 1);
    assert_int_equal(intern_count(names), 2);
    arena_free(arena);
}

static void
a_number_gives_its_text_back(void **state)
{
    struct arena *arena = arena_new();
    struct intern *names = intern_new(arena);
    char lent[] = "abc";
    uint32_t code = intern_code(names, text_of(lent));

    (void)state;
    lent[0] = 'x'; /* the text is a copy */
    assert_true(text_is(intern_text(names, code), "abc"));
    assert_int_equal(intern_text(names, 0).length, 0);
    assert_int_equal(intern_text(names, code + 1).length, 0);
    arena_free(arena);
}

static void
finding_gives_no_new_number(void **state)
{
    struct arena *arena = arena_new();
    struct intern *names = intern_new(arena);

    (void)state;
    assert_int_equal(intern_find(names, text_of("a")), 0);
    assert_int_equal(intern_count(names), 0);
    intern_code(names, text_of("a"));
    assert_int_equal(intern_find(names, text_of("a")), 1);
    arena_free(arena);
}

static void
many_texts_keep_their_numbers(void **state)
{
    struct arena *arena = arena_new();
    struct intern *names = intern_new(arena);

    (void)state;
    for (int i = 0; i < MANY; i++)
        assert_int_equal(intern_code(names, text_format(arena, "unit %d", i)),
                         i + 1);
    for (int i = 0; i < MANY; i++)
        assert_int_equal(intern_find(names, text_format(arena, "unit %d", i)),
                         i + 1);
    assert_int_equal(intern_count(names), MANY);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_text_always_gets_the_same_number),
        cmocka_unit_test(a_number_gives_its_text_back),
        cmocka_unit_test(finding_gives_no_new_number),
        cmocka_unit_test(many_texts_keep_their_numbers),
    };

    return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
