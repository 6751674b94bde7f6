/*
 * Names of month folders.
 */
#include "support/test.h"

#include "base/arena.h"
#include "intake/month_name.h"

static struct arena *arena;

static void
is_read_as(const char *name, enum month_name_kind kind, int year, int month)
{
    struct month_name read = month_name_read(arena, text_of(name));

    if (read.kind != kind ||
        (month != 0 && read.month.number != month_make(year, month).number))
        fail_msg("%s", name);
}

static void
every_way_of_writing_a_month_is_known(void **state)
{
    static const char *const names[] = {
        "2025-10",         "202510",       "2025.10",       "2025_10",
        "2025年10月",      "2025年10月份", "2025 年 10 月", "２０２５年１０月",
        "2025-10（更正）", "2025-10 更正", "2025-10_v2",    "2025年十月",
        "2025年10月台账",  "2025-10-31",   "202510(补报)"};

    (void)state;
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        is_read_as(names[i], MONTH_NAME_WHOLE, 2025, 10);
    is_read_as("2025-9", MONTH_NAME_WHOLE, 2025, 9);
    is_read_as("10月", MONTH_NAME_NO_YEAR, 0, 10);
    is_read_as("3月份（补）", MONTH_NAME_NO_YEAR, 0, 3);
    is_read_as("十二月", MONTH_NAME_NO_YEAR, 0, 12);
}

static void
a_month_there_is_not_is_wrong(void **state)
{
    (void)state;
    is_read_as("2025-13", MONTH_NAME_WRONG, 0, 0);
    is_read_as("2025年0月", MONTH_NAME_WRONG, 0, 0);
    is_read_as("202599", MONTH_NAME_WRONG, 0, 0);
    is_read_as("13月", MONTH_NAME_WRONG, 0, 0);
}

static void
other_names_say_nothing(void **state)
{
    static const char *const names[] = {
        "2025",         "2025-2026", "20251031",
        "2025年上半年", "1-10月",    "2025年1-10月",
        "2025-1季度",   "2025年",    "问题台账",
        "10",           "2025-10a",  "专班2025-10",
        "1850-10",      "",          "月"};

    (void)state;
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        is_read_as(names[i], MONTH_NAME_NONE, 0, 0);
}

static int
begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int
end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_of_writing_a_month_is_known),
        cmocka_unit_test(a_month_there_is_not_is_wrong),
        cmocka_unit_test(other_names_say_nothing),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
