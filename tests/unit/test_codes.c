#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "intake/codes.h"

struct desk {
    struct arena *arena;
    struct diag *diag;
    struct codes codes;
    char folder[32];
};

static int
set_up(void **state)
{
    struct desk *desk = calloc(1, sizeof(*desk));

    desk->arena = arena_new();
    desk->diag = diag_new();
    strcpy(desk->folder, "/tmp/shiji-codes-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    *state = desk;
    return 0;
}

static int
tear_down(void **state)
{
    struct desk *desk = *state;
    struct text command = text_format(desk->arena, "rm -r '%s'", desk->folder);

    assert_int_equal(system(command.bytes), 0);
    diag_free(desk->diag);
    arena_free(desk->arena);
    free(desk);
    return 0;
}

static void
put(struct desk *desk, const char *name, const char *bytes)
{
    struct text folder = text_format(desk->arena, "%s/codes", desk->folder);
    struct text path = text_format(desk->arena, "%s/%s", desk->folder, name);
    FILE *file;

    mkdir(folder.bytes, 0700);
    file = fopen(path.bytes, "wb");
    assert_non_null(file);
    fputs(bytes, file);
    fclose(file);
}

static bool
read_codes(struct desk *desk)
{
    return codes_read(desk->arena, desk->folder, desk->diag, &desk->codes);
}

static void
without_files_there_are_defaults(void **state)
{
    struct desk *desk = *state;

    assert_true(codes_read(desk->arena, NULL, desk->diag, &desk->codes));
    assert_true(
        text_is(desk->codes.values[SETTING_TITLE], "干部素质提升年成果月报"));
    assert_true(read_codes(desk));
    assert_int_equal(desk->codes.unit_count, 0);
    assert_int_equal(diag_exit_status(desk->diag), 0);
}

static void
settings_are_read_in_either_language(void **state)
{
    struct desk *desk = *state;

    put(desk, "settings.csv",
        "设置项;值\ntitle;\"月报;十月\"\nyear_start;2025-03\n"
        "dimension.攻坚能力;33.5%\ndimension.服务（示例）;66.5\n");
    assert_true(read_codes(desk));
    assert_true(text_is(desk->codes.values[SETTING_TITLE], "月报;十月"));
    assert_int_equal(desk->codes.year_start.number, month_make(2025, 3).number);
    assert_int_equal(desk->codes.dimension_count, 2);
    assert_int_equal(desk->codes.dimensions[0].weight, 3350);
    assert_false(desk->codes.dimensions[0].is_example);
    assert_true(desk->codes.dimensions[1].is_example);
}

static void
refuses(struct desk *desk, const char *name, const char *bytes, enum rule rule)
{
    put(desk, name, bytes);
    assert_false(read_codes(desk));
    assert_int_equal(diag_count_rule(desk->diag, rule), 1);
    assert_int_equal(diag_exit_status(desk->diag), 2);
}

static void
an_unknown_setting_is_refused(void **state)
{
    refuses(*state, "settings.csv", "key,value\ntitel,x\n",
            RULE_SETTING_UNKNOWN);
}

static void
a_damaged_line_of_the_settings_is_refused(void **state)
{
    refuses(*state, "settings.csv", "key,value\ntitle,\"月报\nissue,3\n",
            RULE_SETTING_INVALID);
}

static void
weights_must_add_to_the_whole(void **state)
{
    refuses(*state, "settings.csv",
            "key,value\ndimension.a,50\ndimension.b,49.99\n",
            RULE_SETTING_INVALID);
}

static void
a_weight_counts_nothing(void **state)
{
    refuses(*state, "settings.csv", "key,value\ndimension.a,100项\n",
            RULE_SETTING_INVALID);
}

static void
a_bad_month_is_refused(void **state)
{
    refuses(*state, "settings.csv", "key,value\nyear_start,2025-13\n",
            RULE_SETTING_INVALID);
}

/* Typed into a spreadsheet, 2025-03 becomes the first of March. */
static void
a_month_is_read_as_spreadsheets_leave_it(void **state)
{
    struct desk *desk = *state;

    put(desk, "settings.csv", "key,value\nyear_start,2025-03-01\n");
    put(desk, "targets.csv",
        "figure,target,month\nproblems.solved,1,2025-10-01\n"
        "problems.raised,1,2025年9月\nproblems.open,1,2025-10-02\n");
    assert_true(read_codes(desk));
    assert_int_equal(desk->codes.year_start.number, month_make(2025, 3).number);
    assert_int_equal(desk->codes.target_count, 2);
    assert_int_equal(desk->codes.targets[0].month.number,
                     month_make(2025, 10).number);
    assert_int_equal(desk->codes.targets[1].month.number,
                     month_make(2025, 9).number);
    assert_int_equal(diag_count_rule(desk->diag, RULE_TARGET_INVALID), 1);
}

static void
settings_without_header_are_refused(void **state)
{
    refuses(*state, "settings.csv", "title,x\n", RULE_SETTING_INVALID);
}

static void
a_unit_that_owes_nothing_is_told_in_any_word(void **state)
{
    struct desk *desk = *state;

    put(desk, "codes/units.csv",
        "name,reports\n甲,是\n乙,\n丙,TRUE\n丁,否\n戊,FALSE\n己,×\n");
    assert_true(read_codes(desk));
    assert_int_equal(desk->codes.unit_count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(desk->codes.units[i].owes_returns, i < 3);
}

static void
targets_are_exact(void **state)
{
    struct desk *desk = *state;

    put(desk, "targets.csv",
        "figure,target,month\nproblems.solved,\"1,300\",\n"
        "problems.rate,96.4%,2025-10\n");
    assert_true(read_codes(desk));
    assert_int_equal(desk->codes.target_count, 2);
    assert_int_equal(desk->codes.targets[0].millionths, 1300000000);
    assert_int_equal(desk->codes.targets[1].millionths, 96400000);
    assert_int_equal(desk->codes.targets[1].month.number,
                     month_make(2025, 10).number);
}

static void
a_target_that_is_no_number_is_passed_over(void **state)
{
    struct desk *desk = *state;

    put(desk, "targets.csv",
        "figure,target\nproblems.solved,many\nproblems.raised,150 项\n");
    assert_true(read_codes(desk));
    assert_int_equal(desk->codes.target_count, 1);
    assert_int_equal(desk->codes.targets[0].millionths, 150000000);
    assert_int_equal(diag_count_rule(desk->diag, RULE_TARGET_INVALID), 1);
}

static void
lists_are_read_in_protocol_order_and_trimmed(void **state)
{
    struct desk *desk = *state;

    put(desk, "codes/units.csv",
        "单位名称,排序,别名\n 区人社局　,20,人社局、区人社\n区发改局,,\n");
    put(desk, "codes/statuses.csv", "ledger,word,status\nproblems,A,solved\n");
    assert_true(read_codes(desk));
    assert_int_equal(desk->codes.unit_count, 2);
    assert_true(text_is(desk->codes.units[0].name, "区发改局"));
    assert_int_equal(desk->codes.units[0].order, 2);
    assert_true(text_is(desk->codes.units[1].name, "区人社局"));
    assert_int_equal(desk->codes.units[1].order, 20);
    assert_true(text_is(desk->codes.units[1].aliases, "人社局、区人社"));
    assert_int_equal(desk->codes.status_count, 1);
    assert_true(text_is(desk->codes.statuses[0].value, "solved"));
}

static void
a_faulty_list_is_set_aside(void **state)
{
    struct desk *desk = *state;

    put(desk, "codes/aliases.csv", "a,b\n1,2\n");
    assert_true(read_codes(desk));
    assert_int_equal(desk->codes.alias_count, 0);
    assert_int_equal(diag_count_rule(desk->diag, RULE_COLUMN_MISSING), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(without_files_there_are_defaults),
        TEST(settings_are_read_in_either_language),
        TEST(an_unknown_setting_is_refused),
        TEST(a_damaged_line_of_the_settings_is_refused),
        TEST(weights_must_add_to_the_whole),
        TEST(a_weight_counts_nothing),
        TEST(a_bad_month_is_refused),
        TEST(settings_without_header_are_refused),
        TEST(a_month_is_read_as_spreadsheets_leave_it),
        TEST(a_unit_that_owes_nothing_is_told_in_any_word),
        TEST(targets_are_exact),
        TEST(a_target_that_is_no_number_is_passed_over),
        TEST(lists_are_read_in_protocol_order_and_trimmed),
        TEST(a_faulty_list_is_set_aside),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
