#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "base/zip_writer.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "gate/gates.h"
#include "gate/html.h"
#include "gate/leak.h"
#include "support/folder.h"

#define PAGE(body) "<!DOCTYPE html>\n<html><body>" body "</body></html>\n"
#define SUMMARY    "2025-10/data/summary.json"
#define LIST       "2025-10/problems-solved.html"

static const char summary[] =
    "{\"figures\": {\"problems.solved\": {\"value\": 2, \"unit\": \"项\","
    " \"records\": \"problems-solved.html\", \"count\": 2},"
    " \"problems.rate\": {\"value\": \"66.7\", \"unit\": \"%\","
    " \"numerator\": 2, \"denominator\": 3,"
    " \"records\": \"problems-solved.html\", \"count\": 2}}}";

static const char list_page[] =
    PAGE("<table data-list=\"problems.solved\"><thead><tr><th>x</th></tr>"
         "</thead><tbody id=\"m\"><tr id=\"r1\"><td>a</td></tr></tbody>"
         "</table>");

static struct arena *arena;
static struct diag *diag;
static struct folder site;
static struct manifest added;

static int
enter(void **state)
{
    (void)state;
    folder_enter();
    arena = arena_new();
    diag = diag_new();
    added = (struct manifest){.arena = arena};
    return folder_make(&site, "site", diag) ? 0 : -1;
}

static int
leave(void **state)
{
    (void)state;
    folder_close(&site);
    diag_free(diag);
    arena_free(arena);
    folder_leave();
    return 0;
}

static void
put(const char *path, const char *content)
{
    if (folder_kind(&site, path) == FILES_NOTHING)
        manifest_add(&added, path, TEXT(""));
    assert_true(folder_write(&site, path, text_of(content)));
}

/* A month whose every figure equals its list. */
static void
put_site(void)
{
    put(SUMMARY, summary);
    put("2025-10/index.html",
        PAGE("<a href=\"problems-solved.html\">"
             "<b data-figure=\"problems.solved\"> 2 </b></a>"
             "<i data-figure=\"problems.rate\">66.7</i>"
             "<table data-table=\"problems.by_month\"><thead><tr><th>m</th>"
             "<th>n</th><th data-nolist=\"\">days</th></tr></thead><tbody>"
             "<tr><th>9</th><td><a href=\"problems-solved.html#m\">2</a> / "
             "<a href=\"problems-solved.html#r1\">1</a></td><td>7</td></tr>"
             "<tr><th>10</th><td>0</td><td>12.5%</td></tr>"
             "<tr><th>11</th><td data-nolist=\"\">5</td><td>3</td></tr>"
             "</tbody></table>"));
    put(LIST, list_page);
    put("2025-10/problems-solved-2.html",
        PAGE("<table data-list=\"problems.solved\"><tbody id=\"m\"><tr>"
             "<td>b</td></tr></tbody></table>"));
    put("2025-10/problems-solved.md",
        "<!-- list: problems.solved -->\n\n| x |\n|---|\n| a |\n| b |\n");
    put("2025-10/index.md", "| 项目 | 数 |\n|---|---|\n"
                            "| [解决](problems-solved.md) | **2** | "
                            "<!-- figure: problems.solved -->\n");
    put("2025-10/data/problems.csv",
        "\xEF\xBB\xBF编号,标题,计入指标\r\n"
        "1,\"a\r\nb, \"\"c\"\"\",problems.solved\r\n"
        "2,b,problems.solved\r\n3,c,\r\n");
}

static bool
pass(const struct leak_search *search)
{
    struct gates gates = {&site, "2025-10", &added, search};

    manifest_sort(&added);
    return gates_pass(&gates);
}

static void
a_site_whose_figures_equal_their_lists_passes(void **state)
{
    (void)state;
    put_site();
    if (!pass(NULL))
        diag_print(diag, stderr, EN, 20);
    assert_int_equal(diag_count(diag, REFUSED), 0);
}

/* The gates close with the rule when one file says something else. */
static void
expect_refusal(const char *path, const char *content, enum rule rule)
{
    put_site();
    put(path, content);
    assert_false(pass(NULL));
    assert_int_equal(diag_count(diag, REFUSED), diag_count_rule(diag, rule));
    assert_true(diag_count_rule(diag, rule) > 0);
}

static void
a_figure_shown_otherwise_in_html_is_refused(void **state)
{
    (void)state;
    expect_refusal("2025-10/units.html",
                   PAGE("<b data-figure=\"problems.solved\">3</b>"),
                   RULE_GATE_FIGURE);
}

/* The gates close over the cell of a table of counts, or open. */
static void
expect_number(const char *cell, bool is_good)
{
    size_t before = diag_count_rule(diag, RULE_GATE_FIGURE);

    put_site();
    put("2025-10/units.html",
        text_format(
            arena,
            PAGE("<table data-table=\"problems.by_unit\"><tbody><tr>"
                 "<td>%s</td></tr></tbody></table><h2 id=\"late\">x</h2>"
                 "<ul id=\"few\"><li>a</li><li>b</li></ul>"
                 "<details id=\"shut\"><table><tbody><tr><td>a</td>"
                 "</tr></tbody></table></details>"
                 "<table id=\"times\"><thead><tr><th>x</th>"
                 "<th data-sum=\"\">n</th></tr></thead><tbody>"
                 "<tr><td>1</td><td>12</td></tr>"
                 "<tr><td>1</td><td>3</td></tr></tbody></table>"),
            cell)
            .bytes);
    assert_int_equal(pass(NULL), is_good);
    assert_int_equal(diag_count_rule(diag, RULE_GATE_FIGURE) > before,
                     !is_good);
}

static void
a_number_of_a_table_leads_to_exactly_so_many_rows(void **state)
{
    (void)state;
    expect_number("<a href=\"problems-solved.html\">2</a>", true);
    expect_number("<a href=\"problems-solved.html\">3</a>", false);
    expect_number("<a href=\"problems-solved.html#m\">2</a>", true);
    expect_number("<a href=\"problems-solved-2.html#m\">1</a>", true);
    expect_number("<a href=\"problems-solved-2.html#m\">2</a>", false);
    expect_number("<a href=\"problems-solved.html#r1\">1</a>", true);
    expect_number("<a href=\"problems-solved.html#r1\">2</a>", false);
    expect_number("<a href=\"#few\">2</a>", true);
    expect_number("<a href=\"#few\">1</a>", false);
    expect_number("<a href=\"#late\">2</a>", true);
    expect_number("<a href=\"#shut\">1</a>", false);
    expect_number("<a href=\"#times\">15</a>", true);
    expect_number("<a href=\"#times\">2</a>", false);
    expect_number("<a href=\"index.html\">2</a>", false);
    expect_number("逾期 <a href=\"#few\">3</a>", false);
}

static void
a_number_of_a_table_without_a_link_is_refused(void **state)
{
    (void)state;
    expect_number("2", false);
    expect_number("<a href=\"#few\">2</a>/3", false);
    expect_number("1,234", false);
    expect_number("0", true);
    expect_number("—", true);
    expect_number("2.5", true);
    expect_number("80%", true);
    expect_number("12天", true);
    expect_number("2025-10-31", true);
    expect_number("<span data-nolist=\"\">2</span>", false);
}

static void
a_figure_that_leads_to_another_list_is_refused(void **state)
{
    (void)state;
    expect_refusal("2025-10/units.html",
                   PAGE("<a href=\"problems-solved-2.html\">"
                        "<b data-figure=\"problems.solved\">2</b></a>"),
                   RULE_GATE_FIGURE);
    put("2025-10/units.html", PAGE("<b data-figure=\"problems.solved\">2</b>"));
    assert_false(pass(NULL));
    put("2025-10/units.html", PAGE("<p data-nolist=\"\">"
                                   "<b data-figure=\"problems.solved\">2</b>"
                                   "</p>"));
    assert_true(pass(NULL));
}

static void
a_row_too_many_in_an_html_list_is_refused(void **state)
{
    (void)state;
    expect_refusal("2025-10/problems-solved-2.html",
                   PAGE("<table data-list=\"problems.solved\"><tbody>"
                        "<tr><td>b</td></tr><tr><td>c</td></tr>"
                        "</tbody></table>"),
                   RULE_GATE_FIGURE);
}

static void
a_figure_shown_otherwise_in_markdown_is_refused(void **state)
{
    (void)state;
    expect_refusal("2025-10/index.md",
                   "| x | 22 | <!-- figure: problems.solved -->\n",
                   RULE_GATE_FIGURE);
}

static void
a_row_too_few_in_a_markdown_list_is_refused(void **state)
{
    (void)state;
    expect_refusal("2025-10/problems-solved.md",
                   "<!-- list: problems.solved -->\n| x |\n|---|\n| a |\n",
                   RULE_GATE_FIGURE);
}

static void
a_row_too_few_in_csv_is_refused(void **state)
{
    (void)state;
    expect_refusal("2025-10/data/problems.csv",
                   "id,figures\r\n1,problems.solved\r\n", RULE_GATE_FIGURE);
}

static void
a_rate_that_is_not_its_fraction_is_refused(void **state)
{
    (void)state;
    expect_refusal(SUMMARY,
                   "{\"figures\": {\"problems.solved\": {\"value\": 2,"
                   " \"records\": \"problems-solved.html\", \"count\": 2},"
                   " \"problems.rate\": {\"value\": \"66.7\","
                   " \"numerator\": 1, \"denominator\": 3}}}",
                   RULE_GATE_FIGURE);
}

static void
a_link_or_anchor_without_target_is_refused(void **state)
{
    (void)state;
    expect_refusal("2025-10/method.html",
                   PAGE("<a href=\"nowhere.html\">x</a>"), RULE_GATE_LINK);
    put("2025-10/method.html",
        PAGE("<a href=\"problems-solved.html#r9\">x</a>"));
    assert_false(pass(NULL));
    put("2025-10/method.html", PAGE("<a href=\"../../out.html\">x</a>"));
    assert_false(pass(NULL));
    put("2025-10/method.html", PAGE("<p id=\"a\">x</p><p id=\"a\">y</p>"));
    assert_false(pass(NULL));
    put("2025-10/method.html", PAGE("<a href=\"https://example.org\">x</a>"));
    put("2025-10/method.md", "[x](nowhere.md)");
    assert_false(pass(NULL));
    put("2025-10/method.md", "## 口 径\n[x](#口径)");
    assert_false(pass(NULL));
    assert_int_equal(diag_count_rule(diag, RULE_GATE_LINK), 6);
    put("2025-10/method.md", "## 口 径\n## 口 径\n[x](#口-径-1)");
    assert_true(pass(NULL));
}

static void
a_link_into_an_earlier_month_is_resolved(void **state)
{
    (void)state;
    put_site();
    assert_true(folder_write(&site, "2025-09/units.html",
                             TEXT(PAGE("<p id=\"u1\">x</p>"))));
    put("2025-10/method.html",
        PAGE("<a href=\"../2025-09/units.html#u1\">x</a>"));
    assert_true(pass(NULL));
    put("2025-10/method.html",
        PAGE("<a href=\"../2025-09/units.html#u2\">x</a>"));
    assert_false(pass(NULL));
}

static void
a_page_that_browsers_would_mend_is_refused(void **state)
{
    static const char *const pages[] = {
        "<html></html>",
        PAGE("<p>x"),
        PAGE("<b><i>x</b></i>"),
        PAGE("<p><div>x</div></p>"),
        PAGE("<a href=\"x\"><b><a href=\"y\">z</a></b></a>"),
        PAGE("a & b"),
        PAGE("a < b"),
        PAGE("<p class=x>y</p>"),
        PAGE("<p class=\"x\" class=\"y\">z</p>"),
        PAGE("<p title=\"a & b\">z</p>"),
        PAGE("<div/>"),
        PAGE("<!-- x"),
        PAGE("<p>x</p") "",
        PAGE("<script>x"),
        PAGE("x") "<p>y</p>",
        PAGE("x") "y",
    };
    const struct html_reader nobody = {NULL, NULL, NULL};
    struct html_fault fault;

    (void)state;
    for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
        if (html_read(text_of(pages[i]), &nobody, &fault))
            fail_msg("%s", pages[i]);
    assert_true(html_read(
        TEXT(PAGE("<p>x<br>&amp; &#24352;<input disabled></p><svg><g><path "
                  "d=\"M0\"/></g></svg><script>a < b && c</script><!-- - -->")),
        &nobody, &fault));
}

static bool
leaks(const struct leak *leak, const char *bytes)
{
    struct leak_find find;
    size_t ignored;

    return leak_find(leak, arena, text_of(bytes),
                     utf8_is_valid(text_of(bytes), &ignored), &find);
}

static void
a_secret_is_found_in_every_writing(void **state)
{
    static const char *const writings[] = {
        "<p>张三丰说</p>",
        "\\u5f20\\u4e09\\u4e30",
        "\\u5F20三\\u4E30",
        "&#24352;&#x4E09;&#x04e30;",
        "%E5%BC%A0%e4%b8%89%E4%B8%B0",
        "%D5%C5%C8%FD%B7%E1",
        "\xD5\xC5\xC8\xFD\xB7\xE1",
        "5byg5LiJ5Liw",     /* 张三丰 */
        "YeW8oOS4ieS4sA==", /* a张三丰 */
        "YWLlvKDkuInkuLBj", /* ab张三丰c */
        "阿卜杜&middot;热合曼",
    };
    static const struct text secrets[] = {
        {"张三丰", 9}, {"阿卜杜·热合曼", 20}, {"Li", 2}};
    static const struct text gb18030[] = {
        {"\xD5\xC5\xC8\xFD\xB7\xE1", 6}, {"", 0}, {"Li", 2}};
    struct leak_search search = {
        .secrets = secrets, .gb18030 = gb18030, .count = 3};
    struct leak *leak = leak_new(arena, &search);

    (void)state;
    for (size_t i = 0; i < sizeof(writings) / sizeof(writings[0]); i++)
        if (!leaks(leak, writings[i]))
            fail_msg("%s", writings[i]);
    assert_false(leaks(leak, "张三、张*、张**、阿**·***、List of 100%"));
    assert_true(leaks(leak, "by Li."));
    leak_free(leak);
}

/* Wherever it stands in a page of ordinary text, behind whatever else is
   escaped there. */
static void
a_secret_is_found_however_it_is_spread_out(void **state)
{
    static const struct text secrets[] = {{"康映雪", 9}, {"艾尔肯吐逊", 15}};
    static const char *const found[] = {
        "康 映 雪",           "康　映　雪",        "康 映雪",
        "康<b>映</b>雪",      "康\u200b映雪",      "艾尔肯•吐逊",
        "艾尔肯&middot;吐逊", "康&nbsp;映&#32;雪", "由康  映  雪到场",
        "𠮷 康 映雪",
    };
    static const char *const apart[] = {
        "康、映雪", "康\n映雪",   "康</td><td>映雪",
        "康映 a雪", "健康 映 山", "康**映雪",
    };
    struct leak_search search = {.secrets = secrets, .count = 2};
    struct leak *leak = leak_new(arena, &search);

    (void)state;
    for (size_t i = 0; i < sizeof(found) / sizeof(found[0]); i++)
        if (!leaks(leak, found[i]))
            fail_msg("%s is not found", found[i]);
    for (size_t i = 0; i < sizeof(apart) / sizeof(apart[0]); i++)
        if (leaks(leak, apart[i]))
            fail_msg("%s is found", apart[i]);
    leak_free(leak);
}

static void
a_secret_is_found_at_every_place(void **state)
{
    static const char *const found[] = {"张三", "Li", "Anne", "13812345678",
                                        "%E5%BC%A0%E4%B8%89"};
    static const struct text secrets[] = {{"张三", 6}, {"Li", 2}, {"Anne", 4}};
    struct leak_search search = {.secrets = secrets, .count = 3};
    struct leak *leak = leak_new(arena, &search);
    char page[400];

    (void)state;
    for (size_t i = 0; i < sizeof(found) / sizeof(found[0]); i++)
        for (size_t before = 1; before < 300; before++) {
            memset(page, ' ', sizeof(page));
            memcpy(page, "&amp;", 5);
            page[before + 5] = '\0';
            strcat(page, found[i]);
            if (!leaks(leak, page))
                fail_msg("%s behind %zu", found[i], before);
        }
    leak_free(leak);
}

static void
a_number_of_a_person_is_known_by_its_form(void **state)
{
    struct leak_search search = {.count = 0};
    struct leak *leak = leak_new(arena, &search);

    (void)state;
    assert_true(leaks(leak, "电话13812345678。"));
    assert_true(leaks(leak, "11010519491231002X"));
    assert_true(leaks(leak, "卡号4111111111111111"));
    assert_true(leaks(leak, "&#49;3812345678"));
    assert_false(leaks(leak, "138****1234 110105194912310021 20251031000100 "
                             "a13812345678b 4111111111111112"));
    leak_free(leak);
}

static void
a_name_that_the_pages_say_themselves_is_not_sought(void **state)
{
    static const struct text secrets[] = {{"May", 3}, {"Karl", 4}};
    struct leak_search search = {
        .secrets = secrets, .count = 2, .said = TEXT("April\nMay\nJune\n")};
    struct leak *leak = leak_new(arena, &search);

    (void)state;
    assert_false(leaks(leak, "<p>May</p>"));
    assert_true(leaks(leak, "<p>May, Karl</p>"));
    leak_free(leak);
}

static void
two_letters_in_a_digest_are_nobody(void **state)
{
    static const struct text secrets[] = {{"Li", 2}};
    struct leak_search search = {.secrets = secrets, .count = 1};
    struct leak *leak = leak_new(arena, &search);

    (void)state;
    assert_false(leaks(leak, "47DEQpj8HBSa+/TImW+/Li/5NM2A+/eb0wXyWbZFZBfzo"));
    assert_true(leaks(leak, "in/Li/itself"));
    leak_free(leak);
}

/* Fonts bear people's names; what stands beside the style sheet is searched,
   and so is a style sheet that is not ours. */
static void
a_name_in_our_own_style_sheet_is_nobodys(void **state)
{
    static const struct text secrets[] = {{"方正", 6}};
    static const struct text own[] = {{"h1{font:方正小标宋}", 24},
                                      {"p{font:方正仿宋}", 20}};
    struct leak_search search = {
        .secrets = secrets, .count = 1, .own = own, .own_count = 2};
    struct leak *leak = leak_new(arena, &search);

    (void)state;
    assert_false(leaks(leak, "h1{font:方正小标宋}"));
    assert_false(leaks(leak, "<style>p{font:方正仿宋}</style>"
                             "<style>h1{font:方正小标宋}</style>路灯"));
    assert_true(leaks(leak, "<style>h1{font:方正小标宋}</style>由方正牵头"));
    assert_true(leaks(leak, "方正<style>h1{font:方正小标宋}</style>"));
    assert_true(leaks(leak, "h1{font:方正仿宋}"));
    leak_free(leak);
}

static void
an_amount_is_nobodys_number(void **state)
{
    static const struct text amounts[] = {{"13812345678", 11},
                                          {"15800000000", 11}};
    struct leak_search search = {.amounts = amounts, .amount_count = 2};
    struct leak *leak = leak_new(arena, &search);

    (void)state;
    assert_false(leaks(leak, "13812345678，15800000000.5"));
    assert_true(leaks(leak, "13812345678，15800000001"));
    assert_false(leaks(leak, "15800000001元，15800000002 万吨"));
    assert_true(leaks(leak, "15800000001元旦值班"));
    leak_free(leak);
}

static bool
gather(void *data, struct text piece)
{
    buffer_put(data, piece);
    return true;
}

/* An office file of one part. */
static void
put_office_file(const char *path, const char *part)
{
    struct buffer bytes = {.arena = arena};
    const struct zip_target target = {gather, &bytes};
    struct zip_writer *zip = zip_writer_new(arena, &target);

    if (folder_kind(&site, path) == FILES_NOTHING)
        manifest_add(&added, path, TEXT(""));
    assert_true(zip_writer_put(zip, "part.xml", text_of(part)));
    assert_true(zip_writer_finish(zip));
    assert_true(folder_write(&site, path, buffer_text(&bytes)));
}

#define WORKBOOK "2025-10/data/tables.xlsx"
#define CELL(place, text) \
    "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define SHEET(rows)                                             \
    "<worksheet><sheetData><row r=\"1\">" CELL("A1", "编号")    \
        CELL("B1", "状态") CELL("C1", "计入指标") "</row>" rows \
                                                  "</sheetData></worksheet>"
#define COUNTED(n) \
    "<row>" CELL("A" n, "1") CELL("C" n, "problems.solved") "</row>"
#define UNCOUNTED(n) "<row>" CELL("A" n, "3") CELL("B" n, "办理中") "</row>"

static void
rows_of_a_sheet_are_counted_for_their_figures(void **state)
{
    (void)state;
    put_site();
    put_office_file(WORKBOOK, SHEET(COUNTED("2") COUNTED("3") UNCOUNTED("4")));
    if (!pass(NULL))
        diag_print(diag, stderr, EN, 20);
    assert_int_equal(diag_count(diag, REFUSED), 0);
    put_office_file(WORKBOOK, SHEET(COUNTED("2") UNCOUNTED("3")));
    assert_false(pass(NULL));
    assert_true(diag_count_rule(diag, RULE_GATE_FIGURE) > 0);
}

static void
a_sheet_without_the_records_of_a_figure_is_refused(void **state)
{
    (void)state;
    put_site();
    put_office_file(WORKBOOK, SHEET(UNCOUNTED("2")));
    assert_false(pass(NULL));
    assert_true(diag_count_rule(diag, RULE_GATE_FIGURE) > 0);
}

static void
a_damaged_office_file_is_refused(void **state)
{
    (void)state;
    put_site();
    put("2025-10/brief.docx", "PK");
    put_office_file(WORKBOOK, "<worksheet>");
    assert_false(pass(NULL));
    assert_int_equal(diag_count_rule(diag, RULE_GATE_HTML), 2);
}

/* Whatever the words of a document are cut into. */
/* What we have packed may be more than a stranger's file may. */
static void
an_office_file_may_be_packed_well(void **state)
{
    enum { LENGTH = 8 * 1024 * 1024 };
    char *part = arena_take(arena, LENGTH + 1);

    (void)state;
    memset(part, ' ', LENGTH);
    memcpy(part, "<worksheet>", strlen("<worksheet>"));
    memcpy(part + LENGTH - strlen("</worksheet>"), "</worksheet>",
           strlen("</worksheet>"));
    part[LENGTH] = '\0';
    put_site();
    put_office_file("2025-10/brief.docx", part);
    assert_true(pass(NULL));
}

static void
a_secret_in_an_office_file_is_found(void **state)
{
    static const struct text secrets[] = {{"张三", 6}};
    struct leak_search search = {.secrets = secrets, .count = 1};
    static const char *const parts[] = {
        "<document><p><r><t>由张三办理</t></r></p></document>",
        "<document><p><r><rPr><b/></rPr><t>由张</t></r><r><rPr><i/></rPr>"
        "<t>三办理</t></r></p></document>",
        "<document><p><r><t>&#24352;&#x4E09;</t></r></p></document>",
        "<core><title>张三</title></core>",
        "<sheets><sheet name=\"张三\"/></sheets>",
        "<document><!-- 张三 --></document>",
        SHEET("<row>" CELL("A2", "13812345678") "</row>"),
    };
    static const char *const plain[] = {
        "<document><p><r><t>张</t></r></p><p><r><t>三</t></r></p></document>",
        "<document><p><r><t>138****5678</t></r></p></document>",
    };

    (void)state;
    put_site();
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        put_office_file("2025-10/brief.docx", parts[i]);
        assert_false(pass(&search));
        assert_int_equal(diag_count_rule(diag, RULE_GATE_LEAK), i + 1);
    }
    for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++) {
        put_office_file("2025-10/brief.docx", plain[i]);
        assert_true(pass(&search));
    }
    put_office_file("2025-10/brief.docx", parts[0]);
    assert_true(pass(NULL));
}

static void
a_leak_in_bytes_or_in_a_file_name_is_refused(void **state)
{
    static const struct text secrets[] = {{"zhangsan", 8}};
    struct leak_search search = {.secrets = secrets, .count = 1};

    (void)state;
    put_site();
    assert_true(pass(&search));
    put("2025-10/cadre-zhangsan.html", PAGE("x"));
    assert_false(pass(&search));
    assert_int_equal(diag_count_rule(diag, RULE_GATE_LEAK), 1);
    assert_true(pass(NULL));
}

/* More files than are looked at at once. */
static void
faults_are_told_in_the_order_of_files(void **state)
{
    enum { FILES = 40 };
    const struct message *messages;
    size_t count;

    (void)state;
    put_site();
    for (int i = FILES; i-- > 0;)
        put(text_format(arena, "2025-10/x-%02d.html", i).bytes,
            i % 2 == 0 ? PAGE("<p>") : PAGE("<b data-figure=\"none\">1</b>"));
    assert_false(pass(NULL));
    messages = diag_messages(diag, &count);
    assert_int_equal(count, FILES);
    for (size_t i = 0; i < FILES; i++)
        assert_true(
            text_starts(messages[i].finding.detail[0],
                        text_format(arena, "2025-10/x-%02zu.html: ", i).bytes));
}

/* Ten times as many rows as are read at once, and a cell that is larger. */
static void
a_download_of_any_size_is_read_to_its_end(void **state)
{
    enum { ROWS = 60000, CELL = 700000 };
    static const struct text secrets[] = {{"zhangsan", 8}};
    struct leak_search search = {.secrets = secrets, .count = 1};
    char *csv = arena_take(arena, ROWS * 64 + CELL + 400);
    char *to =
        csv + sprintf(csv, "id,title,figures\r\n1,b,problems.solved\r\n");

    (void)state;
    put_site();
    for (int i = 0; i < ROWS; i++)
        to += sprintf(to, "%d,\"one\r\ntwo, \"\"three\"\"\",\r\n", i);
    to += sprintf(to, "x,\"");
    memset(to, '\n', CELL);
    strcpy(to + CELL, "\",problems.solved\r\n");
    put("2025-10/data/problems.csv", csv);
    assert_true(pass(&search));
    strcat(to + CELL, "9,\"by zhangsan\",\"problems.solved\"");
    put("2025-10/data/problems.csv", csv);
    assert_false(pass(&search));
    assert_int_equal(diag_count_rule(diag, RULE_GATE_LEAK), 1);
    assert_int_equal(diag_count_rule(diag, RULE_GATE_FIGURE), 1);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(a_site_whose_figures_equal_their_lists_passes),
        CASE(a_figure_shown_otherwise_in_html_is_refused),
        CASE(a_number_of_a_table_leads_to_exactly_so_many_rows),
        CASE(a_number_of_a_table_without_a_link_is_refused),
        CASE(a_figure_that_leads_to_another_list_is_refused),
        CASE(a_row_too_many_in_an_html_list_is_refused),
        CASE(a_figure_shown_otherwise_in_markdown_is_refused),
        CASE(a_row_too_few_in_a_markdown_list_is_refused),
        CASE(a_row_too_few_in_csv_is_refused),
        CASE(a_rate_that_is_not_its_fraction_is_refused),
        CASE(a_link_or_anchor_without_target_is_refused),
        CASE(a_link_into_an_earlier_month_is_resolved),
        CASE(a_page_that_browsers_would_mend_is_refused),
        CASE(a_secret_is_found_in_every_writing),
        CASE(a_secret_is_found_however_it_is_spread_out),
        CASE(a_secret_is_found_at_every_place),
        CASE(a_number_of_a_person_is_known_by_its_form),
        CASE(a_name_that_the_pages_say_themselves_is_not_sought),
        CASE(two_letters_in_a_digest_are_nobody),
        CASE(a_name_in_our_own_style_sheet_is_nobodys),
        CASE(an_amount_is_nobodys_number),
        CASE(faults_are_told_in_the_order_of_files),
        CASE(a_download_of_any_size_is_read_to_its_end),
        CASE(rows_of_a_sheet_are_counted_for_their_figures),
        CASE(a_sheet_without_the_records_of_a_figure_is_refused),
        CASE(a_damaged_office_file_is_refused),
        CASE(an_office_file_may_be_packed_well),
        CASE(a_secret_in_an_office_file_is_found),
        CASE(a_leak_in_bytes_or_in_a_file_name_is_refused),
    };

    return cmocka_run_group_tests_name("gates", tests, NULL, NULL);
}
