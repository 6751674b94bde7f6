#include "support/desk.h"

#include "base/json.h"
#include "view/anchors.h"
#include "view/chips.h"
#include "view/pagination.h"
#include "view/places.h"
#include "view/search_index.h"
#include "view/view.h"

#define TITLES                              \
    "问题编号,问题名称,所属领域,责任单位,"  \
    "责任人,提出时间,办结时间,办理状态\r\n"

enum { FEW = 9, MANY = 620 };

struct site {
    struct desk desk;
    struct desk_file file;
    char *content;
};

/* All of one unit and month; every third is open, fields change by two. */
static void
open_site(struct site *site, int rows)
{
    size_t length;
    FILE *stream = open_memstream(&site->content, &length);

    fputs(TITLES, stream);
    for (int i = 1; i <= rows; i++)
        fprintf(stream,
                "ZD-%04d,民宿停车难%d,%s,区商务局,张三丰,2025-%02d-%02d,%s\r\n",
                i, i, i % 2 ? "项目建设" : "矛盾化解", i == 1 ? 2 : 3,
                i % 28 + 1, i % 3 ? "2025-05-06,已办结" : ",办理中");
    fclose(stream);
    site->file = (struct desk_file){"problems.csv", site->content};
    desk_open(&site->desk, &site->file, 1, month_make(2025, 10),
              EDITION_PUBLIC);
    site->desk.report.kept.lists = list_plan_new(&site->desk.report);
    site->desk.report.kept.anchors = anchors_new(&site->desk.report);
}

static void
close_site(struct site *site)
{
    anchors_free(site->desk.report.kept.anchors);
    list_plan_free(site->desk.report.kept.lists);
    desk_close(&site->desk);
    free(site->content);
}

static void
expect_month(struct site *site, size_t month, int64_t count, const char *place)
{
    struct text found =
        place_of_month(&site->desk.report, FIGURE_PROBLEMS_RAISED, month, count,
                       site->desk.arena);

    if (!text_is(found, place))
        fail_msg("%.*s, not %s", TEXT_ARG(found), place);
}

static void
a_month_leads_to_its_rows_of_the_list(void **state)
{
    struct site site;

    (void)state;
    open_site(&site, FEW);
    expect_month(&site, 2, FEW - 1, "problems-raised#m-2025-03");
    expect_month(&site, 1, 1, "problems-raised#m-2025-02");
    expect_month(&site, 3, 0, "");
    /* As many as a sum says are not there. */
    expect_month(&site, 2, FEW, "?");
    site.desk.report.is_one_file = true;
    expect_month(&site, 2, FEW - 1, "?");
    close_site(&site);
}

static void
a_month_over_pages_is_led_to_from_the_first_alone(void **state)
{
    struct site site;

    (void)state;
    open_site(&site, MANY);
    assert_true(list_pages(&site.desk.report, FIGURE_PROBLEMS_RAISED) > 2);
    expect_month(&site, 2, MANY - 1, "problems-raised#m-2025-03");
    expect_month(&site, 1, 1, "problems-raised-3#m-2025-02");
    close_site(&site);
}

static void
a_unit_of_more_records_than_its_page_bears_has_no_place(void **state)
{
    struct site site;
    struct scope_key field = {SCOPE_FIELD, 1};
    const struct report *report = &site.desk.report;

    (void)state;
    open_site(&site, FEW);
    assert_true(text_is(place_of_scope(report, field, FIGURE_PROBLEMS_OPEN,
                                       PLACE_ROWS_MOST, site.desk.arena),
                        "field-1#open"));
    assert_true(text_is(place_of_scope(report, field, FIGURE_PROBLEMS_OPEN,
                                       PLACE_ROWS_MOST + 1, site.desk.arena),
                        "?"));
    assert_true(text_is(
        place_of_scope(report, field, FIGURE_PROBLEMS_OPEN, 0, site.desk.arena),
        ""));
    assert_true(text_is(place_of_figure(report, FIGURE_PROBLEMS_OPEN),
                        "problems-open"));
    assert_true(text_is(place_of_figure(report, FIGURE_PROBLEMS_DROPPED), ""));
    close_site(&site);
}

static void
a_place_is_a_link_or_is_told_to_be_none(void **state)
{
    struct arena *arena = arena_new();
    const char *const places[] = {"unit-3#open", "?", ""};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct view *view = view_new(arena, ZH);

        link_place(view, text_of(places[i]));
        assert_int_equal(view_find_list(view, "LINK")->first != NULL, i == 0);
        assert_int_equal(view_find_list(view, "IS_LOOSE")->first != NULL,
                         i == 1);
    }
    arena_free(arena);
}

static void
every_record_of_a_list_is_searched_once_and_nobody(void **state)
{
    struct site site;
    struct text script;
    struct json_t *index, *rows;

    (void)state;
    open_site(&site, MANY);
    script = search_index(&site.desk.report, site.desk.arena);
    assert_true(text_starts(script, "window.shijiIndex = {"));
    assert_int_equal(text_find(script, TEXT("张三丰")), script.length);
    script = text_from(script, strlen("window.shijiIndex = "));
    index = json_parse(text_slice(script, 0, script.length - 2));
    assert_non_null(index);
    rows = json_get(index, "rows");
    assert_int_equal(json_size(rows), MANY);
    assert_true(text_is(json_as_text(json_at(json_at(rows, 0), 1)), "ZD-0001"));
    assert_true(text_is(json_as_text(json_at(json_at(rows, 0), 2)), ""));
    assert_true(
        text_is(json_as_text(json_at(json_at(rows, 0), 4)), "区商务局"));
    json_free(index);
    close_site(&site);
}

static void
chips_count_the_fields_of_a_page_the_largest_first(void **state)
{
    struct site site;
    struct view *view;
    const struct list_rows *list;
    const struct ledger_type *type = ledgers[LEDGER_problems];
    const struct view *chip;

    (void)state;
    open_site(&site, FEW);
    view = view_new(site.desk.arena, ZH);
    list = list_rows(&site.desk.report, FIGURE_PROBLEMS_RAISED);
    chips_fill(&site.desk.report,
               &type->columns[column_index(type, "category")], list->rows,
               list->count, view);
    chip = view_find_list(view, "CHIP")->first;
    assert_true(text_is(view_find_text(chip, "TEXT")->text, "项目建设"));
    assert_true(text_is(view_find_text(chip, "COUNT")->text, "5"));
    assert_true(text_is(view_find_text(chip->next, "COUNT")->text, "4"));
    assert_null(chip->next->next);
    close_site(&site);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_leads_to_its_rows_of_the_list),
        cmocka_unit_test(a_month_over_pages_is_led_to_from_the_first_alone),
        cmocka_unit_test(
            a_unit_of_more_records_than_its_page_bears_has_no_place),
        cmocka_unit_test(a_place_is_a_link_or_is_told_to_be_none),
        cmocka_unit_test(every_record_of_a_list_is_searched_once_and_nobody),
        cmocka_unit_test(chips_count_the_fields_of_a_page_the_largest_first),
    };

    return cmocka_run_group_tests_name("places", tests, NULL, NULL);
}
