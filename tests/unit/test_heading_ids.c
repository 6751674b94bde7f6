#include "support/test.h"

#include "base/arena.h"
#include "base/heading_ids.h"

static struct heading_ids slugs;

static int
begin(void **state)
{
    (void)state;
    slugs = (struct heading_ids){.arena = arena_new()};
    return 0;
}

static int
end(void **state)
{
    (void)state;
    arena_free(slugs.arena);
    return 0;
}

static void
expect(const char *heading, const char *slug)
{
    struct text found = heading_id_next(&slugs, text_of(heading));

    if (!text_is(found, slug))
        fail_msg("%s: %.*s", heading, TEXT_ARG(found));
}

static void
letters_and_digits_stay_and_blanks_become_hyphens(void **state)
{
    (void)state;
    expect("总体情况", "总体情况");
    expect("Problems solved, 2025", "problems-solved-2025");
    expect("问题台账 · 累计解决清单（132）", "问题台账--累计解决清单132");
    expect("Ärger_und-Öl", "ärger_und-öl");
    expect("一、“提速”", "一提速");
}

static void
markdown_escapes_leave_no_trace(void **state)
{
    (void)state;
    expect("a \\*b\\* &lt;c&gt; d&amp;e", "a-b-c-de");
}

static void
a_heading_met_again_is_numbered(void **state)
{
    (void)state;
    expect("清单", "清单");
    expect("清单", "清单-1");
    expect("清单 1", "清单-1-1");
    expect("清单", "清单-2");
}

static void
only_a_heading_line_is_one(void **state)
{
    struct text heading;

    (void)state;
    assert_true(heading_of_line(TEXT("### 三 级"), &heading));
    assert_true(text_is(heading, "三 级"));
    assert_false(heading_of_line(TEXT("#标签"), &heading));
    assert_false(heading_of_line(TEXT("####### 七级"), &heading));
    assert_false(heading_of_line(TEXT("正文 # 不是"), &heading));
    assert_false(heading_of_line(TEXT(""), &heading));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_and_digits_stay_and_blanks_become_hyphens),
        cmocka_unit_test(markdown_escapes_leave_no_trace),
        cmocka_unit_test(a_heading_met_again_is_numbered),
        cmocka_unit_test(only_a_heading_line_is_one),
    };

    return cmocka_run_group_tests_name("slug", tests, begin, end);
}
