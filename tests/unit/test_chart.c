#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "view/chart.h"
#include "view/view.h"

static const struct chart_title words = {"trend", {"t", 1}, {"s", 1}, {"k", 1}};

static struct text
text_at(const struct view *view, const char *list, size_t index,
        const char *name)
{
    const struct view_name *found = view_find_list(view, list);
    const struct view *item = found->first;
    const struct view_name *text;

    while (index-- > 0)
        item = item->next;
    text = view_find_text(item, name);
    assert_non_null(text);
    return text->text;
}

static size_t
length_of(const struct view *view, const char *list)
{
    const struct view_name *found = view_find_list(view, list);
    size_t count = 0;

    assert_non_null(found);
    for (const struct view *item = found->first; item; item = item->next)
        count++;
    return count;
}

static const struct view *
only(const struct view *view, const char *list)
{
    assert_int_equal(length_of(view, list), 1);
    return view_find_list(view, list)->first;
}

static long
number_at(const struct view *view, const char *list, size_t index,
          const char *name)
{
    return strtol(text_at(view, list, index, name).bytes, NULL, 10);
}

/* A trend of three months that ends at 132 with a target of 140. */
static const struct view *
draw(struct view *view)
{
    static const int64_t solved[] = {40, 90, 132};
    static const struct text ticks[TREND_MONTHS] = {[11] = {"12", 2}};
    static const struct chart_row rows[3];
    struct trend trend = {
        .words = words,
        .table = {.rows = rows, .count = 3},
        .values = solved,
        .points = 3,
        .ticks = ticks,
        .target = 140,
        .end = TEXT("132"),
        .target_end = TEXT("140"),
    };

    chart_trend(view, "TREND", &trend);
    return only(view, "TREND");
}

/* Where there is no room to the left of a point. */
static void
a_name_of_the_first_months_stands_to_the_right(void **state)
{
    struct arena *arena = arena_new();
    const struct view *trend = draw(view_new(arena, ZH));
    const struct view *early = view_find_list(trend, "END")->first;
    const struct view *target = early->next;

    (void)state;
    assert_int_equal(length_of(early, "IS_BEHIND"), 1);
    assert_int_equal(length_of(early, "IS_BEFORE"), 0);
    assert_int_equal(length_of(target, "IS_BEHIND"), 0);
    assert_int_equal(length_of(target, "IS_BEFORE"), 1);
    arena_free(arena);
}

/* A twelfth of the target in the first month, all of it in the last. */
static void
the_schedule_reaches_the_target_in_the_last_month(void **state)
{
    struct arena *arena = arena_new();
    const struct view *trend = draw(view_new(arena, ZH));
    struct text points = text_at(trend, "SCHEDULE", 0, "POINTS");

    (void)state;
    assert_true(text_starts(points, "0,923 100,"));
    assert_true(text_ends(points, " 1100,67"));
    assert_true(text_starts(text_at(trend, "LINE", 0, "POINTS"), "0,734 "));
    arena_free(arena);
}

static void
a_trend_begins_at_zero_and_reaches_its_target(void **state)
{
    struct arena *arena = arena_new();
    const struct view *trend = draw(view_new(arena, ZH));
    size_t grid = length_of(trend, "GRID");

    (void)state;
    assert_int_equal(number_at(trend, "GRID", 0, "LABEL"), 0);
    assert_true(number_at(trend, "GRID", grid - 1, "LABEL") >= 140);
    assert_true(grid <= 5);
    arena_free(arena);
}

static void
the_last_month_is_always_named(void **state)
{
    struct arena *arena = arena_new();
    const struct view *trend = draw(view_new(arena, ZH));
    size_t ticks = length_of(trend, "TICK");

    (void)state;
    assert_int_equal(ticks, TREND_MONTHS);
    assert_true(text_is(text_at(trend, "TICK", ticks - 1, "LABEL"), "12"));
    arena_free(arena);
}

static void
a_chart_without_rows_is_left_out(void **state)
{
    struct arena *arena = arena_new();
    struct view *view = view_new(arena, ZH);
    const struct chart_table none = {0};

    (void)state;
    chart_bars(view, "BARS", &words, &none);
    chart_grid(view, "GRID", &words, &none);
    assert_int_equal(length_of(view, "BARS"), 0);
    assert_int_equal(length_of(view, "GRID"), 0);
    arena_free(arena);
}

static void
the_longest_bar_fills_its_cell_and_the_others_follow(void **state)
{
    struct arena *arena = arena_new();
    struct view *view = view_new(arena, ZH);
    const struct chart_row rows[] = {
        {.label = {"a", 1}, .length = 3, .whole = 8},
        {.label = {"b", 1}, .length = 1, .is_alarm = true},
        {.label = TEXT("c")},
    };
    const struct chart_table table = {.rows = rows, .count = 3};
    const struct view *bars;

    (void)state;
    chart_bars(view, "BARS", &words, &table);
    bars = only(view, "BARS");
    assert_true(text_is(text_at(bars, "ROW", 0, "WHOLE"), "100.00"));
    assert_true(text_is(text_at(bars, "ROW", 0, "WIDTH"), "37.50"));
    assert_true(text_is(text_at(bars, "ROW", 1, "WIDTH"), "12.50"));
    assert_true(text_is(text_at(bars, "ROW", 1, "TONE"), "alarm"));
    assert_true(text_is(text_at(bars, "ROW", 2, "WIDTH"), "0.00"));
    arena_free(arena);
}

static void
small_multiples_share_one_scale(void **state)
{
    static const int64_t many[] = {0, 44}, few[] = {11, 22};
    static const struct panel panels[] = {{.label = {"a", 1}, .values = many},
                                          {.label = {"b", 1}, .values = few}};
    static const struct chart_row rows[2];
    struct arena *arena = arena_new();
    struct view *view = view_new(arena, ZH);
    const struct view *drawn;

    (void)state;
    chart_multiples(view, "MULTIPLES",
                    &(struct multiples){.words = words,
                                        .table = {.rows = rows, .count = 2},
                                        .panels = panels,
                                        .count = 2,
                                        .points = 2});
    drawn = only(view, "MULTIPLES");
    assert_int_equal(length_of(drawn, "PANEL"), 2);
    drawn = view_find_list(drawn, "PANEL")->first;
    assert_int_equal(length_of(drawn, "COLUMN"), 1);
    assert_int_equal(number_at(drawn, "COLUMN", 0, "HEIGHT"), 44);
    assert_int_equal(number_at(drawn->next, "COLUMN", 0, "HEIGHT"), 11);
    assert_int_equal(number_at(drawn->next, "COLUMN", 1, "Y"), 22);
    arena_free(arena);
}

/* Last month 83 and 97.5, now 85 and nothing, in tenths. */
static const struct view *
dotted(struct view *view, const int64_t *now, const int64_t *before)
{
    static const struct chart_row rows[2];
    const struct dots dots = {.words = words,
                              .table = {.rows = rows, .count = 2},
                              .now = now,
                              .before = before,
                              .one = 10};

    chart_dots(view, "DOTS", &dots);
    return only(view, "DOTS");
}

static void
dots_stand_on_a_scale_that_says_where_it_begins(void **state)
{
    static const int64_t now[] = {850, -1}, before[] = {830, 975};
    struct arena *arena = arena_new();
    const struct view *dots = dotted(view_new(arena, ZH), now, before);
    const struct view *first = view_find_list(dots, "ROW")->first;
    size_t ticks = length_of(dots, "TICK");

    (void)state;
    assert_int_equal(number_at(dots, "TICK", 0, "LABEL"), 80);
    assert_int_equal(number_at(dots, "TICK", ticks - 1, "LABEL"), 100);
    assert_true(
        text_is(text_at(dots, "CUT_OFF", 0, "TEXT"), "横轴80—100，不从0起"));
    assert_int_equal(length_of(dots, "LEGEND"), 1);
    assert_true(text_is(text_at(first, "NOW", 0, "X"), "29.00"));
    assert_true(text_is(text_at(first, "LINE", 0, "X1"), "20.60"));
    assert_int_equal(length_of(first->next, "NOW"), 0);
    assert_int_equal(length_of(first->next, "LINE"), 0);
    assert_true(text_is(text_at(first->next, "BEFORE", 0, "X"), "81.50"));
    arena_free(arena);
}

static void
dots_without_a_month_before_need_no_legend(void **state)
{
    static const int64_t now[] = {0, 1000}, before[] = {-1, -1};
    struct arena *arena = arena_new();
    const struct view *dots = dotted(view_new(arena, ZH), now, before);

    (void)state;
    assert_int_equal(length_of(dots, "LEGEND"), 0);
    assert_int_equal(length_of(dots, "CUT_OFF"), 0);
    assert_int_equal(length_of(dots, "TICK"), 6);
    arena_free(arena);
}

/* All in one place, even where nothing is. */
static void
dots_that_agree_have_a_scale_nevertheless(void **state)
{
    static const int64_t same[] = {1000, 1000}, none[] = {-1, -1};
    struct arena *arena = arena_new();

    (void)state;
    assert_int_equal(length_of(dotted(view_new(arena, ZH), same, same), "TICK"),
                     2);
    assert_int_equal(length_of(dotted(view_new(arena, ZH), none, none), "TICK"),
                     2);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_schedule_reaches_the_target_in_the_last_month),
        cmocka_unit_test(a_trend_begins_at_zero_and_reaches_its_target),
        cmocka_unit_test(the_last_month_is_always_named),
        cmocka_unit_test(a_name_of_the_first_months_stands_to_the_right),
        cmocka_unit_test(a_chart_without_rows_is_left_out),
        cmocka_unit_test(the_longest_bar_fills_its_cell_and_the_others_follow),
        cmocka_unit_test(small_multiples_share_one_scale),
        cmocka_unit_test(dots_stand_on_a_scale_that_says_where_it_begins),
        cmocka_unit_test(dots_without_a_month_before_need_no_legend),
        cmocka_unit_test(dots_that_agree_have_a_scale_nevertheless),
    };

    return cmocka_run_group_tests_name("chart", tests, NULL, NULL);
}
