#include "support/desk.h"

#include "year/record_changes.h"

/* clang-format off */
#define TITLES "问题编号,问题名称,责任单位,提出时间,办结时间,办理状态,工作成效\r\n"

static const struct desk_file files[] = {
    {"2025-09/problems.csv", TITLES
     "P-1,招工难,区人社局,2025-08-01,,办理中,\r\n"
     "P-2,用地难,区发改局,2025-09-02,2025-09-20,已办结,\r\n"
     "P-3,停水,区住建局,2025-09-03,,办理中,\r\n"
     "P-4,断电,区住建局,2025-09-04,,办理中,\r\n"
     "P-5,堵车,区住建局,2025.9.5,,办理中,\r\n"
     "P-6,噪声,区司法局,2025-09-06,,办理中,\r\n"},
    {"2025-10/problems.csv", TITLES
     "P-1,招工难,区人社局,2025-08-01,2025-10-10,已办结,已招齐\r\n"
     "P-2,用地难,区发改局,2025-09-02,,办理中,\r\n"
     "P-3,停水,区文旅局,2025-09-03,,办理中,\r\n"
     "P-4,断电,区住建局,2025-09-04,,撤销,\r\n"
     "P-5,堵车,区住建局,2025-09-05,,办理中,\r\n"
     "P-7,漏水,区住建局,2025-10-07,,办理中,\r\n"
     "P-8,补报,区住建局,2025-08-08,,办理中,\r\n"
     "P-9,滋扰,区司法局,2025-10-09,,办理中,\r\n"},
};
/* clang-format on */

static struct record_changes
changes_in(struct desk *desk, const struct desk_file *laid, size_t count)
{
    struct year *before;

    desk_open(desk, laid, count, month_make(2025, 10), EDITION_PUBLIC);
    before = year_as_known(desk->arena, desk->book, month_make(2025, 9));
    return record_changes_of(desk->report.year, before, desk->report.privacy,
                             desk->arena);
}

/* The ids of the records of a kind, with blanks between. */
static const char *
ids(struct desk *desk, const struct record_changes *changes, enum changed kind)
{
    struct text all = text_of("");
    const struct changed_list *list = &changes->lists[kind];

    for (size_t i = 0; i < list->count; i++)
        all = text_format(
            desk->arena, "%.*s%s%.*s", TEXT_ARG(all), i ? " " : "",
            TEXT_ARG(row_text(desk->book, (int)list->records[i].ledger,
                              list->records[i].row, "id", desk->arena)));
    return text_copy(desk->arena, all).bytes;
}

static void
each_record_stands_under_what_happened_to_it(void **state)
{
    struct desk desk;
    struct record_changes changes = changes_in(&desk, files, 2);

    (void)state;
    assert_string_equal(ids(&desk, &changes, CHANGED_NEW), "P-7 P-9");
    assert_string_equal(ids(&desk, &changes, CHANGED_LATE), "P-8");
    assert_true(changes.lists[CHANGED_LATE].records[0].entered_late);
    assert_false(changes.lists[CHANGED_LATE].records[0].done_late);
    assert_string_equal(ids(&desk, &changes, CHANGED_SOLVED), "P-1");
    assert_string_equal(ids(&desk, &changes, CHANGED_REOPENED), "P-2");
    assert_string_equal(ids(&desk, &changes, CHANGED_WITHDRAWN), "P-4");
    assert_string_equal(ids(&desk, &changes, CHANGED_UNSEEN), "P-6");
    assert_false(changes.is_first);
    assert_true(record_changes_any(&changes));
    desk_close(&desk);
}

/* The columns of the edited record with that id, by key, blanks between. */
static const char *
edits(struct desk *desk, const struct record_changes *changes, const char *id)
{
    const struct changed_list *list = &changes->lists[CHANGED_EDITED];
    const struct ledger_type *type = ledgers[LEDGER_problems];
    struct text all = text_of("");

    for (size_t i = 0; i < list->count; i++)
        for (size_t c = 0; c < type->column_count; c++)
            if ((list->records[i].columns >> c & 1) &&
                text_is(row_text(desk->book, LEDGER_problems,
                                 list->records[i].row, "id", desk->arena),
                        id))
                all = text_format(desk->arena, "%.*s%s%s", TEXT_ARG(all),
                                  all.length ? " " : "", type->columns[c].key);
    return text_copy(desk->arena, all).bytes;
}

static void
an_edited_record_names_every_column_that_differs(void **state)
{
    struct desk desk;
    struct record_changes changes = changes_in(&desk, files, 2);

    (void)state;
    assert_string_equal(ids(&desk, &changes, CHANGED_EDITED),
                        "P-1 P-2 P-3 P-4");
    assert_string_equal(edits(&desk, &changes, "P-1"),
                        "closed_on status result");
    assert_string_equal(edits(&desk, &changes, "P-3"), "unit");
    desk_close(&desk);
}

static const struct changed_sum *
sum_of(const struct record_changes *changes, enum figure_id figure)
{
    const struct changed_sum *sum = record_changes_sum(changes, figure);

    assert_non_null(sum);
    assert_int_equal(sum->base + sum->events - sum->reopened - sum->withdrawn -
                         sum->corrected + sum->late,
                     sum->total);
    return sum;
}

/* One solved then is reopened, one is solved now: the total is the same, and
   the sum is needed all the more. */
static void
a_running_total_is_the_sum_of_what_became_of_its_records(void **state)
{
    struct desk desk;
    struct record_changes changes = changes_in(&desk, files, 2);
    const struct changed_sum *solved = sum_of(&changes, FIGURE_PROBLEMS_SOLVED);
    const struct changed_sum *raised = sum_of(&changes, FIGURE_PROBLEMS_RAISED);

    (void)state;
    assert_int_equal(solved->base, 1);
    assert_int_equal(solved->events, 1);
    assert_int_equal(solved->reopened, 1);
    assert_int_equal(solved->total, 1);
    assert_int_equal(raised->base, 6);
    assert_int_equal(raised->events, 2);
    assert_int_equal(raised->late, 1);
    assert_int_equal(raised->total, 9);
    assert_null(record_changes_sum(&changes, FIGURE_REPORTS_SUBMITTED));
    desk_close(&desk);
}

static const struct desk_file full_lists[] = {
    {"settings.csv", "key,value\r\nreturns.problems,cumulative\r\n"},
    {"2025-08/problems.csv",
     TITLES "P-1,招工难,区人社局,2025-08-01,,办理中,\r\n"
            "P-2,用地难,区人社局,2025-08-02,,办理中,\r\n"
            "P-3,停水,区人社局,2025-08-03,,办理中,\r\n"
            "S-1,河道,区水利局,2025-08-03,,办理中,\r\n"},
    {"2025-09/problems.csv",
     TITLES "P-1,招工难,区人社局,2025-08-01,,办理中,\r\n"
            "P-2,用地难,区人社局,2025-08-02,,办理中,\r\n"},
    {"2025-10/problems.csv",
     TITLES "P-1,招工难,区人社局,2025-08-01,,办理中,\r\n"},
};

/* P-3 was withdrawn in September, P-2 is in October; who sends nothing loses
   nothing. */
static void
a_newer_full_list_withdraws_what_it_leaves_out(void **state)
{
    struct desk desk;
    struct record_changes changes = changes_in(&desk, full_lists, 4);

    (void)state;
    assert_string_equal(ids(&desk, &changes, CHANGED_WITHDRAWN), "P-2");
    assert_string_equal(ids(&desk, &changes, CHANGED_UNSEEN), "");
    assert_int_equal(sum_of(&changes, FIGURE_PROBLEMS_RAISED)->base, 3);
    assert_int_equal(sum_of(&changes, FIGURE_PROBLEMS_RAISED)->withdrawn, 1);
    assert_int_equal(sum_of(&changes, FIGURE_PROBLEMS_RAISED)->total, 2);
    desk_close(&desk);
}

static void
a_date_in_another_form_is_no_edit(void **state)
{
    struct desk desk;
    struct record_changes changes = changes_in(&desk, files, 2);

    (void)state;
    assert_null(strstr(ids(&desk, &changes, CHANGED_EDITED), "P-5"));
    desk_close(&desk);
}

static void
one_file_without_folders_is_compared_by_its_dates(void **state)
{
    static const struct desk_file one[] = {
        {"problems.csv",
         TITLES "P-1,招工难,区人社局,2025-08-01,2025-10-10,已办结,\r\n"
                "P-2,用地难,区发改局,2025-09-02,2025-09-20,已办结,\r\n"
                "P-3,停水,区住建局,2025-10-03,2025-10-04,已办结,\r\n"},
    };
    struct desk desk;
    struct record_changes changes = changes_in(&desk, one, 1);

    (void)state;
    assert_string_equal(ids(&desk, &changes, CHANGED_NEW), "P-3");
    assert_string_equal(ids(&desk, &changes, CHANGED_SOLVED), "P-1 P-3");
    assert_string_equal(ids(&desk, &changes, CHANGED_WITHDRAWN), "");
    desk_close(&desk);
}

static void
the_first_month_of_a_year_is_compared_with_nothing(void **state)
{
    struct desk desk;
    struct record_changes changes;

    (void)state;
    desk_open(&desk, files, 2, month_make(2025, 10), EDITION_PUBLIC);
    changes = record_changes_of(desk.report.year, NULL, desk.report.privacy,
                                desk.arena);
    assert_true(changes.is_first);
    assert_false(record_changes_any(&changes));
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_record_stands_under_what_happened_to_it),
        cmocka_unit_test(an_edited_record_names_every_column_that_differs),
        cmocka_unit_test(
            a_running_total_is_the_sum_of_what_became_of_its_records),
        cmocka_unit_test(a_newer_full_list_withdraws_what_it_leaves_out),
        cmocka_unit_test(a_date_in_another_form_is_no_edit),
        cmocka_unit_test(one_file_without_folders_is_compared_by_its_dates),
        cmocka_unit_test(the_first_month_of_a_year_is_compared_with_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
