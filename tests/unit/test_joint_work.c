#include "support/desk.h"

#include "ledger/vocabulary.h"
#include "year/joint_work.h"

#define TITLES "问题编号,问题名称,责任单位,配合单位,提出时间,办理状态\n"

static const struct desk_file files[] = {
    {"codes/units.csv", "name,order,aliases\n甲局,1,甲\n乙局,2,\n丙局,3,\n"},
    {"problems.csv", TITLES "P-1,一事,甲局、乙局,,2025-03-01,办理中\n"
                            "P-2,二事,乙局,丙局、甲；乙局,2025-02-01,办理中\n"
                            "P-3,三事,甲,甲局,2025-02-01,办理中\n"
                            "P-4,四事,甲局,丁局,2025-04-01,办理中\n"
                            "P-5,五事,乙局,甲局,2025-11-01,办理中\n"},
};

enum { FILES = sizeof(files) / sizeof(files[0]) };

static void
open_october(struct desk *desk)
{
    desk_open(desk, files, FILES, month_make(2025, 10), EDITION_PUBLIC);
}

static void
assert_partner(const struct desk *desk, const char *unit, const char *ids)
{
    struct joint_work partners = joint_work_of(desk->report.year, desk->arena);
    size_t count;
    const struct partnership *found = joint_work_find(
        &partners, intern_find(desk->book->units, text_of(unit)),
        LEDGER_problems, &count);
    struct text said = text_of("");

    for (size_t i = 0; i < count; i++)
        said = text_join(desk->arena, said,
                         row_text(desk->book, LEDGER_problems, found[i].row,
                                  "id", desk->arena));
    assert_true(text_is(said, ids));
}

static void
further_units_are_partners_and_the_lead_is_not(void **state)
{
    struct desk desk;

    (void)state;
    open_october(&desk);
    assert_partner(&desk, "甲局", "P-2");
    assert_partner(&desk, "乙局", "P-1");
    assert_partner(&desk, "丙局", "P-2");
    desk_close(&desk);
}

static void
a_partner_that_never_leads_has_its_records(void **state)
{
    struct desk desk;

    (void)state;
    open_october(&desk);
    assert_partner(&desk, "丁局", "P-4");
    desk_close(&desk);
}

static void
a_partner_missing_from_the_list_of_units_is_warned_about(void **state)
{
    struct desk desk;

    (void)state;
    open_october(&desk);
    assert_int_equal(diag_count_rule(desk.diag, RULE_UNIT_UNKNOWN), 1);
    desk_close(&desk);
}

static void
a_record_counts_for_its_lead_alone(void **state)
{
    struct desk desk;
    const struct table *table;
    int64_t sum = 0;

    (void)state;
    open_october(&desk);
    table = &desk.report.year->tables[TABLE_PROBLEMS_BY_UNIT];
    for (size_t i = 0; i < table->count; i++)
        sum += table->rows[i].values[0] + table->rows[i].values[1];
    assert_int_equal(sum, 4);
    assert_int_equal(table->count, 2);
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(further_units_are_partners_and_the_lead_is_not),
        cmocka_unit_test(a_partner_that_never_leads_has_its_records),
        cmocka_unit_test(
            a_partner_missing_from_the_list_of_units_is_warned_about),
        cmocka_unit_test(a_record_counts_for_its_lead_alone),
    };

    return cmocka_run_group_tests_name("partners", tests, NULL, NULL);
}
