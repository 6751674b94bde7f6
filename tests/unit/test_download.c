#include "support/desk.h"

#include "base/buffer.h"
#include "base/json.h"
#include "page/list.h"
#include "view/data.h"
#include "view/pagination.h"
#include "view/record_rows.h"

/* clang-format off */
#define TITLES \
    "问题编号,问题名称,责任单位,责任人," \
    "提出时间,办结时间,办理状态,解决措施\r\n"
/* clang-format on */

static const struct desk_file files[] = {
    {"problems.csv", TITLES
     "P-1,\"=HYPERLINK(\"\"http://x\"\"),1\",区人社局,张三丰,2025-08-01,2025-"
     "09-10,已办结,@SUM(A1)\r\n"
     "P-2,+86,区发改局,李四,2025-09-02,2025-11-03,已办结,\"一\n二\"\r\n"
     "P-3,十一月才提出,区发改局,李四,2025-11-02,,办理中,\r\n"
     "P-4,去年的,区发改局,李四,2024-11-02,2024-12-02,已办结,\r\n"},
};

/* The whole file: its head, and what every stretch of rows adds. */
static struct text
october(struct desk *desk, enum edition edition)
{
    struct buffer csv;
    struct record_rows stretch;

    desk_open(desk, files, 1, month_make(2025, 10), edition);
    desk->report.kept.lists = list_plan_new(&desk->report);
    csv = (struct buffer){.arena = desk->arena};
    buffer_put(&csv,
               download_head(&desk->report, LEDGER_problems, desk->arena));
    for (size_t i = 0; i < record_rows_count(&desk->report, LEDGER_problems);
         i++) {
        record_rows_fill(&desk->report, LEDGER_problems, i, desk->arena,
                         &stretch);
        buffer_put(&csv, stretch.lines);
    }
    list_plan_free(desk->report.kept.lists);
    return buffer_text(&csv);
}

static void
the_file_begins_with_a_mark_and_ends_its_lines_with_crlf(void **state)
{
    struct desk desk;
    struct text csv = october(&desk, EDITION_PUBLIC);
    const char *header = "\xef\xbb\xbf问题编号,问题名称,";

    (void)state;
    assert_memory_equal(csv.bytes, header, strlen(header));
    assert_true(text_ends(csv, "\r\n"));
    assert_non_null(strstr(csv.bytes, ",计入指标\r\n"));
    desk_close(&desk);
}

static void
no_cell_can_be_taken_for_a_formula(void **state)
{
    struct desk desk;
    struct text csv = october(&desk, EDITION_PUBLIC);

    (void)state;
    assert_non_null(strstr(csv.bytes, "\"'=HYPERLINK(\"\"http://x\"\"),1\""));
    assert_non_null(strstr(csv.bytes, ",'@SUM(A1),"));
    assert_non_null(strstr(csv.bytes, ",'+86,"));
    desk_close(&desk);
}

static void
a_line_break_stays_inside_its_cell(void **state)
{
    struct desk desk;
    struct text csv = october(&desk, EDITION_PUBLIC);

    (void)state;
    assert_non_null(strstr(csv.bytes, "\"一\n二\""));
    desk_close(&desk);
}

static void
only_records_that_count_at_the_cutoff_are_there(void **state)
{
    struct desk desk;
    struct text csv = october(&desk, EDITION_PUBLIC);

    (void)state;
    assert_non_null(strstr(csv.bytes, "P-1,"));
    assert_non_null(strstr(csv.bytes, "P-2,"));
    assert_null(strstr(csv.bytes, "P-3,"));
    assert_null(strstr(csv.bytes, "P-4,"));
    desk_close(&desk);
}

static void
a_record_names_the_figures_it_counts_in(void **state)
{
    struct desk desk;
    struct text csv = october(&desk, EDITION_PUBLIC);
    const char *first, *second;

    (void)state;
    first = strstr(csv.bytes, "P-1,");
    second = strstr(csv.bytes, "P-2,");
    assert_non_null(first);
    assert_non_null(second);
    assert_true(first < second);
    assert_non_null(strstr(first, "problems.solved"));
    assert_true(strstr(first, "problems.solved") < second);
    assert_null(strstr(second, "problems.solved"));
    assert_non_null(strstr(second, "problems.open"));
    desk_close(&desk);
}

static void
the_public_edition_masks_names_and_the_internal_does_not(void **state)
{
    struct desk desk;
    struct text csv = october(&desk, EDITION_PUBLIC);

    (void)state;
    assert_null(strstr(csv.bytes, "张三丰"));
    assert_non_null(strstr(csv.bytes, "张**"));
    desk_close(&desk);
    csv = october(&desk, EDITION_INTERNAL);
    assert_non_null(strstr(csv.bytes, "张三丰"));
    desk_close(&desk);
}

static void
the_package_describes_every_field_of_the_file(void **state)
{
    struct desk desk;
    struct text csv = october(&desk, EDITION_PUBLIC);
    struct json_t *package = datapackage_json(&desk.report);
    const struct json_t *resource = json_at(json_get(package, "resources"), 0);
    const struct json_t *fields =
        json_get(json_get(resource, "schema"), "fields");
    size_t commas = 0;

    (void)state;
    for (const char *at = csv.bytes; *at != '\r'; at++)
        commas += *at == ',';
    assert_true(text_is(json_get_text(resource, "path"), "problems.csv"));
    assert_int_equal(json_size(fields), commas + 1);
    assert_int_equal(json_size(json_get(package, "resources")), 1);
    json_free(package);
    desk_close(&desk);
}

static const struct desk_file odd_files[] = {
    {"problems.csv",
     "问题编号,问题名称,责任单位,提出时间,办理时限,办结时间,办理状态,解决措施,"
     "工作成效\r\n"
     "0001,=1+1,区人社局,2025-08-01,2025-10,2025-09-10,已办结,a<b&c>d,"
     "\"一\r\n二\"\r\n"
     "2,说明,区人社局,2025-08-02,,,办理中, 前有空格,\"末尾换行\n\"\r\n"},
    {"projects.csv", "项目编号,项目名称,责任单位,总投资（万元）,签约时间,"
                     "项目状态\r\n"
                     "X-1,甲,区发改局,1200.5,2025-03-01,签约\r\n"
                     "X-2,乙,区发改局,123456789012345678,2025-03-02,签约\r\n"},
};

static struct text
rows_of(struct desk *desk, enum ledger_id ledger)
{
    struct record_rows stretch;

    desk_open(desk, odd_files, 2, month_make(2025, 10), EDITION_PUBLIC);
    desk->report.kept.lists = list_plan_new(&desk->report);
    record_rows_fill(&desk->report, ledger, 0, desk->arena, &stretch);
    list_plan_free(desk->report.kept.lists);
    return stretch.sheet;
}

static void
has(struct text rows, const char *part)
{
    if (strstr(rows.bytes, part) == NULL)
        fail_msg("%s\nlacks %s", rows.bytes, part);
}

static void
a_row_of_a_sheet_is_typed(void **state)
{
    struct desk desk;
    struct text rows = rows_of(&desk, LEDGER_problems);

    (void)state;
    has(rows, "<row r=\"2\"><c r=\"A2\" s=\"2\" t=\"inlineStr\"><is><t>0001"
              "</t></is></c>");
    has(rows, "<t>'=1+1</t>");
    has(rows, "<c r=\"H2\" s=\"3\"><v>45870</v></c>");
    has(rows, "<c r=\"I2\" s=\"3\" t=\"inlineStr\"><is><t>2025-10</t>");
    has(rows, "<t>a&lt;b&amp;c&gt;d</t>");
    has(rows, "<t>一\n二</t>");
    has(rows, "<row r=\"3\"><c r=\"A3\"");
    has(rows, ">problems.raised problems.solved ");
    desk_close(&desk);
}

static void
a_number_in_a_sheet_is_one_only_if_it_stays_the_same(void **state)
{
    struct desk desk;
    struct text rows = rows_of(&desk, LEDGER_projects);

    (void)state;
    has(rows, "<c r=\"E2\" s=\"4\"><v>1200.5</v></c>");
    assert_null(strstr(rows.bytes, "<v>123456789012345678</v>"));
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            the_file_begins_with_a_mark_and_ends_its_lines_with_crlf),
        cmocka_unit_test(no_cell_can_be_taken_for_a_formula),
        cmocka_unit_test(a_line_break_stays_inside_its_cell),
        cmocka_unit_test(only_records_that_count_at_the_cutoff_are_there),
        cmocka_unit_test(a_record_names_the_figures_it_counts_in),
        cmocka_unit_test(
            the_public_edition_masks_names_and_the_internal_does_not),
        cmocka_unit_test(the_package_describes_every_field_of_the_file),
        cmocka_unit_test(a_row_of_a_sheet_is_typed),
        cmocka_unit_test(a_number_in_a_sheet_is_one_only_if_it_stays_the_same),
    };

    return cmocka_run_group_tests_name("download", tests, NULL, NULL);
}
