#include "support/desk.h"

#include "page/list.h"
#include "view/next_month.h"
#include "view/pagination.h"
#include "view/view.h"

#define TITLES \
    "问题编号,问题名称,责任单位,提出时间,办理时限,办结时间,办理状态\r\n"

static const struct desk_file problems = {
    "problems.csv",
    TITLES "P-1,路灯不亮,区住建局,2025-10-08,2025-11-30,,办理中\r\n"
           "P-2,井盖松动,区住建局,2025-10-09,2025-11-01,2025-10-20,已办结\r\n"
           "P-3,树木倒伏,区住建局,2025-10-09,2025-12-01,,办理中\r\n"
           "P-4,断电,区住建局,2025-10-09,2025-10-31,,办理中\r\n"};

static const struct desk_file projects = {
    "projects.csv",
    "项目编号,项目名称,责任单位,签约时间,计划开工时间,开工时间\r\n"
    "X-1,冷链物流园,区发改局,2025-05-08,2025-11-02,\r\n"
    "X-2,智能制造园,区发改局,2025-05-08,2025-11-02,2025-10-02\r\n"};

/* What the brief says of the month after October, line by line. */
static const char *
said(struct desk *desk)
{
    struct view *view = view_new(desk->arena, ZH);
    struct text words = TEXT("");

    desk->report.kept.lists = list_plan_new(&desk->report);
    next_month_fill(&desk->report, view);
    list_plan_free(desk->report.kept.lists);
    for (const struct view *item = view_find_list(view, "AHEAD")->first; item;
         item = item->next) {
        words =
            text_join(desk->arena, words, view_find_text(item, "ITEM")->text);
        for (const struct view *named = view_find_list(item, "NAMED")->first;
             named; named = named->next)
            words = text_join(desk->arena, words,
                              view_find_text(named, "TEXT")->text);
    }
    return arena_copy(desk->arena, words.bytes, words.length);
}

static void
what_waits_and_falls_due_next_month_is_named(void **state)
{
    struct desk desk;

    (void)state;
    desk_open(&desk, &problems, 1, month_make(2025, 10), EDITION_PUBLIC);
    assert_string_equal(said(&desk),
                        "2025年11月到期的在办问题有1项，请责任单位按期办结。"
                        "1.路灯不亮（区住建局，办理时限11月30日）。");
    desk_close(&desk);
}

static void
a_project_is_ahead_until_it_has_started(void **state)
{
    struct desk desk;

    (void)state;
    desk_open(&desk, &projects, 1, month_make(2025, 10), EDITION_PUBLIC);
    assert_string_equal(
        said(&desk), "计划2025年11月开工的签约项目有1项，请责任单位按期推进。"
                     "1.冷链物流园（区发改局，计划11月2日开工）。");
    desk_close(&desk);
}

static void
a_month_with_nothing_ahead_has_no_such_chapter(void **state)
{
    struct desk desk;

    (void)state;
    desk_open(&desk, &problems, 1, month_make(2025, 12), EDITION_PUBLIC);
    assert_string_equal(said(&desk), "");
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_waits_and_falls_due_next_month_is_named),
        cmocka_unit_test(a_project_is_ahead_until_it_has_started),
        cmocka_unit_test(a_month_with_nothing_ahead_has_no_such_chapter),
    };

    return cmocka_run_group_tests_name("ahead", tests, NULL, NULL);
}
