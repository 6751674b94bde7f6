#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/wording.h"
#include "render/markdown.h"
#include "render/template.h"
#include "view/view.h"

/* Templates are parsed once in the life of a process, so every test has a
   folder of its own. */
struct desk {
    char folder[64];
    struct arena *arena;
    struct diag *diag;
    struct view *view;
    struct template_made made;
};

static const char *const folders[] = {"layouts", "pages", "parts"};

static int
set_up(void **state)
{
    struct desk *desk = calloc(1, sizeof(*desk));
    char path[128];

    strcpy(desk->folder, "/tmp/shiji-template-XXXXXX");
    if (desk == NULL || mkdtemp(desk->folder) == NULL)
        return -1;
    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof(path), "%s/%s", desk->folder, folders[i]);
        if (mkdir(path, 0700) != 0)
            return -1;
    }
    desk->arena = arena_new();
    desk->diag = diag_new();
    desk->view = view_new(desk->arena, ZH);
    view_text(desk->view, "BODY", TEXT("p"));
    *state = desk;
    return 0;
}

static void
put(struct desk *desk, const char *name, const char *content)
{
    char path[128];
    FILE *file;

    snprintf(path, sizeof(path), "%s/%s", desk->folder, name);
    file = fopen(path, "wb");
    assert_non_null(file);
    fputs(content, file);
    fclose(file);
}

static int
tear_down(void **state)
{
    static const char *const names[] = {
        "layouts/page.html",
        "layouts/page.md",
        "layouts/page.xml",
        "pages/p.html",
        "pages/p.md",
        "parts/trend.html",
        "layouts",
        "pages",
        "parts",
        "",
    };
    struct desk *desk = *state;
    char path[128];

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        snprintf(path, sizeof(path), "%s/%s", desk->folder, names[i]);
        remove(path);
    }
    diag_free(desk->diag);
    arena_free(desk->arena);
    free(desk);
    return 0;
}

#define GUARD "{{%AUTOESCAPE context=\"HTML\"}}"

static bool
expand_as(struct desk *desk, const char *extension, const char *page)
{
    struct template_names names = {desk->folder, "layouts/page", extension};
    char name[32];

    snprintf(name, sizeof(name), "layouts/page.%s", extension);
    put(desk, name,
        strcmp(extension, "html") == 0 ? GUARD "{{>BODY}}" : "{{>BODY}}");
    snprintf(name, sizeof(name), "pages/p.%s", extension);
    put(desk, name, page);
    return template_expand(desk->arena, &names, desk->view, desk->diag,
                           &desk->made);
}

static const struct message *
only_message(struct desk *desk)
{
    size_t count;
    const struct message *messages = diag_messages(desk->diag, &count);

    assert_int_equal(count, 1);
    return messages;
}

static void
html_in_a_cell_is_shown_not_run(void **state)
{
    struct desk *desk = *state;

    view_text(desk->view, "CELL",
              text_of("<script>alert('x')</script>&\"招工\""));
    assert_true(
        expand_as(desk, "html", GUARD "<p title=\"{{CELL}}\">{{CELL}}</p>"));
    assert_string_equal(
        desk->made.text.bytes,
        "<p title=\"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;"
        "&quot;招工&quot;\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"
        "&amp;&quot;招工&quot;</p>");
}

static void
a_link_from_a_cell_runs_nothing(void **state)
{
    struct desk *desk = *state;

    view_text(desk->view, "LINK", text_of("javascript:alert(1)"));
    assert_true(expand_as(desk, "html", GUARD "<a href=\"{{LINK}}\">x</a>"));
    assert_string_equal(desk->made.text.bytes, "<a href=\"#\">x</a>");
}

static void
a_template_without_its_guard_is_refused(void **state)
{
    struct desk *desk = *state;

    view_text(desk->view, "CELL", text_of("<b>"));
    assert_false(expand_as(desk, "html", "<p>{{CELL}}</p>"));
    assert_int_equal(only_message(desk)->rule, RULE_TEMPLATE_INVALID);
    assert_non_null(
        strstr(only_message(desk)->finding.place.path, "pages/p.html"));
}

static void
a_name_no_page_offers_is_an_error_said_once(void **state)
{
    struct desk *desk = *state;

    view_item(desk->view, "ROW");
    view_item(desk->view, "ROW");
    assert_false(expand_as(desk, "html", GUARD "{{#ROW}}{{SOLVED}}{{/ROW}}"));
    assert_int_equal(only_message(desk)->rule, RULE_TEMPLATE_NAME);
    assert_true(text_is(only_message(desk)->finding.detail[0], "SOLVED"));
}

static void
an_unknown_section_is_an_error_too(void **state)
{
    struct desk *desk = *state;

    assert_false(expand_as(desk, "html", GUARD "{{#ROW}}x{{/ROW}}"));
    assert_int_equal(only_message(desk)->rule, RULE_TEMPLATE_NAME);
}

static void
an_unknown_wording_is_an_error_too(void **state)
{
    struct desk *desk = *state;

    assert_false(expand_as(desk, "html", GUARD "{{SAY_NONSENSE}}"));
    assert_int_equal(only_message(desk)->rule, RULE_TEMPLATE_NAME);
}

static void
a_missing_part_is_an_error_naming_it(void **state)
{
    struct desk *desk = *state;

    assert_false(expand_as(desk, "html", GUARD "{{>NOWHERE}}"));
    assert_int_equal(only_message(desk)->rule, RULE_TEMPLATE_INVALID);
    assert_non_null(
        strstr(only_message(desk)->finding.place.path, "parts/nowhere.html"));
}

static void
a_wrongly_written_template_is_an_error(void **state)
{
    struct desk *desk = *state;

    assert_false(expand_as(desk, "html", GUARD "{{#ROW}}never closed"));
    assert_int_equal(only_message(desk)->rule, RULE_TEMPLATE_INVALID);
}

static void
an_unquoted_attribute_stays_one_attribute(void **state)
{
    struct desk *desk = *state;

    view_text(desk->view, "CELL", text_of("x onclick=alert(1)"));
    assert_true(expand_as(desk, "html", GUARD "<p title={{CELL}}>y</p>"));
    assert_string_equal(desk->made.text.bytes,
                        "<p title=x_onclick=alert_1_>y</p>");
}

static void
a_part_sees_the_names_around_it(void **state)
{
    struct desk *desk = *state;

    view_text(desk->view, "PAGE", text_of("难题"));
    view_text(view_item(desk->view, "MONTH"), "LABEL", text_of("1月"));
    view_text(view_item(desk->view, "MONTH"), "LABEL", text_of("2月"));
    put(desk, "parts/trend.html", GUARD "{{LABEL}}{{PAGE}};");
    assert_true(
        expand_as(desk, "html", GUARD "{{#MONTH}}{{>TREND}}{{/MONTH}}"));
    assert_string_equal(desk->made.text.bytes, "1月难题;2月难题;");
}

static void
wordings_follow_the_language_of_the_view(void **state)
{
    struct desk *desk = *state;

    assert_true(expand_as(desk, "html", GUARD "{{SAY_NO_UNIT}}"));
    assert_true(text_equal(desk->made.text, say(ZH, WORDING_NO_UNIT)));
    desk->view->language = EN;
    assert_true(expand_as(desk, "html", GUARD "{{SAY_NO_UNIT}}"));
    assert_true(text_equal(desk->made.text, say(EN, WORDING_NO_UNIT)));
}

static void
markdown_cells_stay_one_cell(void **state)
{
    struct desk *desk = *state;

    view_text(desk->view, "CELL",
              text_of("a|b <i> *c* _d_ `e` [f](g) \\ 一\r\n二\n三\t四\x01"));
    assert_true(expand_as(desk, "md", "| {{CELL:x-md}} |\n"));
    assert_string_equal(desk->made.text.bytes,
                        "| a\\|b &lt;i&gt; \\*c\\* \\_d\\_ \\`e\\` "
                        "\\[f\\](g) \\\\ 一<br>二<br>三 四  |\n");
}

static void
one_blank_line_parts_blocks_of_markdown(void **state)
{
    static const char *const texts[][2] = {
        {"", ""},
        {"a\n\nb\n", "a\n\nb\n"},
        {"a\n\n\nb", "a\n\nb"},
        {"\n\n\n\n\na\nb\n\n\n\n", "\n\na\nb\n\n"},
        {"\n\n\n", "\n\n"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_true(
            text_is(markdown_tidy(arena, text_of(texts[i][0])), texts[i][1]));
    arena_free(arena);
}

static void
markdown_keeps_its_blank_lines(void **state)
{
    struct desk *desk = *state;

    assert_true(expand_as(desk, "md", "a\n\nb\n"));
    assert_string_equal(desk->made.text.bytes, "a\n\nb\n");
}

static const char *
escaped(const char *text, char *room)
{
    struct text whole = text_of(text);
    size_t used;

    room[0] = '\0';
    for (size_t at = 0; at < whole.length; at += used) {
        const char *instead = markdown_instead(whole, at, &used);

        assert_true(instead == NULL || markdown_plain(whole, at) == 0);
        if (instead)
            strcat(room, instead);
        else
            strncat(room, whole.bytes + at, used);
    }
    return room;
}

static void
signs_that_begin_something_are_escaped_at_the_start_only(void **state)
{
    char room[64];

    (void)state;
    assert_string_equal(escaped("# a # b", room), "\\# a # b");
    assert_string_equal(escaped("- a - b", room), "\\- a - b");
    assert_string_equal(escaped("--", room), "\\--");
    assert_string_equal(escaped("-5", room), "-5");
    assert_string_equal(escaped("+ a", room), "\\+ a");
    assert_string_equal(escaped("===", room), "\\===");
    assert_string_equal(escaped("1. a 2. b", room), "1\\. a 2. b");
    assert_string_equal(escaped("12) a", room), "12\\) a");
    assert_string_equal(escaped("12.", room), "12\\.");
    assert_string_equal(escaped("96.4", room), "96.4");
}

static void
addresses_and_entities_stay_texts(void **state)
{
    char room[64];

    (void)state;
    assert_string_equal(escaped("http://a.cn", room), "http\\://a.cn");
    assert_string_equal(escaped("www.a.cn", room), "www\\.a.cn");
    assert_string_equal(escaped("A&B; &lt; &#60;", room),
                        "A&amp;B; &amp;lt; &amp;#60;");
    assert_string_equal(escaped("A & B", room), "A & B");
}

static void
unicode_line_separators_are_breaks_too(void **state)
{
    char room[64];

    (void)state;
    assert_string_equal(escaped("一\xe2\x80\xa8二", room), "一<br>二");
    assert_string_equal(escaped("一\xe2\x80\x94二", room), "一—二");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(html_in_a_cell_is_shown_not_run),
        TEST(a_link_from_a_cell_runs_nothing),
        TEST(a_template_without_its_guard_is_refused),
        TEST(a_name_no_page_offers_is_an_error_said_once),
        TEST(an_unknown_section_is_an_error_too),
        TEST(an_unknown_wording_is_an_error_too),
        TEST(a_missing_part_is_an_error_naming_it),
        TEST(a_wrongly_written_template_is_an_error),
        TEST(an_unquoted_attribute_stays_one_attribute),
        TEST(a_part_sees_the_names_around_it),
        TEST(wordings_follow_the_language_of_the_view),
        TEST(markdown_cells_stay_one_cell),
        TEST(one_blank_line_parts_blocks_of_markdown),
        TEST(markdown_keeps_its_blank_lines),
        TEST(signs_that_begin_something_are_escaped_at_the_start_only),
        TEST(addresses_and_entities_stay_texts),
        TEST(unicode_line_separators_are_breaks_too),
    };

    template_prepare();
    return cmocka_run_group_tests_name("template", tests, NULL, NULL);
}
