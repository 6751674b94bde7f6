#include "support/desk.h"

#include "page/list.h"
#include "page/pages.h"
#include "view/cadre_list.h"
#include "view/pagination.h"
#include "view/record_rows.h"
#include "view/units.h"
#include "view/view.h"
#include "year/completeness.h"
#include "year/record_changes.h"

#define TITLES \
    "问题编号,问题名称,责任单位,责任人,提出时间,办结时间,办理状态\r\n"

enum { ROWS = 2403, MOST = 250, PAGES_MOST = 60 };

struct site {
    struct desk desk;
    struct desk_file file;
    char *content;
};

/* Odd problems are solved, even ones are open. */
static char *
many_problems(int rows)
{
    char *bytes;
    size_t length;
    FILE *stream = open_memstream(&bytes, &length);

    fputs(TITLES, stream);
    for (int i = 1; i <= rows; i++)
        fprintf(stream,
                "P-%04d,民宿停车难%d,区商务局,张三丰,2025-03-%02d,%s\r\n", i, i,
                i % 28 + 1, i % 2 ? "2025-05-06,已办结" : ",办理中");
    fclose(stream);
    return bytes;
}

static void
open_site_of(struct site *site, int rows)
{
    site->content = many_problems(rows);
    site->file = (struct desk_file){"problems.csv", site->content};
    desk_open(&site->desk, &site->file, 1, month_make(2025, 10),
              EDITION_PUBLIC);
    site->desk.report.kept.lists = list_plan_new(&site->desk.report);
}

static void
open_site(struct site *site)
{
    open_site_of(site, ROWS);
}

static void
close_site(struct site *site)
{
    list_plan_free(site->desk.report.kept.lists);
    desk_close(&site->desk);
    free(site->content);
}

static const struct view *
fill(struct site *site, enum page_id page, size_t instance)
{
    struct view *view = view_new(site->desk.arena, ZH);

    pages[page]->fill(&site->desk.report, instance, view);
    return view;
}

static const struct view *
first_of(const struct view *view, const char *list)
{
    const struct view_name *found = view_find_list(view, list);

    assert_non_null(found);
    return found->first;
}

static size_t
length_of(const struct view *view, const char *list)
{
    size_t count = 0;

    for (const struct view *i = first_of(view, list); i; i = i->next)
        count++;
    return count;
}

static bool
says(const struct view *view, const char *name, const char *text)
{
    const struct view_name *found = view_find_text(view, name);

    assert_non_null(found);
    return text_is(found->text, text);
}

static void
the_pages_of_a_list_hold_exactly_its_rows(void **state)
{
    struct site site;
    size_t rows[FIGURE_COUNT] = {0};
    const struct report *report = &site.desk.report;

    (void)state;
    open_site(&site);
    for (size_t i = 0; i < page_instances(pages[PAGE_list], report); i++) {
        const struct view *view = fill(&site, PAGE_list, i);
        size_t count = length_of(view, "RECORD");

        assert_true(count <= MOST);
        for (int f = 0; f < FIGURE_COUNT; f++)
            if (says(view, "FIGURE", figures[f].id))
                rows[f] += count;
    }
    assert_int_equal(rows[FIGURE_PROBLEMS_RAISED], ROWS);
    assert_int_equal(rows[FIGURE_PROBLEMS_SOLVED], (ROWS + 1) / 2);
    for (int f = 0; f < FIGURE_COUNT; f++)
        if (report->year->figures[f].shown_by == (enum figure_id)f)
            assert_int_equal(rows[f], report->year->figures[f].count);
    close_site(&site);
}

static void
a_long_list_goes_on_in_numbered_files(void **state)
{
    struct site site;
    const struct report *report = &site.desk.report;
    const struct row **rows;

    (void)state;
    open_site(&site);
    assert_true(text_is(page_file(pages[PAGE_list], report, 0, site.desk.arena),
                        "problems-raised"));
    assert_true(text_is(page_file(pages[PAGE_list], report, 2, site.desk.arena),
                        "problems-raised-3"));
    rows = list_rows(report, FIGURE_PROBLEMS_RAISED)->rows;
    for (size_t i = 0; i < ROWS; i += 83)
        assert_int_equal(list_page_of(report, FIGURE_PROBLEMS_RAISED, rows[i]),
                         i / MOST);
    close_site(&site);
}

static void
days_of_all_that_were_solved_are_shown_by_the_solved(void **state)
{
    struct site site;
    const struct figure *all = NULL;

    (void)state;
    open_site(&site);
    all = site.desk.report.year->figures;
    assert_int_equal(all[FIGURE_PROBLEMS_DAYS_P90].shown_by,
                     FIGURE_PROBLEMS_SOLVED);
    assert_int_equal(all[FIGURE_PROBLEMS_OPEN].shown_by, FIGURE_PROBLEMS_OPEN);
    close_site(&site);
}

/* From any page of many there are links to both ends, next door and far. */
static void
a_page_of_many_links_to_few(void **state)
{
    struct site site;
    const struct view *view;

    (void)state;
    open_site_of(&site, PAGES_MOST * MOST);
    view = fill(&site, PAGE_list, 30);
    assert_int_equal(length_of(view, "PAGER"), 13);
    view = first_of(view, "PAGER");
    assert_true(says(view, "NUMBER", "1"));
    assert_true(says(view->next, "NUMBER", "21"));
    assert_true(says(view->next->next, "NUMBER", "27"));
    view = first_of(fill(&site, PAGE_list, 0), "PAGER");
    assert_true(says(view, "NUMBER", "1"));
    assert_true(says(view->next, "NUMBER", "2"));
    close_site(&site);
}

static void
a_list_never_shows_a_whole_name_in_public(void **state)
{
    struct site site;
    char *dumped;
    size_t length;
    FILE *stream = open_memstream(&dumped, &length);

    (void)state;
    open_site(&site);
    view_dump(fill(&site, PAGE_list, 0), stream);
    fclose(stream);
    assert_non_null(strstr(dumped, "民宿停车难"));
    assert_null(strstr(dumped, "张三丰"));
    free(dumped);
    close_site(&site);
}

static void
a_chapter_without_its_ledger_has_no_page(void **state)
{
    struct site site;
    const struct report *report = &site.desk.report;

    (void)state;
    open_site(&site);
    assert_int_equal(page_instances(pages[PAGE_problems], report), 1);
    assert_int_equal(page_instances(pages[PAGE_suggestions], report), 0);
    close_site(&site);
}

static void
the_overview_leads_only_with_what_was_received(void **state)
{
    struct site site;
    const struct view *view;

    (void)state;
    open_site(&site);
    view = fill(&site, PAGE_overview, 0);
    assert_int_equal(length_of(first_of(view, "LEAD"), "CLAUSE"), 3);
    assert_int_equal(length_of(view, "HEADLINE"), 1);
    assert_int_equal(length_of(view, "CHAPTER"), 1);
    assert_int_equal(length_of(view, "GOALS"), 0);
    close_site(&site);
}

static void
a_chapter_names_the_ten_that_wait_the_longest(void **state)
{
    struct site site;
    const struct view *view;

    (void)state;
    open_site(&site);
    view = first_of(fill(&site, PAGE_problems, 0), "OLDEST");
    assert_int_equal(length_of(view, "WAITING"), 10);
    view = first_of(view, "WAITING");
    assert_true(says(view, "ENTERED_ON", "3月1日"));
    assert_true(says(view, "DAYS", "244"));
    assert_true(says(view, "FILE", "problems-open.html"));
    close_site(&site);
}

/* Done in November, so open in October's report. */
static void
a_list_says_what_was_done_only_after_the_cutoff(void **state)
{
    static const struct desk_file file = {
        "problems.csv",
        TITLES "P-1,路灯不亮,区商务局,张三丰,2025-10-08,2025-11-03,已办结\r\n"
               "P-2,井盖松动,区商务局,张三丰,2025-10-09,,办理中\r\n"};
    struct site site = {.content = NULL};
    struct view *view;

    (void)state;
    desk_open(&site.desk, &file, 1, month_make(2025, 10), EDITION_PUBLIC);
    site.desk.report.kept.lists = list_plan_new(&site.desk.report);
    view = view_new(site.desk.arena, ZH);
    list_fill(&site.desk.report, FIGURE_PROBLEMS_OPEN, 0, view);
    assert_true(says(first_of(view, "LATER"), "TEXT",
                     "其中1条的办结时间晚于2025年10月31日，截至该日按“在办”"
                     "统计。"));
    view = view_new(site.desk.arena, ZH);
    list_fill(&site.desk.report, FIGURE_PROBLEMS_SOLVED, 0, view);
    assert_null(first_of(view, "LATER"));
    close_site(&site);
}

/* So many units that no page could hold them all. */
static void
open_site_of_units(struct site *site, int units)
{
    size_t length;
    FILE *stream = open_memstream(&site->content, &length);

    fputs(TITLES, stream);
    for (int i = 1; i <= units; i++)
        fprintf(stream,
                "P-%04d,停车难%d,第%d村,张三丰,2025-03-02,2025-05-06,"
                "已办结\r\n",
                i, i, i);
    fclose(stream);
    site->file = (struct desk_file){"problems.csv", site->content};
    desk_open(&site->desk, &site->file, 1, month_make(2025, 10),
              EDITION_PUBLIC);
    site->desk.report.kept.lists = list_plan_new(&site->desk.report);
    site->desk.report.kept.units = unit_roll_new(&site->desk.report);
}

static void
close_site_of_units(struct site *site)
{
    unit_roll_free(site->desk.report.kept.units);
    close_site(site);
}

static void
every_unit_stands_once_on_the_pages_of_units(void **state)
{
    struct site site;
    size_t rows = 0, charted = 0;
    size_t page_count;

    (void)state;
    open_site_of_units(&site, 620);
    page_count = page_instances(pages[PAGE_units], &site.desk.report);
    assert_int_equal(page_count, 3);
    for (size_t i = 0; i < page_count; i++) {
        const struct view *view = fill(&site, PAGE_units, i);
        const struct view *table = first_of(view, "TABLE");
        const struct view *total = first_of(first_of(table, "TOTAL"), "CELL");

        rows += length_of(table, "ROW");
        charted += length_of(first_of(view, "MULTIPLES"), "ROW");
        assert_int_equal(length_of(view, "PAGER"), page_count);
        assert_int_equal(length_of(view, "PART"), 1);
        assert_true(says(total, "TEXT", "620"));
    }
    assert_int_equal(rows, 620);
    assert_int_equal(charted, 620);
    assert_true(text_is(
        page_file(pages[PAGE_units], &site.desk.report, 2, site.desk.arena),
        "units-3"));
    close_site_of_units(&site);
}

static void
returns_of_more_units_than_a_page_bears_are_cut(void **state)
{
    struct site site;
    struct completeness found;
    const struct view *returns;

    (void)state;
    open_site_of_units(&site, 620);
    found = completeness_of(site.desk.report.year, site.desk.arena);
    found.units[0].months[0] = RETURN_MISSING;
    site.desk.report.kept.returns = &found;
    returns = first_of(fill(&site, PAGE_quality, 0), "RETURNS");
    assert_int_equal(length_of(returns, "WHOLE"), 0);
    assert_int_equal(length_of(returns, "ROW"), 500);
    assert_true(
        says(first_of(returns, "REST"), "TEXT",
             "此处列出前500个单位，其余120个单位见data/summary.json。"));
    close_site_of_units(&site);
}

static void
a_month_in_which_all_units_made_their_return_is_one_sentence(void **state)
{
    struct site site;
    const struct view *returns;

    (void)state;
    open_site_of_units(&site, 620);
    returns = first_of(fill(&site, PAGE_quality, 0), "RETURNS");
    assert_int_equal(length_of(returns, "ROW"), 0);
    assert_int_equal(length_of(returns, "REST"), 0);
    assert_int_equal(length_of(returns, "WHOLE"), 1);
    close_site_of_units(&site);
}

/* So many that two pages are needed. */
static void
open_site_of_cadres(struct site *site, int cadres)
{
    size_t length;
    FILE *stream = open_memstream(&site->content, &length);

    fputs("干部编号,姓名,派出单位,战场,开始时间\r\n", stream);
    for (int i = 1; i <= cadres; i++)
        fprintf(stream, "G%04d,干部%04d,区商务局,企业服务,2025-02-10\r\n", i,
                i);
    fclose(stream);
    site->file = (struct desk_file){"cadres.csv", site->content};
    desk_open(&site->desk, &site->file, 1, month_make(2025, 10),
              EDITION_INTERNAL);
    site->desk.report.kept.lists = list_plan_new(&site->desk.report);
    site->desk.report.kept.units = unit_roll_new(&site->desk.report);
    site->desk.report.kept.roster = cadre_list_new(&site->desk.report);
}

/* The roster has them by unit. */
static size_t
cadres_on(const struct view *view, enum page_id page)
{
    size_t count = 0;

    if (page != PAGE_cadres)
        return length_of(view, "CADRE");
    for (const struct view *i = first_of(view, "GROUP"); i; i = i->next)
        count += length_of(i, "CADRE");
    return count;
}

static void
every_cadre_stands_once_on_the_pages_of_cadres(void **state)
{
    static const enum page_id cut[] = {PAGE_cadres, PAGE_achievements};
    struct site site;

    (void)state;
    open_site_of_cadres(&site, 730);
    for (size_t i = 0; i < 2; i++) {
        const struct page *page = pages[cut[i]];
        const struct view *second = fill(&site, cut[i], 1);

        assert_int_equal(page_instances(page, &site.desk.report), 2);
        assert_int_equal(cadres_on(fill(&site, cut[i], 0), cut[i]), 500);
        assert_int_equal(cadres_on(second, cut[i]), 230);
        assert_true(says(first_of(second, "PART"), "TEXT",
                         "此处列出第501至730名干部，共730名。"));
    }
    site.desk.report.is_one_file = true;
    site.desk.report.rows_most = 20;
    assert_int_equal(page_instances(pages[PAGE_cadres], &site.desk.report), 1);
    assert_int_equal(length_of(fill(&site, PAGE_achievements, 0), "CADRE"),
                     200);
    /* The list of the roster tells of each. */
    assert_int_equal(cadres_on(fill(&site, PAGE_cadres, 0), PAGE_cadres), 0);
    cadre_list_free(site.desk.report.kept.roster);
    close_site_of_units(&site);
}

static void
a_cell_that_no_page_bears_is_whole_in_the_download_only(void **state)
{
    struct site site;
    struct record_rows stretch;
    const struct view *cell;
    size_t length;
    FILE *stream = open_memstream(&site.content, &length);

    (void)state;
    fputs(TITLES "P-1,", stream);
    for (int i = 0; i < 40000; i++)
        fputc('a', stream);
    fputs(",区商务局,张三丰,2025-03-02,2025-05-06,已办结\r\n", stream);
    fclose(stream);
    site.file = (struct desk_file){"problems.csv", site.content};
    desk_open(&site.desk, &site.file, 1, month_make(2025, 10), EDITION_PUBLIC);
    site.desk.report.kept.lists = list_plan_new(&site.desk.report);
    record_rows_fill(&site.desk.report, LEDGER_problems, 0, site.desk.arena,
                     &stretch);
    assert_int_equal(stretch.count, 1);
    assert_true(stretch.lines.length > 40000);
    cell = first_of(first_of(stretch.view, "RECORD"), "NAME");
    assert_true(text_ends(view_find_text(cell, "TEXT")->text,
                          "a…（全文过长，见本月数据文件）"));
    assert_true(view_find_text(cell, "TEXT")->text.length < 31000);
    close_site(&site);
}

static void
a_long_breakdown_says_how_many_rows_it_leaves_out(void **state)
{
    struct site site;
    const struct view *chart;

    (void)state;
    open_site_of_units(&site, 620);
    chart = first_of(fill(&site, PAGE_problems, 0), "BY_UNIT");
    assert_int_equal(length_of(chart, "ROW"), 300);
    assert_int_equal(length_of(chart, "CUT"), 1);
    site.desk.report.is_one_file = true;
    site.desk.report.rows_most = 20;
    assert_int_equal(length_of(fill(&site, PAGE_problems, 0), "BY_UNIT"), 0);
    chart = first_of(fill(&site, PAGE_units, 0), "TABLE");
    assert_int_equal(length_of(chart, "ROW"), 20);
    assert_int_equal(page_instances(pages[PAGE_units], &site.desk.report), 1);
    close_site_of_units(&site);
}

/* Each name is as long in HTML as five of its letters. */
static void
a_page_of_long_changes_has_room_for_few(void **state)
{
    struct site site;
    struct changed_record records[500] = {{0}};
    struct record_changes changes = {
        .lists = {[CHANGED_NEW] = {.records = records, .count = 500},
                  [CHANGED_SOLVED] = {.records = records, .count = 500}}};
    char name[901];
    size_t length, shown;
    const struct view *group;
    FILE *stream = open_memstream(&site.content, &length);

    (void)state;
    memset(name, '&', 900);
    name[900] = '\0';
    fputs(TITLES, stream);
    for (int i = 1; i <= 500; i++)
        fprintf(stream,
                "P-%04d,%s%d,第1村,张三丰,2025-10-02,2025-10-06,"
                "已办结\r\n",
                i, name, i);
    fclose(stream);
    site.file = (struct desk_file){"problems.csv", site.content};
    desk_open(&site.desk, &site.file, 1, month_make(2025, 10), EDITION_PUBLIC);
    site.desk.report.kept.lists = list_plan_new(&site.desk.report);
    for (uint32_t i = 0; i < 500; i++) {
        records[i].ledger = LEDGER_problems;
        records[i].row = records[i].then =
            ledger_row(&site.desk.report.book->ledgers[LEDGER_problems], i);
    }
    site.desk.report.changes = &changes;
    group =
        first_of(first_of(fill(&site, PAGE_changes, 0), "BY_UNIT"), "GROUP");
    shown = length_of(group, "NEW");
    assert_true(shown > 50);
    assert_int_equal(length_of(group, "DONE"), shown);
    assert_true(shown * 5 * 300 < 300000);
    close_site(&site);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_pages_of_a_list_hold_exactly_its_rows),
        cmocka_unit_test(a_long_list_goes_on_in_numbered_files),
        cmocka_unit_test(days_of_all_that_were_solved_are_shown_by_the_solved),
        cmocka_unit_test(a_page_of_many_links_to_few),
        cmocka_unit_test(a_list_never_shows_a_whole_name_in_public),
        cmocka_unit_test(a_chapter_without_its_ledger_has_no_page),
        cmocka_unit_test(the_overview_leads_only_with_what_was_received),
        cmocka_unit_test(a_chapter_names_the_ten_that_wait_the_longest),
        cmocka_unit_test(a_list_says_what_was_done_only_after_the_cutoff),
        cmocka_unit_test(every_unit_stands_once_on_the_pages_of_units),
        cmocka_unit_test(a_page_of_long_changes_has_room_for_few),
        cmocka_unit_test(returns_of_more_units_than_a_page_bears_are_cut),
        cmocka_unit_test(
            a_month_in_which_all_units_made_their_return_is_one_sentence),
        cmocka_unit_test(every_cadre_stands_once_on_the_pages_of_cadres),
        cmocka_unit_test(
            a_cell_that_no_page_bears_is_whole_in_the_download_only),
        cmocka_unit_test(a_long_breakdown_says_how_many_rows_it_leaves_out),
    };

    return cmocka_run_group_tests_name("list", tests, NULL, NULL);
}
