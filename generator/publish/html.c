#include "publish/html.h"

#include <string.h>

struct scanner {
    struct text page;
    size_t at;
    bool is_xml;
    const struct html_reader *reader;
    struct text open[HTML_DEEPEST];
    size_t depth;
    size_t foreign; /* depth of the outermost open svg or math, or 0 */
    size_t paragraphs, links; /* open */
    bool saw_root;
    const char *what; /* is wrong, or NULL */
};

#define NAME(literal)                  \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }

/* clang-format off */
static const struct text void_elements[] = {
    NAME("area"),   NAME("base"),  NAME("br"),    NAME("col"),  NAME("embed"),
    NAME("hr"),     NAME("img"),   NAME("input"), NAME("link"), NAME("meta"),
    NAME("source"), NAME("track"), NAME("wbr")};

/* Start tags at which a browser ends an open paragraph. */
static const struct text block_elements[] = {
    NAME("address"),  NAME("article"),    NAME("aside"),   NAME("blockquote"),
    NAME("details"),  NAME("dialog"),     NAME("div"),     NAME("dl"),
    NAME("fieldset"), NAME("figcaption"), NAME("figure"),  NAME("footer"),
    NAME("form"),     NAME("h1"),         NAME("h2"),      NAME("h3"),
    NAME("h4"),       NAME("h5"),         NAME("h6"),      NAME("header"),
    NAME("hr"),       NAME("main"),       NAME("nav"),     NAME("ol"),
    NAME("p"),        NAME("pre"),        NAME("section"), NAME("table"),
    NAME("ul")};
/* clang-format on */

#define IS_ONE_OF(name, list) \
    is_one_of((name), (list), sizeof(list) / sizeof((list)[0]))

static bool
is_one_of(struct text name, const struct text *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (name.length == list[i].length &&
            memcmp(name.bytes, list[i].bytes, name.length) == 0)
            return true;
    return false;
}

static bool
wrong(struct scanner *s, const char *what)
{
    if (s->what == NULL)
        s->what = what;
    return false;
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_name(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' ||
           c == '_' || c == '.';
}

/* The byte at an offset from here; 0 behind the end. */
static char
peek(const struct scanner *s, size_t ahead)
{
    return s->at + ahead < s->page.length ? s->page.bytes[s->at + ahead] : '\0';
}

static bool
starts(const struct scanner *s, const char *start)
{
    return text_starts(text_from(s->page, s->at), start);
}

static void
skip_spaces(struct scanner *s)
{
    while (s->at < s->page.length && is_space(s->page.bytes[s->at]))
        s->at++;
}

/* Moves behind the next occurrence of end. */
static bool
skip_behind(struct scanner *s, const char *end)
{
    struct text rest = text_from(s->page, s->at);
    size_t found = text_find(rest, text_of(end));

    if (found == rest.length)
        return false;
    s->at += found + strlen(end);
    return true;
}

static struct text
read_name(struct scanner *s)
{
    size_t from = s->at;

    while (is_name(peek(s, 0)))
        s->at++;
    return text_slice(s->page, from, s->at - from);
}

/* Whether every & begins a character reference and no < stands there. */
static bool
is_escaped(struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        size_t end = i + 1;

        if (text.bytes[i] == '<' || text.bytes[i] == '\0')
            return false;
        if (text.bytes[i] != '&')
            continue;
        if (end < text.length && text.bytes[end] == '#')
            end++;
        while (end < text.length && is_name(text.bytes[end]))
            end++;
        if (end == i + 1 || end >= text.length || text.bytes[end] != ';')
            return false;
    }
    return true;
}

static bool
read_attribute(struct scanner *s, struct html_tag *tag)
{
    struct html_attribute *attribute = &tag->attributes[tag->attribute_count];
    struct text rest;
    char quote;
    size_t end;

    if (tag->attribute_count == HTML_MOST_ATTRIBUTES)
        return wrong(s, "too many attributes");
    *attribute = (struct html_attribute){.name = read_name(s)};
    if (attribute->name.length == 0)
        return wrong(s, "bad attribute name");
    for (size_t i = 0; i < tag->attribute_count; i++)
        if (text_equal(tag->attributes[i].name, attribute->name))
            return wrong(s, "attribute given twice");
    tag->attribute_count++;
    if (peek(s, 0) != '=')
        return !s->is_xml || wrong(s, "attribute without value");
    quote = peek(s, 1);
    if (quote != '"' && quote != '\'')
        return wrong(s, "attribute not quoted");
    s->at += 2;
    rest = text_from(s->page, s->at);
    end = text_find(rest, (struct text){&quote, 1});
    if (end == rest.length)
        return wrong(s, "attribute not closed");
    attribute->value = text_slice(rest, 0, end);
    s->at += end + 1;
    return is_escaped(attribute->value) ||
           wrong(s, "bare & or < in an attribute");
}

/* Whether a browser leaves the element where it stands. */
static bool
may_stand_here(struct scanner *s, struct text name)
{
    if (s->is_xml || s->foreign > 0)
        return true;
    if (s->paragraphs > 0 && IS_ONE_OF(name, block_elements))
        return wrong(s, "a block inside a paragraph");
    if (s->links > 0 && text_equal(name, TEXT("a")))
        return wrong(s, "a link inside a link");
    return true;
}

/* One more, or one less, of the elements that may_stand_here asks for. */
static void
count_open(struct scanner *s, struct text name, size_t by)
{
    if (text_equal(name, TEXT("p")))
        s->paragraphs += by;
    if (text_equal(name, TEXT("a")))
        s->links += by;
}

static bool
open_element(struct scanner *s, struct html_tag *tag, bool closes_itself)
{
    bool is_void = !s->is_xml && IS_ONE_OF(tag->name, void_elements);

    if (closes_itself && !is_void && !s->is_xml && s->foreign == 0)
        return wrong(s, "an element that cannot close itself");
    if (!may_stand_here(s, tag->name))
        return false;
    if (s->depth == 0 && s->saw_root)
        return wrong(s, "something behind the end");
    s->saw_root = true;
    tag->is_empty = is_void || closes_itself;
    if (tag->is_empty)
        return true;
    if (s->depth == HTML_DEEPEST)
        return wrong(s, "nested too deeply");
    s->open[s->depth++] = tag->name;
    count_open(s, tag->name, 1);
    if (s->foreign == 0 && (text_equal(tag->name, TEXT("svg")) ||
                            text_equal(tag->name, TEXT("math"))))
        s->foreign = s->depth;
    return true;
}

static bool
close_element(struct scanner *s, const struct html_tag *tag)
{
    if (s->depth == 0 || !text_equal(s->open[s->depth - 1], tag->name))
        return wrong(s, "a closing tag without its opening");
    if (s->foreign == s->depth)
        s->foreign = 0;
    count_open(s, tag->name, (size_t)-1);
    s->depth--;
    return true;
}

/* Scripts and styles run to their closing tag, whatever they hold. */
static bool
skip_raw_text(struct scanner *s, struct text name)
{
    struct text end =
        text_equal(name, TEXT("script")) ? TEXT("</script") : TEXT("</style");
    struct text rest = text_from(s->page, s->at);
    size_t found = text_find(rest, end);

    if (found == rest.length)
        return wrong(s, "script or style not closed");
    s->at += found;
    return true;
}

static bool
read_tag(struct scanner *s)
{
    struct html_tag tag;
    bool closes_itself = false;

    tag.offset = s->at++;
    tag.attribute_count = 0;
    tag.is_empty = false;
    tag.closes = peek(s, 0) == '/';
    s->at += tag.closes;
    tag.name = is_letter(peek(s, 0)) ? read_name(s) : TEXT("");
    if (tag.name.length == 0)
        return wrong(s, "a bare <");
    for (skip_spaces(s); peek(s, 0) != '>'; skip_spaces(s)) {
        if (!tag.closes && peek(s, 0) == '/' && peek(s, 1) == '>') {
            closes_itself = true;
            s->at++;
        } else if (tag.closes || !read_attribute(s, &tag)) {
            return wrong(s, "a closing tag with attributes");
        }
    }
    s->at++;
    tag.depth = s->depth - (tag.closes && s->depth > 0);
    if (!(tag.closes ? close_element(s, &tag)
                     : open_element(s, &tag, closes_itself)))
        return false;
    if (s->reader->tag)
        s->reader->tag(s->reader->data, &tag);
    if (!s->is_xml && !tag.closes && s->foreign == 0 &&
        (text_equal(tag.name, TEXT("script")) ||
         text_equal(tag.name, TEXT("style"))))
        return skip_raw_text(s, tag.name);
    return true;
}

static bool
read_text(struct scanner *s)
{
    struct text rest = text_from(s->page, s->at);
    struct text text = text_slice(rest, 0, text_find(rest, TEXT("<")));

    s->at += text.length;
    if (!is_escaped(text))
        return wrong(s, "a bare &");
    if (s->depth > 0) {
        if (s->reader->text)
            s->reader->text(s->reader->data, text);
        return true;
    }
    for (size_t i = 0; i < text.length; i++)
        if (!is_space(text.bytes[i]))
            return wrong(s, "text outside the page");
    return true;
}

static bool
read_one(struct scanner *s)
{
    if (peek(s, 0) != '<')
        return read_text(s);
    if (peek(s, 1) == '!' && starts(s, "<!--"))
        return skip_behind(s, "-->") || wrong(s, "a comment not closed");
    if (s->is_xml && starts(s, "<![CDATA["))
        return skip_behind(s, "]]>") || wrong(s, "CDATA not closed");
    return read_tag(s);
}

/* The first line of a page: its type. */
static bool
read_prolog(struct scanner *s)
{
    if (s->is_xml)
        return starts(s, "<?xml ") && skip_behind(s, "?>");
    if (!starts(s, "<!DOCTYPE html>") && !starts(s, "<!doctype html>"))
        return false;
    return skip_behind(s, ">");
}

static bool
read_page(struct scanner *s)
{
    if (!read_prolog(s))
        return wrong(s, "no document type at the start");
    while (s->at < s->page.length)
        if (!read_one(s))
            return false;
    if (s->depth > 0)
        return wrong(s, "an element is not closed");
    return s->saw_root || wrong(s, "no content");
}

static bool
read_any(struct text page, bool is_xml, const struct html_reader *reader,
         struct html_fault *fault)
{
    struct scanner s = {.page = page, .is_xml = is_xml, .reader = reader};

    if (read_page(&s))
        return true;
    *fault = (struct html_fault){s.what, 1};
    for (size_t i = 0; i < s.at && i < page.length; i++)
        fault->line += page.bytes[i] == '\n';
    return false;
}

bool
html_read(struct text page, const struct html_reader *reader,
          struct html_fault *fault)
{
    return read_any(page, false, reader, fault);
}

bool
html_read_xml(struct text page, const struct html_reader *reader,
              struct html_fault *fault)
{
    return read_any(page, true, reader, fault);
}

bool
html_attribute(const struct html_tag *tag, struct text name, struct text *value)
{
    for (size_t i = 0; i < tag->attribute_count; i++) {
        const struct html_attribute *attribute = &tag->attributes[i];

        if (attribute->name.length == name.length &&
            memcmp(attribute->name.bytes, name.bytes, name.length) == 0) {
            *value = attribute->value;
            return true;
        }
    }
    return false;
}
