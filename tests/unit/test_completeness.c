#include "support/desk.h"

#include "year/completeness.h"

/* clang-format off */
#define TITLES "问题编号,问题名称,责任单位,提出时间,办结时间,办理状态\r\n"
#define NO_UNIT "问题编号,问题名称,提出时间,办结时间,办理状态\r\n"

static const struct desk_file files[] = {
    {"2025-08/problems.csv", TITLES
     "P-1,招工难,区人社局,2025-08-01,,办理中\r\n"},
    {"2025-10/problems.csv", TITLES
     "P-1,招工难,区人社局,2025-08-01,2025-10-02,已办结\r\n"
     "P-2,用地难,区发改局,2025-08-20,,办理中\r\n"
     "P-3,用水难,区文旅局,2025-10-03,,办理中\r\n"},
    {"2025-10/nil.csv", "填报单位：区司法局,,,,\r\n" NO_UNIT},
};
/* clang-format on */

enum { FILES = 3 };

static struct completeness
found_in(struct desk *desk)
{
    desk_open(desk, files, FILES, month_make(2025, 10), EDITION_PUBLIC);
    return completeness_of(desk->report.year, desk->arena);
}

static int
state_of(const struct desk *desk, const struct completeness *found,
         const char *unit, size_t month)
{
    for (size_t i = 0; i < found->unit_count; i++)
        if (text_is(intern_text(desk->book->units, found->units[i].code), unit))
            return found->units[i].months[month];
    fail_msg("%s is not in the grid", unit);
    return -1;
}

static void
a_month_without_any_folder_is_not_judged(void **state)
{
    struct desk desk;
    struct completeness found = found_in(&desk);

    (void)state;
    assert_int_equal(found.month_count, 2);
    assert_int_equal(found.months[0].number, month_make(2025, 8).number);
    assert_int_equal(found.months[1].number, month_make(2025, 10).number);
    desk_close(&desk);
}

static void
a_row_in_the_folder_of_the_month_is_a_return(void **state)
{
    struct desk desk;
    struct completeness found = found_in(&desk);

    (void)state;
    assert_int_equal(state_of(&desk, &found, "区人社局", 0), RETURN_MADE);
    assert_int_equal(state_of(&desk, &found, "区人社局", 1), RETURN_MADE);
    desk_close(&desk);
}

static void
what_concerns_a_month_and_comes_later_is_late(void **state)
{
    struct desk desk;
    struct completeness found = found_in(&desk);

    (void)state;
    assert_int_equal(state_of(&desk, &found, "区发改局", 0), RETURN_LATE);
    assert_int_equal(state_of(&desk, &found, "区发改局", 1), RETURN_MADE);
    desk_close(&desk);
}

static void
nothing_at_all_is_missing(void **state)
{
    struct desk desk;
    struct completeness found = found_in(&desk);

    (void)state;
    assert_int_equal(state_of(&desk, &found, "区文旅局", 0), RETURN_MISSING);
    assert_int_equal(completeness_missing(&found, 0), 2);
    assert_int_equal(completeness_missing(&found, 1), 0);
    assert_int_equal(found.missing, 2);
    desk_close(&desk);
}

static void
a_file_of_a_unit_without_rows_is_a_nil_return(void **state)
{
    struct desk desk;
    struct completeness found = found_in(&desk);

    (void)state;
    assert_int_equal(state_of(&desk, &found, "区司法局", 0), RETURN_MISSING);
    assert_int_equal(state_of(&desk, &found, "区司法局", 1), RETURN_NIL);
    desk_close(&desk);
}

static void
a_unit_on_the_list_that_never_reports_is_missing(void **state)
{
    static const struct desk_file listed[] = {
        {"codes/units.csv", "name,order,aliases\r\n区住建局,1,\r\n"
                            "区人社局,2,\r\n"},
        {"2025-10/problems.csv",
         TITLES "P-1,招工难,区人社局,2025-10-01,,办理中\r\n"},
    };
    struct desk desk;
    struct completeness found;

    (void)state;
    desk_open(&desk, listed, 2, month_make(2025, 10), EDITION_PUBLIC);
    found = completeness_of(desk.report.year, desk.arena);
    assert_int_equal(found.unit_count, 2);
    assert_int_equal(state_of(&desk, &found, "区住建局", 0), RETURN_MISSING);
    assert_true(text_is(intern_text(desk.book->units, found.units[0].code),
                        "区住建局"));
    desk_close(&desk);
}

static void
files_outside_month_folders_are_the_return_of_the_report_month(void **state)
{
    static const struct desk_file files_alone[] = {
        {"codes/units.csv", "name,order,aliases\r\n区住建局,1,\r\n"},
        {"problems.csv", TITLES "P-1,招工难,区人社局,2025-08-01,,办理中\r\n"},
    };
    struct desk desk;
    struct completeness found;

    (void)state;
    desk_open(&desk, files_alone, 2, month_make(2025, 10), EDITION_PUBLIC);
    found = completeness_of(desk.report.year, desk.arena);
    assert_int_equal(found.month_count, 1);
    assert_int_equal(found.months[0].number, month_make(2025, 10).number);
    assert_int_equal(state_of(&desk, &found, "区人社局", 0), RETURN_MADE);
    assert_int_equal(state_of(&desk, &found, "区住建局", 0), RETURN_MISSING);
    desk_close(&desk);
}

static void
what_was_sent_and_not_read_is_not_missing(void **state)
{
    static const struct desk_file sent[] = {
        {"codes/units.csv", "name,order,aliases\r\n区住建局,1,住建局\r\n"
                            "区水利局,2,\r\n区司法局,3,\r\n区档案馆,4,\r\n"},
        {"2025-10/problems.csv",
         TITLES "P-1,招工难,区人社局,2025-10-01,,办理中\r\n"
                "P-2,用地难,区司法局,2025-13-01,,办理中\r\n"},
        {"2025-10/住建局10月.csv", "问题编号,名目,责任单位\r\n1,甲,乙\r\n"},
        {"2025-10/x.csv", "填报单位：区水利局,,\r\n"
                          "问题编号,问题名称,办理状态\r\n1,甲,办理中\r\n"},
        {"2025-10/y.csv", "甲,乙\r\n1,2\r\n"},
    };
    struct desk desk;
    struct completeness found;

    (void)state;
    desk_open(&desk, sent, 5, month_make(2025, 10), EDITION_PUBLIC);
    found = completeness_of(desk.report.year, desk.arena);
    assert_int_equal(state_of(&desk, &found, "区住建局", 0), RETURN_UNREAD);
    assert_int_equal(state_of(&desk, &found, "区水利局", 0), RETURN_UNREAD);
    assert_int_equal(state_of(&desk, &found, "区司法局", 0), RETURN_MADE);
    assert_int_equal(state_of(&desk, &found, "区档案馆", 0), RETURN_MISSING);
    assert_int_equal(found.missing, 1);
    assert_int_equal(found.unread[0], 1);
    desk_close(&desk);
}

static void
a_unit_left_blank_and_named_later_was_not_late(void **state)
{
    static const struct desk_file months[] = {
        {"2025-09/a.csv", TITLES ",招工难,,2025-09-01,,办理中\r\n"},
        {"2025-10/a.csv", TITLES ",招工难,区人社局,2025-09-01,,办理中\r\n"},
    };
    struct desk desk;
    struct completeness found;

    (void)state;
    desk_open(&desk, months, 2, month_make(2025, 10), EDITION_PUBLIC);
    found = completeness_of(desk.report.year, desk.arena);
    assert_int_equal(state_of(&desk, &found, "区人社局", 0), RETURN_MADE);
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_without_any_folder_is_not_judged),
        cmocka_unit_test(a_row_in_the_folder_of_the_month_is_a_return),
        cmocka_unit_test(what_concerns_a_month_and_comes_later_is_late),
        cmocka_unit_test(nothing_at_all_is_missing),
        cmocka_unit_test(a_file_of_a_unit_without_rows_is_a_nil_return),
        cmocka_unit_test(a_unit_on_the_list_that_never_reports_is_missing),
        cmocka_unit_test(what_was_sent_and_not_read_is_not_missing),
        cmocka_unit_test(a_unit_left_blank_and_named_later_was_not_late),
        cmocka_unit_test(
            files_outside_month_folders_are_the_return_of_the_report_month),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
