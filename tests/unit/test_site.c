#include "support/desk.h"

#include "base/buffer.h"
#include "render/file_sink.h"
#include "render/site.h"
#include "render/template.h"

/* clang-format off */
#define PROBLEMS \
    "问题编号,问题名称,责任单位,提出时间,办结时间,办理状态\r\n" \
    "P-1,<b>招工难</b>|五条,区人社局,2025-08-01,2025-09-10,已办结\r\n" \
    "P-2,用地难,区发改局,2025-09-02,,办理中\r\n"
/* clang-format on */

static const struct desk_file plain[] = {{"problems.csv", PROBLEMS}};

static const struct desk_file addressed[] = {
    {"problems.csv", PROBLEMS},
    {"settings.csv", "key,value\r\nbase_url,https://example.gov.cn/ss\r\n"},
};

/* Keeps what was made: the paths in order, all bytes, and some files. */
struct shelf {
    struct arena *arena;
    struct buffer paths;
    struct buffer bytes;
    const char *wanted; /* a path whose content is kept */
    struct text found;
    size_t files;
    size_t room; /* files taken before the shelf says stop; 0: any number */
};

static bool
take(void *data, const char *path, struct text content)
{
    struct shelf *shelf = data;

    buffer_put(&shelf->paths, text_format(shelf->arena, " %s ", path));
    buffer_put(&shelf->bytes, content);
    if (shelf->wanted && strcmp(shelf->wanted, path) == 0)
        shelf->found = text_copy(shelf->arena, content);
    shelf->files++;
    return shelf->files != shelf->room;
}

static bool
begin_file(void *data, const char *path)
{
    return take(data, path, TEXT(""));
}

static bool
append_to_file(void *data, struct text piece)
{
    struct shelf *shelf = data;

    buffer_put(&shelf->bytes, piece);
    return true;
}

static bool
end_file(void *data)
{
    (void)data;
    return true;
}

static struct file_sink
sink_of(struct shelf *shelf)
{
    return (struct file_sink){.take = take,
                              .begin = begin_file,
                              .append = append_to_file,
                              .end = end_file,
                              .data = shelf};
}

static struct shelf
rendered(struct desk *desk, const char *wanted)
{
    struct shelf shelf = {.arena = desk->arena, .wanted = wanted};
    const struct file_sink sink = sink_of(&shelf);

    shelf.paths.arena = shelf.bytes.arena = desk->arena;
    assert_true(site_render(&desk->report, "templates", &sink, desk->diag));
    return shelf;
}

static void
open_plain(struct desk *desk)
{
    desk_open(desk, plain, 1, month_make(2025, 10), EDITION_PUBLIC);
}

static void
every_page_is_made_in_both_formats(void **state)
{
    static const char *const paths[] = {
        " 2025-10/index.html ",
        " 2025-10/index.md ",
        " 2025-10/problems.html ",
        " 2025-10/problems.md ",
        " 2025-10/problems-solved.html ",
        " 2025-10/problems-solved.md ",
        " 2025-10/units.html ",
        " 2025-10/unit-1.html ",
        " 2025-10/unit-2.md ",
        " 2025-10/quality.html ",
        " 2025-10/method.md ",
        " 2025-10/report.html ",
        " 2025-10/report.md ",
        " 2025-10/data/summary.json ",
        " 2025-10/data/quality.json ",
        " 2025-10/data/problems.csv ",
        " 2025-10/data/datapackage.json ",
        " index.html ",
        " index.md ",
        " feed.xml ",
    };
    struct desk desk;
    struct shelf shelf;
    struct text all;

    (void)state;
    open_plain(&desk);
    shelf = rendered(&desk, NULL);
    all = buffer_text(&shelf.paths);
    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
        if (strstr(all.bytes, paths[i]) == NULL)
            fail_msg("%s was not made", paths[i]);
    desk_close(&desk);
}

static void
an_absent_ledger_gets_no_page(void **state)
{
    struct desk desk;
    struct shelf shelf;
    struct text all;

    (void)state;
    open_plain(&desk);
    shelf = rendered(&desk, NULL);
    all = buffer_text(&shelf.paths);
    assert_null(strstr(all.bytes, "suggestions"));
    assert_null(strstr(all.bytes, "reports"));
    desk_close(&desk);
}

/* What the page says of the problem: the first cell behind its id. */
static struct text
cell_of(struct desk *desk, const char *page, const char *id)
{
    struct text found = rendered(desk, page).found;
    struct text link = text_format(desk->arena, "href=\"#%s\"", id);
    struct text row = text_from(found, text_find(found, link));

    row = text_from(row, text_find(row, TEXT("<td class=\"t\"")));
    return text_slice(row, 0, text_find(row, TEXT("</td>")));
}

static void
a_row_looks_the_same_in_every_list(void **state)
{
    struct desk desk;
    struct text raised, solved, open;

    (void)state;
    open_plain(&desk);
    raised = cell_of(&desk, "2025-10/problems-raised.html", "P-1");
    solved = cell_of(&desk, "2025-10/problems-solved.html", "P-1");
    open = cell_of(&desk, "2025-10/problems-open.html", "P-2");
    assert_true(raised.length > 0);
    assert_true(text_equal(raised, solved));
    assert_true(open.length > 0);
    desk_close(&desk);
}

static void
the_same_report_gives_the_same_bytes(void **state)
{
    struct desk desk;
    struct shelf once, again;

    (void)state;
    open_plain(&desk);
    once = rendered(&desk, NULL);
    again = rendered(&desk, NULL);
    assert_true(once.files > 20);
    assert_true(
        text_equal(buffer_text(&once.paths), buffer_text(&again.paths)));
    assert_true(
        text_equal(buffer_text(&once.bytes), buffer_text(&again.bytes)));
    desk_close(&desk);
}

static void
a_page_links_its_assets_by_the_names_they_have(void **state)
{
    struct desk desk;
    struct shelf shelf;
    struct text all;
    const char *asset;
    char link[64];

    (void)state;
    open_plain(&desk);
    shelf = rendered(&desk, "2025-10/index.html");
    all = buffer_text(&shelf.paths);
    asset = strstr(all.bytes, " assets/site-");
    assert_non_null(asset);
    snprintf(link, sizeof(link), "@import \"../%.*s\";",
             (int)strlen("assets/site-12345678.css"), asset + 1);
    assert_non_null(strstr(shelf.found.bytes, link));
    desk_close(&desk);
}

static void
markdown_has_one_blank_line_at_most(void **state)
{
    struct desk desk;
    struct shelf shelf;

    (void)state;
    open_plain(&desk);
    shelf = rendered(&desk, "2025-10/index.md");
    assert_null(strstr(shelf.found.bytes, "\n\n\n"));
    desk_close(&desk);
}

static void
what_a_cell_holds_stays_text_in_every_format(void **state)
{
    struct desk desk;
    struct shelf html, markdown;

    (void)state;
    open_plain(&desk);
    html = rendered(&desk, "2025-10/problems-solved.html");
    markdown = rendered(&desk, "2025-10/problems-solved.md");
    assert_non_null(strstr(html.found.bytes, "&lt;b&gt;招工难&lt;/b&gt;"));
    assert_null(strstr(html.found.bytes, "<b>招工难"));
    assert_non_null(
        strstr(markdown.found.bytes, "&lt;b&gt;招工难&lt;/b&gt;\\|五条"));
    desk_close(&desk);
}

static void
a_sitemap_is_made_when_the_address_is_known(void **state)
{
    struct desk desk;
    struct shelf shelf;

    (void)state;
    open_plain(&desk);
    shelf = rendered(&desk, "sitemap.xml");
    assert_int_equal(shelf.found.length, 0);
    desk_close(&desk);
    desk_open(&desk, addressed, 2, month_make(2025, 10), EDITION_PUBLIC);
    shelf = rendered(&desk, "sitemap.xml");
    assert_non_null(
        strstr(shelf.found.bytes,
               "<loc>https://example.gov.cn/ss/2025-10/index.html</loc>"));
    desk_close(&desk);
}

static void
every_page_of_the_english_site_is_made(void **state)
{
    struct desk desk;
    struct shelf shelf;

    (void)state;
    open_plain(&desk);
    desk.report.language = EN;
    shelf = rendered(&desk, "2025-10/index.html");
    assert_non_null(strstr(shelf.found.bytes, "<html lang=\"en\">"));
    assert_non_null(strstr(shelf.found.bytes, "October 2025"));
    desk_close(&desk);
}

static void
rendering_stops_when_the_sink_stops(void **state)
{
    struct desk desk;
    struct shelf shelf = {.room = 3};
    const struct file_sink sink = sink_of(&shelf);

    (void)state;
    open_plain(&desk);
    shelf.arena = shelf.paths.arena = shelf.bytes.arena = desk.arena;
    assert_false(site_render(&desk.report, "templates", &sink, desk.diag));
    assert_int_equal(shelf.files, 3);
    desk_close(&desk);
}

static void
missing_templates_are_reported(void **state)
{
    struct desk desk;
    struct shelf shelf = {.room = 0};
    const struct file_sink sink = sink_of(&shelf);

    (void)state;
    open_plain(&desk);
    assert_false(site_render(&desk.report, "no/such", &sink, desk.diag));
    assert_int_equal(diag_count_rule(desk.diag, RULE_TEMPLATE_INVALID), 1);
    assert_int_equal(shelf.files, 0);
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_is_made_in_both_formats),
        cmocka_unit_test(an_absent_ledger_gets_no_page),
        cmocka_unit_test(a_row_looks_the_same_in_every_list),
        cmocka_unit_test(the_same_report_gives_the_same_bytes),
        cmocka_unit_test(a_page_links_its_assets_by_the_names_they_have),
        cmocka_unit_test(markdown_has_one_blank_line_at_most),
        cmocka_unit_test(what_a_cell_holds_stays_text_in_every_format),
        cmocka_unit_test(a_sitemap_is_made_when_the_address_is_known),
        cmocka_unit_test(every_page_of_the_english_site_is_made),
        cmocka_unit_test(rendering_stops_when_the_sink_stops),
        cmocka_unit_test(missing_templates_are_reported),
    };

    template_prepare();
    return cmocka_run_group_tests_name("site", tests, NULL, NULL);
}
