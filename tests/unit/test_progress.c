#include "support/test.h"

#include "base/text.h"
#include "cli/progress.h"

static bool
says_of(enum progress_unit unit, enum language language, size_t seconds,
        size_t done, size_t all, const char *wanted)
{
    char line[PROGRESS_LINE];
    const struct progress progress = {"reading", language, unit,
                                      seconds,   done,     all};
    size_t length = progress_line(line, &progress);

    return text_is((struct text){line, length}, wanted);
}

static bool
says(enum language language, size_t seconds, size_t done, size_t all,
     const char *wanted)
{
    return says_of(PROGRESS_BYTES, language, seconds, done, all, wanted);
}

static void
a_bar_tells_share_rate_and_remaining_time(void **state)
{
    (void)state;
    assert_true(says(EN, 2, 250000000, 1000000000,
                     "reading [#####               ] 25% 125 MB/s left 6 s"));
    assert_true(says(ZH, 1, 1000000, 1000000,
                     "reading [####################] 100% 1 MB/s 剩余 0 s"));
    assert_true(says(ZH, 9, 10, 1000,
                     "reading [#                   ] 1% 0 MB/s 剩余 891 s"));
}

static void
pages_are_counted_by_the_page(void **state)
{
    (void)state;
    assert_true(says_of(PROGRESS_PAGES, EN, 2, 600, 1200,
                        "reading [##########          ] 50% 300 pages/s left 2 "
                        "s"));
    assert_true(
        says_of(PROGRESS_PAGES, ZH, 2, 600, 1200,
                "reading [##########          ] 50% 300 页/s 剩余 2 s"));
}

static void
without_a_count_the_time_is_told(void **state)
{
    (void)state;
    assert_true(says(EN, 3, 0, 0, "reading 3 s"));
    assert_true(says(EN, 3, 0, 100, "reading 3 s"));
    assert_true(says(EN, 3, 200, 100, "reading 3 s"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bar_tells_share_rate_and_remaining_time),
        cmocka_unit_test(pages_are_counted_by_the_page),
        cmocka_unit_test(without_a_count_the_time_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
