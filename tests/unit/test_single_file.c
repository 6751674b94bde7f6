#include "support/test.h"

#include "base/arena.h"
#include "render/single_file.h"

static struct arena *arena;

static int
begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int
end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void
expect_html(const char *from, const char *to)
{
    struct text found = single_file_html(arena, text_of(from));

    assert_string_equal(found.bytes, to);
}

static void
expect_markdown(const char *from, const char *to)
{
    struct text found = single_file_markdown(arena, text_of(from));

    assert_string_equal(found.bytes, to);
}

static void
a_link_to_a_page_leads_to_its_part(void **state)
{
    (void)state;
    expect_html("<a href=\"b.html\">B</a><section data-part=\"a\">"
                "<a class=\"x\" href=\"b.html\">B</a></section>"
                "<section data-part=\"b\">b</section>",
                "<a href=\"#b\">B</a><section id=\"a\">"
                "<a class=\"x\" href=\"#b\">B</a></section>"
                "<section id=\"b\">b</section>");
}

static void
ids_of_two_pages_do_not_meet(void **state)
{
    (void)state;
    expect_html("<section data-part=\"a\"><p id=\"r\">1</p></section>"
                "<section data-part=\"b\"><p id=\"r\">2</p>"
                "<a href=\"#r\">2</a><a href=\"a.html#r\">1</a></section>",
                "<section id=\"a\"><p id=\"a.r\">1</p></section>"
                "<section id=\"b\"><p id=\"b.r\">2</p>"
                "<a href=\"#b.r\">2</a><a href=\"#a.r\">1</a></section>");
}

static void
labels_follow_their_ids(void **state)
{
    (void)state;
    expect_html("<section data-part=\"a\"><h2 id=\"t\">T</h2><div "
                "aria-labelledby=\"t u\" tabindex=\"0\"></div>"
                "<label for=\"t\">L</label></section><p id=\"t\">out</p>",
                "<section id=\"a\"><h3 id=\"a.t\">T</h3><div "
                "aria-labelledby=\"a.t a.u\" tabindex=\"0\"></div>"
                "<label for=\"a.t\">L</label></section><p id=\"t\">out</p>");
}

static void
headings_go_one_level_down_in_a_part_only(void **state)
{
    (void)state;
    expect_html("<h1>0</h1><section data-part=\"a\"><h1>1</h1><section>"
                "<h2>2</h2></section><h3>3</h3></section><h2>4</h2>",
                "<h1>0</h1><section id=\"a\"><h2>1</h2><section>"
                "<h3>2</h3></section><h4>3</h4></section><h2>4</h2>");
}

static void
what_is_not_in_the_file_is_no_link(void **state)
{
    (void)state;
    expect_html("<section data-part=\"a\"><a href=\"data/x.csv\">X</a>"
                "<a href=\"a.html#gone\">A</a><a href=\"../index.html\">I</a>"
                "</section>",
                "<section id=\"a\"><a>X</a>"
                "<a href=\"#a\">A</a><a>I</a></section>");
    expect_markdown("<!-- part: a -->\n# A\n[甲](data/x.csv) [乙](b.md)\n",
                    "<!-- part: a -->\n## A\n甲 乙\n");
}

static void
tables_are_no_landmarks_and_titles_no_buttons(void **state)
{
    (void)state;
    expect_html("<div role=\"region\" tabindex=\"0\"><table>"
                "<tr><th scope=\"col\">A</th></tr>"
                "<tr><th scope=\"row\" class=\"d\"><a href=\"#x\">X</a></th>"
                "<td>1</td></tr><tr><th scope=\"row\">Y</th></tr>"
                "</table></div>",
                "<div role=\"group\" tabindex=\"0\"><table>"
                "<tr><th scope=\"col\">A</th></tr>"
                "<tr><td data-nolist=\"\" class=\"d\"><a>X</a></td>"
                "<td>1</td></tr><tr><th scope=\"row\">Y</th></tr>"
                "</table></div>");
}

static void
markdown_links_lead_to_titles(void **state)
{
    (void)state;
    expect_markdown("# 月报\n- [甲](a.md)\n\n<!-- part: a -->\n\n# 清单\n"
                    "[乙](b.md#r-1)\n## 表\n<!-- part: b -->\n\n# 清单\n",
                    "# 月报\n- [甲](#清单)\n\n<!-- part: a -->\n\n## 清单\n"
                    "[乙](#清单-1)\n### 表\n<!-- part: b -->\n\n## 清单\n");
}

static void
brackets_in_a_text_are_no_link(void **state)
{
    (void)state;
    expect_markdown("<!-- part: a -->\n# A\n\\[x\\](a.md) [y] [\\]z](a.md)\n",
                    "<!-- part: a -->\n## A\n\\[x\\](a.md) [y] [\\]z](#a)\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_to_a_page_leads_to_its_part),
        cmocka_unit_test(ids_of_two_pages_do_not_meet),
        cmocka_unit_test(labels_follow_their_ids),
        cmocka_unit_test(headings_go_one_level_down_in_a_part_only),
        cmocka_unit_test(what_is_not_in_the_file_is_no_link),
        cmocka_unit_test(tables_are_no_landmarks_and_titles_no_buttons),
        cmocka_unit_test(markdown_links_lead_to_titles),
        cmocka_unit_test(brackets_in_a_text_are_no_link),
    };

    return cmocka_run_group_tests_name("inward", tests, begin, end);
}
