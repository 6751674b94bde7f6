#include "support/desk.h"

#include <string.h>

#include "view/timeline.h"
#include "view/view.h"

static const struct desk_file file = {
    "problems.csv", "问题编号,问题名称,责任单位,提出时间,办理状态\r\n"
                    "P-1,招工难,区人社局,2025-08-01,办理中\r\n"};

static struct date
day(int month, int number)
{
    struct date date = {0};

    assert_true(date_make(2025, month, number, &date));
    return date;
}

static const struct view *
nth(const struct view *view, const char *list, size_t place)
{
    const struct view *item = view_find_list(view, list)->first;

    while (item && place-- > 0)
        item = item->next;
    return item;
}

static struct text
text_at(const struct view *view, const char *list, size_t place,
        const char *name)
{
    const struct view *item = nth(view, list, place);

    assert_non_null(item);
    return view_find_text(item, name)->text;
}

/* Two problems, one of them late, and a report; NULL: nothing is drawn. */
static const struct view *
drawn(struct desk *desk, size_t spans)
{
    const struct span all[] = {
        {day(7, 1), day(10, 31), SPAN_LATE},
        {day(1, 1), day(2, 1), SPAN_DONE},
        {day(9, 1), day(10, 31), SPAN_OPEN},
    };
    struct timeline *timeline;
    struct view *view;

    desk_open(desk, &file, 1, month_make(2025, 10), EDITION_PUBLIC);
    view = view_new(desk->arena, ZH);
    timeline = timeline_new(&desk->report, desk->arena);
    timeline_begin(timeline, TEXT("问题台账"));
    for (size_t i = 0; i < spans; i++) {
        if (i == 2)
            timeline_begin(timeline, TEXT("调研报告台账"));
        timeline_add(timeline, &all[i]);
    }
    timeline_fill(timeline, view);
    return nth(view, "TIMELINE", 0);
}

static void
what_came_first_stands_on_top_of_its_ledger(void **state)
{
    struct desk desk;
    const struct view *item = drawn(&desk, 3);

    (void)state;
    assert_non_null(item);
    assert_true(text_is(text_at(item, "BAND", 0, "LABEL"), "问题台账"));
    assert_true(text_is(text_at(item, "LINE", 0, "TONE"), "done"));
    assert_true(text_is(text_at(item, "LINE", 1, "TONE"), "late"));
    assert_true(text_is(text_at(item, "BAND", 1, "LABEL"), "调研报告台账"));
    assert_true(text_is(text_at(item, "LINE", 2, "TONE"), "open"));
    assert_true(
        text_is(view_find_text(item, "TITLE")->text, "3条记录，1条已有结果"));
    desk_close(&desk);
}

static void
a_day_stands_at_its_part_of_the_year(void **state)
{
    struct desk desk;
    const struct view *item = drawn(&desk, 3);

    (void)state;
    assert_true(text_is(text_at(item, "LINE", 0, "X1"), "0.00"));
    assert_true(text_is(text_at(item, "LINE", 1, "X1"), "49.58"));
    assert_true(text_is(text_at(item, "DOT", 1, "X"),
                        text_at(item, "NOW", 0, "X").bytes));
    desk_close(&desk);
}

static void
two_records_need_no_drawing(void **state)
{
    struct desk desk;

    (void)state;
    assert_null(drawn(&desk, 2));
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_came_first_stands_on_top_of_its_ledger),
        cmocka_unit_test(a_day_stands_at_its_part_of_the_year),
        cmocka_unit_test(two_records_need_no_drawing),
    };

    return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}
