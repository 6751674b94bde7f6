#include "support/desk.h"

#include "base/json.h"
#include "view/account.h"
#include "view/data.h"

/* clang-format off */
#define TITLES \
    "问题编号,问题名称,所属领域,责任单位,责任人," \
    "提出时间,办结时间,办理状态\r\n"
/* clang-format on */

static const struct desk_file files[] = {
    {"settings.csv", "key,value\r\ntitle,成果月报\r\ndistrict,某区\r\n"},
    {"problems.csv", TITLES
     "P-1,招工难,企业发展,区人社局,张三丰,2025-08-01,2025-09-10,已办结\r\n"
     "P-2,用地难,项目建设,区发改局,李四,2025-09-02,2025-11-03,已办结\r\n"
     "P-3,停水,其他,区人社局,李四,2025-10-03,,办理中\r\n"
     "P-4,断电,其他,,李四,2025-10-04,,办理中\r\n"
     "P-5,坏日期,其他,区人社局,李四,2025-13-04,,办理中\r\n"},
};

enum { FILES = sizeof(files) / sizeof(files[0]) };

static void
open_october(struct desk *desk, enum edition edition)
{
    desk_open(desk, files, FILES, month_make(2025, 10), edition);
}

static const char *
written(struct desk *desk, struct json_t *json)
{
    struct text text = json_text(desk->arena, json, false);

    json_free(json);
    return arena_copy(desk->arena, text.bytes, text.length);
}

/* The first place of each key, in order, behind one another. */
static void
assert_order(const char *text, const char *const *keys)
{
    for (size_t i = 0; keys[i]; i++) {
        const char *found = strstr(text, keys[i]);

        if (found == NULL)
            fail_msg("%s is missing or out of order", keys[i]);
        text = found;
    }
}

static void
the_keys_of_a_summary_stand_in_their_order(void **state)
{
    static const char *const keys[] = {
        "\"format\": \"shiji-summary/1\"",
        "\"title\": \"成果月报\"",
        "\"district\": \"某区\"",
        "\"month\": \"2025-10\"",
        "\"cutoff\": \"2025-10-31\"",
        "\"year_start\": \"2025-01\"",
        "\"edition\": \"public\"",
        "\"version\": 1",
        "\"rows\": {",
        "\"files\": 1",
        "\"read\": 5",
        "\"accepted\": 4",
        "\"rejected\": 1",
        "\"duplicate\": 0",
        "\"superseded\": 0",
        "\"skipped\":",
        "\"figures\": {",
        "\"tables\": {",
        "\"restated\": [",
        NULL,
    };
    struct desk desk;

    (void)state;
    open_october(&desk, EDITION_PUBLIC);
    assert_order(written(&desk, summary_json(&desk.report)), keys);
    desk_close(&desk);
}

static const struct json_t *
figure(const struct json_t *summary, const char *id)
{
    return json_get(json_get(summary, "figures"), id);
}

static void
a_count_is_an_integer_equal_to_its_list(void **state)
{
    struct desk desk;
    struct json_t *summary;
    const struct json_t *solved;

    (void)state;
    open_october(&desk, EDITION_PUBLIC);
    summary = summary_json(&desk.report);
    solved = figure(summary, "problems.solved");
    assert_int_equal(json_get_count(solved, "value"), 1);
    assert_int_equal(json_get_count(solved, "count"), 1);
    assert_true(text_is(json_get_text(solved, "label"), "累计解决"));
    assert_true(text_is(json_get_text(solved, "unit"), "项"));
    assert_true(
        text_is(json_get_text(solved, "records"), "problems-solved.html"));
    assert_int_equal(
        json_get_count(figure(summary, "problems.raised"), "value"), 4);
    json_free(summary);
    desk_close(&desk);
}

static void
a_rate_is_a_text_with_its_fraction(void **state)
{
    struct desk desk;
    struct json_t *summary;
    const struct json_t *rate;

    (void)state;
    open_october(&desk, EDITION_PUBLIC);
    summary = summary_json(&desk.report);
    rate = figure(summary, "problems.rate");
    assert_true(text_is(json_get_text(rate, "value"), "25.0"));
    assert_int_equal(json_get_count(rate, "numerator"), 1);
    assert_int_equal(json_get_count(rate, "denominator"), 4);
    assert_int_equal(json_get_count(rate, "count"), 1);
    json_free(summary);
    desk_close(&desk);
}

static void
an_absent_ledger_leaves_no_trace(void **state)
{
    struct desk desk;
    const char *text;

    (void)state;
    open_october(&desk, EDITION_PUBLIC);
    text = written(&desk, summary_json(&desk.report));
    assert_null(strstr(text, "suggestions"));
    assert_null(strstr(text, "reports."));
    assert_null(strstr(text, "indicators"));
    desk_close(&desk);
}

static void
a_record_without_unit_is_listed_as_such(void **state)
{
    struct desk desk;
    struct json_t *summary;
    const struct json_t *table;
    bool is_found = false;

    (void)state;
    open_october(&desk, EDITION_PUBLIC);
    summary = summary_json(&desk.report);
    table = json_get(json_get(summary, "tables"), "problems.by_unit");
    for (size_t i = 0; i < json_size(table); i++)
        is_found = is_found || text_is(json_get_text(json_at(table, i), "key"),
                                       "未填报单位");
    assert_true(is_found);
    json_free(summary);
    desk_close(&desk);
}

static void
cohort_rows_are_cumulative(void **state)
{
    struct desk desk;
    struct json_t *summary;
    const struct json_t *table, *row, *within;

    (void)state;
    open_october(&desk, EDITION_PUBLIC);
    summary = summary_json(&desk.report);
    table = json_get(json_get(summary, "tables"), "problems.cohort");
    for (size_t i = 0; i < json_size(table); i++) {
        row = json_at(table, i);
        if (!text_is(json_get_text(row, "key"), "2025-08"))
            continue;
        within = json_get(row, "within");
        assert_int_equal(json_get_count(row, "total"), 1);
        assert_int_equal(json_size(within), 3);
        json_free(summary);
        desk_close(&desk);
        return;
    }
    fail_msg("no cohort of August");
}

static void
the_account_of_a_public_report_holds_no_name_and_no_folder(void **state)
{
    struct desk desk;
    const char *text;

    (void)state;
    open_october(&desk, EDITION_PUBLIC);
    text = written(&desk, account_of_report(&desk.report));
    assert_non_null(strstr(text, "\"path\": \"problems.csv\""));
    assert_null(strstr(text, desk.folder));
    assert_null(strstr(text, "张三丰"));
    desk_close(&desk);
}

static void
the_account_balances_and_names_the_cell(void **state)
{
    static const char *const keys[] = {
        "\"format\": \"shiji-check/1\"",
        "\"rows\": {",
        "\"read\": 5",
        "\"files\": [",
        "\"ledger\": \"problems\"",
        "\"status\": \"accepted\"",
        "\"encoding\": \"utf-8\"",
        "\"delimiter\": \",\"",
        "\"header_line\": 1",
        "\"skipped\": [",
        "\"notes\": {",
        "\"messages\": [",
        "\"line\": 6",
        "\"field\": 6",
        "\"cell\": \"F6\"",
        "\"severity\": \"error\"",
        "\"rule\": \"date-invalid\"",
        "\"title\": \"提出时间\"",
        "\"value\": \"2025-13-04\"",
        NULL,
    };
    struct desk desk;

    (void)state;
    open_october(&desk, EDITION_PUBLIC);
    assert_int_equal(account_balance(&desk.book->rows), 0);
    assert_order(written(&desk, account_json(desk.book, desk.diag, ZH, NULL)),
                 keys);
    desk_close(&desk);
}

static void
a_sum_of_money_is_an_integer_where_it_is_one(void **state)
{
    static const struct desk_file money[] = {
        {"projects.csv", "项目编号,项目名称,责任单位,总投资（万元）,"
                         "累计完成投资,签约时间\r\n"
                         "X-1,一号厂房,区发改局,1000.5,10.25,2025-03-01\r\n"
                         "X-2,二号厂房,区发改局,99.5,,2025-03-02\r\n"},
    };
    struct desk desk;
    struct json_t *summary;

    (void)state;
    desk_open(&desk, money, 1, month_make(2025, 10), EDITION_PUBLIC);
    summary = summary_json(&desk.report);
    assert_int_equal(
        json_get_count(figure(summary, "projects.invest_wan"), "value"), 1100);
    assert_true(text_is(
        json_get_text(figure(summary, "projects.done_wan"), "value"), "10.25"));
    json_free(summary);
    desk_close(&desk);
}

static void
completeness_has_a_column_for_each_judged_month(void **state)
{
    struct desk desk;
    struct json_t *summary;
    const struct json_t *row;

    (void)state;
    open_october(&desk, EDITION_PUBLIC);
    summary = summary_json(&desk.report);
    row = json_at(json_get(json_get(summary, "tables"), "completeness"), 0);
    assert_true(text_is(json_get_text(row, "key"), "区人社局"));
    assert_true(text_is(json_get_text(row, "2025-10"), "reported"));
    json_free(summary);
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_keys_of_a_summary_stand_in_their_order),
        cmocka_unit_test(a_count_is_an_integer_equal_to_its_list),
        cmocka_unit_test(a_rate_is_a_text_with_its_fraction),
        cmocka_unit_test(an_absent_ledger_leaves_no_trace),
        cmocka_unit_test(a_record_without_unit_is_listed_as_such),
        cmocka_unit_test(cohort_rows_are_cumulative),
        cmocka_unit_test(a_sum_of_money_is_an_integer_where_it_is_one),
        cmocka_unit_test(completeness_has_a_column_for_each_judged_month),
        cmocka_unit_test(
            the_account_of_a_public_report_holds_no_name_and_no_folder),
        cmocka_unit_test(the_account_balances_and_names_the_cell),
    };

    return cmocka_run_group_tests_name("summary", tests, NULL, NULL);
}
