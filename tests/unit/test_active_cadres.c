#include "support/desk.h"

#include "year/active_cadres.h"

#define ROSTER   "干部编号,姓名,派出单位,战场,开始时间,结束时间\n"
#define PROBLEMS "问题编号,问题名称,责任单位,责任人,提出时间,办理状态\n"

static void
open_october(struct desk *desk, const struct desk_file *files, size_t count)
{
    desk_open(desk, files, count, month_make(2025, 10), EDITION_INTERNAL);
}

static size_t
active(const struct desk *desk)
{
    return desk->report.year->figures[FIGURE_CADRES_ACTIVE].count;
}

static void
an_owner_by_id_or_by_name_is_active(void **state)
{
    static const struct desk_file files[] = {
        {"cadres.csv", ROSTER "G1,张三,区发改局,重点项目,,\n"
                              "G2,李四,区发改局,企业服务,,\n"
                              "G3,王五,区发改局,企业服务,,\n"},
        {"problems.csv",
         PROBLEMS "P-1,一事,区发改局,G1、李四,2025-03-01,办理中\n"
                  "P-2,二事,区发改局,李四,2025-03-01,办理中\n"},
    };
    struct desk desk;

    (void)state;
    open_october(&desk, files, 2);
    assert_int_equal(active(&desk), 2);
    desk_close(&desk);
}

static void
a_name_that_two_bear_makes_neither_active(void **state)
{
    static const struct desk_file files[] = {
        {"cadres.csv", ROSTER "G1,张三,区发改局,重点项目,,\n"
                              "G2,张三,区住建局,企业服务,,\n"},
        {"problems.csv", PROBLEMS "P-1,一事,区发改局,张三,2025-03-01,办理中\n"},
    };
    struct desk desk;

    (void)state;
    open_october(&desk, files, 2);
    assert_int_equal(active(&desk), 0);
    desk_close(&desk);
}

static void
a_namesake_who_has_left_is_not_meant(void **state)
{
    static const struct desk_file files[] = {
        {"cadres.csv",
         ROSTER "G1,张三,区发改局,重点项目,2025-01-01,2025-06-30\n"
                "G2,张三,区住建局,企业服务,2025-07-01,\n"},
        {"problems.csv", PROBLEMS "P-1,一事,区发改局,张三,2025-08-01,办理中\n"},
    };
    struct desk desk;

    (void)state;
    open_october(&desk, files, 2);
    assert_int_equal(active(&desk), 1);
    desk_close(&desk);
}

static void
a_record_after_the_cutoff_makes_nobody_active(void **state)
{
    static const struct desk_file files[] = {
        {"cadres.csv", ROSTER "G1,张三,区发改局,重点项目,,\n"},
        {"problems.csv", PROBLEMS "P-1,一事,区发改局,张三,2025-11-01,办理中\n"},
    };
    struct desk desk;

    (void)state;
    open_october(&desk, files, 2);
    assert_int_equal(active(&desk), 0);
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_owner_by_id_or_by_name_is_active),
        cmocka_unit_test(a_name_that_two_bear_makes_neither_active),
        cmocka_unit_test(a_namesake_who_has_left_is_not_meant),
        cmocka_unit_test(a_record_after_the_cutoff_makes_nobody_active),
    };

    return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
