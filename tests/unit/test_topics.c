#include "support/desk.h"

#include "page/frame.h"
#include "page/list.h"
#include "view/pagination.h"
#include "page/pages.h"
#include "view/view.h"

/* clang-format off */
static const struct desk_file files[] = {
    {"settings.csv", "key,value\r\npublisher,某某办\r\nissue,7\r\n"
                     "published_on,2025-11-05\r\nreport_to,市委\r\n"},
    {"targets.csv", "figure,target,month\r\nproblems.solved,12,\r\n"},
    {"problems.csv",
     "问题编号,问题名称,责任单位,所属领域,提出时间,办理时限,办结时间,办理状态\r\n"
     "P-1,招工难,区人社局,项目建设,2025-08-01,,2025-09-10,已办结\r\n"
     "P-2,用地难,区发改局,企业发展,2025-08-02,,2025-09-11,已办结\r\n"
     "P-3,用电难,区发改局,项目建设,2025-09-03,2025-10-01,,办理中\r\n"},
    {"mentoring.csv", "时间,形式,次数\r\n2025-09-03,一对一辅导,3\r\n"},
};
/* clang-format on */

static const char *
dumped(struct desk *desk, enum page_id page, size_t count)
{
    struct view *view;
    struct frame frame = {.page = pages[page], .root = "../"};
    char *bytes;
    size_t length;
    FILE *stream = open_memstream(&bytes, &length);
    const char *copy;

    desk_open(desk, files, count, month_make(2025, 10), EDITION_PUBLIC);
    view = view_new(desk->arena, ZH);
    desk->report.kept.lists = list_plan_new(&desk->report);
    frame_fill(&desk->report, &frame, view);
    pages[page]->fill(&desk->report, 0, view);
    view_dump(view, stream);
    fclose(stream);
    list_plan_free(desk->report.kept.lists);
    copy = arena_copy(desk->arena, bytes, length);
    free(bytes);
    return copy;
}

static void
a_chapter_without_its_ledger_leaves_no_gap_in_the_numbers(void **state)
{
    struct desk desk;
    const char *said;

    (void)state;
    said = dumped(&desk, PAGE_print, 4);
    assert_non_null(strstr(said, "SECTION[0].ORDINAL = 一、\n"));
    assert_non_null(strstr(said, "SECTION[0].TITLE = 理论武装\n"));
    assert_non_null(strstr(said, "SECTION[1].TITLE = 一线淬炼\n"));
    assert_non_null(strstr(said, "SECTION[1].TOPIC[0].ORDINAL = （一）\n"));
    assert_non_null(strstr(said, "SECTION[1].TOPIC[0].TITLE = 破解难题\n"));
    assert_null(strstr(said, "SECTION[1].TOPIC[1]"));
    assert_non_null(strstr(said, "SECTION[2].ORDINAL = 三、\n"));
    assert_null(strstr(said, "SECTION[3]"));
    desk_close(&desk);
    said = dumped(&desk, PAGE_print, 3);
    assert_non_null(strstr(said, "SECTION[0].TITLE = 一线淬炼\n"));
    assert_null(strstr(said, "SECTION[1]"));
    desk_close(&desk);
}

static void
a_finding_says_value_target_and_schedule(void **state)
{
    struct desk desk;
    const char *said;

    (void)state;
    said = dumped(&desk, PAGE_print, 3);
    assert_non_null(strstr(said, "CLAUSE[0].BEFORE = 本月新增问题\n"));
    assert_non_null(
        strstr(said, ".BEFORE = ，完成目标12项的16.7%，慢于序时进度66.7"));
    assert_non_null(strstr(said, "已解决的按领域分："));
    assert_non_null(strstr(said, ".BEFORE = ；累计提出\n"));
    desk_close(&desk);
}

static void
the_brief_names_what_is_overdue_and_who_receives_it(void **state)
{
    struct desk desk;
    const char *said;

    (void)state;
    said = dumped(&desk, PAGE_print, 4);
    assert_non_null(strstr(said, "ISSUE_WORDS = 第7期\n"));
    assert_non_null(strstr(said, "PUBLISHED_WORDS = 2025年11月5日\n"));
    assert_non_null(strstr(said, "FAULTS_ORDINAL = 四、\n"));
    assert_non_null(strstr(
        said,
        "LATE[0].TEXT = (1)用电难（区发改局，办理时限10月1日）。\n"));
    assert_non_null(strstr(said, "RECIPIENT[0].TEXT = 市委\n"));
    assert_null(strstr(said, "RECIPIENT[1]"));
    assert_non_null(strstr(said, "COPIES is empty\n"));
    assert_non_null(strstr(said, "ATTACHMENT[0].COUNT_WORDS = （3条）\n"));
    desk_close(&desk);
}

static void
the_lag_counts_only_what_is_old_enough_to_tell(void **state)
{
    struct desk desk;
    const char *said;

    (void)state;
    said = dumped(&desk, PAGE_problems, 3);
    /* Two of August and one of September: within the month none was solved;
       within one month both of August; two months are up for August alone. */
    assert_non_null(strstr(said, "LAG[0].ROW[0].CELL[0].TEXT = 3\n"));
    assert_non_null(strstr(said, "LAG[0].ROW[0].CELL[1].TEXT = 0\n"));
    assert_non_null(strstr(said, "LAG[0].ROW[1].CELL[1].TEXT = 2\n"));
    assert_non_null(strstr(said, "LAG[0].ROW[2].CELL[0].TEXT = 2\n"));
    assert_non_null(strstr(said, "LAG[0].ROW[2].CELL[2].TEXT = 100.0\n"));
    assert_null(strstr(said, "LAG[0].ROW[3]"));
    desk_close(&desk);
}

static void
the_last_class_of_age_says_that_it_must_be_acted_on(void **state)
{
    struct desk desk;
    const char *said;

    (void)state;
    said = dumped(&desk, PAGE_problems, 3);
    assert_non_null(strstr(said, "AGEING[0].ROW[0].LABEL = 0~7天\n"));
    assert_non_null(
        strstr(said, "AGEING[0].ROW[4].LABEL = 91天以上（须督办）\n"));
    assert_non_null(strstr(said, "AGEING[0].ROW[4].TONE = alarm\n"));
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            a_chapter_without_its_ledger_leaves_no_gap_in_the_numbers),
        cmocka_unit_test(a_finding_says_value_target_and_schedule),
        cmocka_unit_test(the_lag_counts_only_what_is_old_enough_to_tell),
        cmocka_unit_test(the_last_class_of_age_says_that_it_must_be_acted_on),
        cmocka_unit_test(the_brief_names_what_is_overdue_and_who_receives_it),
    };

    return cmocka_run_group_tests_name("loop", tests, NULL, NULL);
}
