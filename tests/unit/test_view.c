#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "view/view.h"

static const char *
dumped(struct arena *arena, const struct view *view)
{
    char *bytes;
    size_t length;
    FILE *stream = open_memstream(&bytes, &length);
    const char *copy;

    view_dump(view, stream);
    fclose(stream);
    copy = arena_copy(arena, bytes, length);
    free(bytes);
    return copy;
}

static void
names_come_out_in_the_order_they_were_set(void **state)
{
    struct arena *arena = arena_new();
    struct view *view = view_new(arena, ZH);
    struct view *item;

    (void)state;
    view_text(view, "TITLE", text_of("破解难题"));
    view_count(view, "SOLVED", 132);
    item = view_item(view, "MONTH");
    view_format(item, "LABEL", "%d月", 1);
    item = view_item(view, "MONTH");
    view_format(item, "LABEL", "%d月", 2);
    assert_string_equal(dumped(arena, view), "TITLE = 破解难题\n"
                                             "SOLVED = 132\n"
                                             "MONTH[0].LABEL = 1月\n"
                                             "MONTH[1].LABEL = 2月\n");
    arena_free(arena);
}

static void
a_name_set_twice_keeps_its_place_and_the_later_text(void **state)
{
    struct arena *arena = arena_new();
    struct view *view = view_new(arena, ZH);

    (void)state;
    view_text(view, "A", text_of("1"));
    view_text(view, "B", text_of("2"));
    view_text(view, "A", text_of("3"));
    assert_string_equal(dumped(arena, view), "A = 3\nB = 2\n");
    arena_free(arena);
}

static void
a_list_may_be_known_and_empty(void **state)
{
    struct arena *arena = arena_new();
    struct view *view = view_new(arena, ZH);
    const struct view_name *found;

    (void)state;
    view_list(view, "MONTH");
    found = view_find_list(view, "MONTH");
    assert_non_null(found);
    assert_null(found->first);
    assert_null(view_find_text(view, "MONTH"));
    assert_null(view_find_list(view, "MONT"));
    assert_string_equal(dumped(arena, view), "MONTH is empty\n");
    arena_free(arena);
}

static void
a_flag_is_a_list_of_one_or_none(void **state)
{
    struct arena *arena = arena_new();
    struct view *view = view_new(arena, EN);

    (void)state;
    view_flag(view, "IS_OPEN", true);
    view_flag(view, "IS_LATE", true);
    view_flag(view, "IS_LATE", false);
    assert_string_equal(dumped(arena, view),
                        "IS_OPEN[0] is on\nIS_LATE is empty\n");
    arena_free(arena);
}

static void
an_item_speaks_the_language_of_its_page(void **state)
{
    struct arena *arena = arena_new();
    struct view *view = view_new(arena, EN);

    (void)state;
    assert_int_equal(view_item(view, "ROW")->language, EN);
    arena_free(arena);
}

static void
a_buffer_gives_back_all_it_was_given(void **state)
{
    enum { TIMES = 100000 };
    struct arena *arena = arena_new();
    struct buffer buffer = {.arena = arena};
    struct text all;

    (void)state;
    assert_int_equal(buffer_text(&buffer).length, 0);
    for (int i = 0; i < TIMES; i++)
        buffer_put(&buffer, text_of("实绩"));
    all = buffer_text(&buffer);
    assert_int_equal(all.length, TIMES * strlen("实绩"));
    for (size_t i = 0; i < all.length; i += strlen("实绩"))
        assert_memory_equal(all.bytes + i, "实绩", strlen("实绩"));
    assert_int_equal(all.bytes[all.length], '\0');
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_come_out_in_the_order_they_were_set),
        cmocka_unit_test(a_name_set_twice_keeps_its_place_and_the_later_text),
        cmocka_unit_test(a_list_may_be_known_and_empty),
        cmocka_unit_test(a_flag_is_a_list_of_one_or_none),
        cmocka_unit_test(an_item_speaks_the_language_of_its_page),
        cmocka_unit_test(a_buffer_gives_back_all_it_was_given),
    };

    return cmocka_run_group_tests_name("view", tests, NULL, NULL);
}
