#include "support/desk.h"

#include "page/frame.h"
#include "page/pages.h"
#include "view/pagination.h"
#include "view/units.h"
#include "view/view.h"

/* clang-format off */
static const struct desk_file files[] = {
    {"codes/units.csv", "name,order\r\n区发改局,1\r\n区人社局,2\r\n"},
    {"problems.csv",
     "问题编号,问题名称,责任单位,责任人,提出时间,办理时限,办结时间,办理状态\r\n"
     "P-1,招工难,区人社局,张三丰,2025-08-01,,2025-09-10,已办结\r\n"
     "P-2,用地难,区发改局,李四,2025-09-02,2025-12-01,,办理中\r\n"
     "P-3,用电难,区发改局,李四,2025-09-03,2025-10-01,,办理中\r\n"
     "P-4,无主,,李四,2025-09-04,,,办理中\r\n"
     "P-5,去年的,区发改局,李四,2024-09-04,,2024-10-04,已办结\r\n"
     "P-6,坏日期,区发改局,张三丰,2025-13-04,,,办理中\r\n"
     "合计,6,,,,,,\r\n"},
};
/* clang-format on */

static const char *
dumped(struct desk *desk, enum page_id page, size_t instance)
{
    struct view *view = view_new(desk->arena, ZH);
    char *bytes;
    size_t length;
    FILE *stream = open_memstream(&bytes, &length);
    const char *copy;

    desk->report.kept.lists = list_plan_new(&desk->report);
    pages[page]->fill(&desk->report, instance, view);
    list_plan_free(desk->report.kept.lists);
    desk->report.kept.lists = NULL;
    view_dump(view, stream);
    fclose(stream);
    copy = arena_copy(desk->arena, bytes, length);
    free(bytes);
    return copy;
}

static void
open_october(struct desk *desk)
{
    desk_open(desk, files, 2, month_make(2025, 10), EDITION_PUBLIC);
}

static void
units_stand_in_protocol_order_and_those_without_last(void **state)
{
    struct desk desk;
    size_t count;
    const struct unit_shown *units;

    (void)state;
    open_october(&desk);
    units = units_shown(&desk.report, desk.arena, &count);
    assert_int_equal(count, 3);
    assert_true(text_is(units[0].name, "区发改局"));
    assert_true(text_is(units[1].name, "区人社局"));
    assert_true(text_is(units[2].name, "未填报单位"));
    assert_true(text_is(unit_file(&desk.report, 0, desk.arena), "unit-3"));
    desk_close(&desk);
}

static void
a_unit_shows_what_is_overdue_first(void **state)
{
    struct desk desk;
    const char *said;

    (void)state;
    open_october(&desk);
    said = dumped(&desk, PAGE_unit, 0);
    assert_non_null(strstr(said, "PAGE_TITLE = 区发改局\n"));
    assert_non_null(strstr(said, "LEDGER[0].GROUP[0].ID = open\n"));
    assert_non_null(strstr(said, "CLAUSE[0].TEXT = 难题逾期1项\n"));
    assert_non_null(
        strstr(said, "LEDGER[0].GROUP[0].RECORD[0].NAME = 用电难\n"));
    assert_non_null(
        strstr(said, "LEDGER[0].GROUP[0].RECORD[1].NAME = 用地难\n"));
    assert_non_null(strstr(said, "LEDGER[0].SUBSET[0].ID = overdue\n"));
    assert_non_null(strstr(said, "LEDGER[0].SUBSET[0].REF[0].NAME = 用电难\n"));
    assert_non_null(strstr(said, "LEDGER[0].GROUP[0].COUNT = 2\n"));
    desk_close(&desk);
}

static void
the_quality_page_accounts_for_every_row(void **state)
{
    struct desk desk;
    const char *said;

    (void)state;
    open_october(&desk);
    said = dumped(&desk, PAGE_quality, 0);
    assert_non_null(strstr(said, "READ = 6\n"));
    assert_non_null(strstr(said, "ACCEPTED = 5\n"));
    assert_non_null(strstr(said, "REJECTED = 1\n"));
    assert_non_null(strstr(said, "IS_BALANCED[0] is on\n"));
    assert_non_null(strstr(said, "FILE_ROW[0].PATH = problems.csv\n"));
    assert_non_null(
        strstr(said, "MESSAGES[0].ROW[0].PART[0].WITHIN = 提出时间 E7"));
    assert_non_null(strstr(said, "UNCOUNTED_LIST[0].ROW[0].NAME = 去年的\n"));
    assert_non_null(strstr(said, ".TEXT = 合计、小计行\n"));
    assert_null(strstr(said, "张三丰"));
    desk_close(&desk);
}

static void
the_method_defines_the_figures_that_are_there_and_no_other(void **state)
{
    struct desk desk;
    const char *said;

    (void)state;
    open_october(&desk);
    said = dumped(&desk, PAGE_method, 0);
    assert_non_null(strstr(said, "FIGURE_ID = problems.solved\n"));
    assert_null(strstr(said, "suggestions."));
    assert_non_null(strstr(said, "SOURCE[0].READ = 6\n"));
    assert_non_null(strstr(said, "SOURCE[0].COUNTED = 4\n"));
    desk_close(&desk);
}

static void
dates_are_said_as_the_language_says_them(void **state)
{
    struct arena *arena = arena_new();
    struct date day = {2025, 3, 1};
    struct date month = {2025, 12, 0};

    (void)state;
    assert_true(text_is(date_words(arena, ZH, day), "2025年3月1日"));
    assert_true(text_is(date_words(arena, EN, day), "1 March 2025"));
    assert_true(text_is(date_words(arena, ZH, month), "2025年12月"));
    assert_true(text_is(date_words(arena, EN, month), "December 2025"));
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_stand_in_protocol_order_and_those_without_last),
        cmocka_unit_test(a_unit_shows_what_is_overdue_first),
        cmocka_unit_test(the_quality_page_accounts_for_every_row),
        cmocka_unit_test(
            the_method_defines_the_figures_that_are_there_and_no_other),
        cmocka_unit_test(dates_are_said_as_the_language_says_them),
    };

    return cmocka_run_group_tests_name("pages", tests, NULL, NULL);
}
