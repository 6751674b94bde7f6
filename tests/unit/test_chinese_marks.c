#include "support/test.h"

#include "base/arena.h"
#include "render/chinese_marks.h"

static void
assert_marked(const char *html, const char *expected)
{
    struct arena *arena = arena_new();
    struct text marked = chinese_marks(arena, text_of(html));

    assert_string_equal(arena_copy(arena, marked.bytes, marked.length),
                        expected);
    arena_free(arena);
}

static void
chinese_words_of_an_english_page_are_marked(void **state)
{
    (void)state;
    assert_marked("<p>By 区住建局: 3</p>",
                  "<p>By <span lang=\"zh-CN\">区住建局</span>: 3</p>");
    assert_marked("<p>nothing — here</p>", "<p>nothing — here</p>");
    assert_marked("<a title=\"区\">项目 8 号</a>",
                  "<a title=\"区\"><span lang=\"zh-CN\">项目 8 号</span></a>");
}

static void
what_may_hold_no_element_stays_as_it_is(void **state)
{
    static const char *const same[] = {
        "<title>区</title>",
        "<script>区 < 区</script>",
        "<option>区</option>",
        "<svg width=\"1\"><title>区</title><text>区</text></svg>",
        "<p",
        ""};

    (void)state;
    for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
        assert_marked(same[i], same[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_words_of_an_english_page_are_marked),
        cmocka_unit_test(what_may_hold_no_element_stays_as_it_is),
    };

    return cmocka_run_group_tests_name("chinese_marks", tests, NULL, NULL);
}
