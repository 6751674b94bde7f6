#include "gate/html.h"

#include <string.h>

#include "gate/html_elements.h"
#include "gate/html_text.h"

struct scanner {
    struct text page;
    size_t at;
    bool is_xml;
    const struct html_reader *reader;
    struct open {
        struct text name;
        unsigned kind;
    } open[HTML_DEEPEST];
    size_t depth;
    size_t foreign; /* depth of the outermost open svg or math, or 0 */
    size_t paragraphs, links; /* open */
    bool saw_root;
    const char *what; /* is wrong, or NULL */
};

static bool
wrong(struct scanner *s, const char *what)
{
    if (s->what == NULL)
        s->what = what;
    return false;
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
    while (s->at < s->page.length && s->page.bytes[s->at] <= ' ' &&
           html_text_is(s->page.bytes[s->at], MARKUP_SPACE))
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

/* Names are short. */
static bool
is_same(struct text a, struct text b)
{
    size_t i = 0;

    if (a.length != b.length)
        return false;
    while (i < a.length && a.bytes[i] == b.bytes[i])
        i++;
    return i == a.length;
}

/* Lengths are known where the names are written, which makes this cheap. */
static enum html_asked
asked_of(struct text name)
{
#define ASKED(NAME, written)                                 \
    if (name.length == strlen(written) &&                    \
        memcmp(name.bytes, (written), strlen(written)) == 0) \
        return HTML_##NAME;
    HTML_ASKED(ASKED)
#undef ASKED
    return HTML_OTHER;
}

static struct text
read_name(struct scanner *s)
{
    struct text rest = text_from(s->page, s->at);
    size_t length = html_text_run(rest, MARKUP_NAME);

    s->at += length;
    return text_slice(rest, 0, length);
}

static struct text
read_tag_name(struct scanner *s)
{
    return html_text_is(peek(s, 0), MARKUP_LETTER) ? read_name(s) : TEXT("");
}

/* Nearly always that of the element that is open. */
static struct text
read_closing_name(struct scanner *s)
{
    struct text rest = text_from(s->page, s->at);
    struct text open = s->depth > 0 ? s->open[s->depth - 1].name : TEXT("");

    if (open.length == 0 || rest.length <= open.length ||
        rest.bytes[open.length] != '>' ||
        !is_same(text_slice(rest, 0, open.length), open))
        return read_tag_name(s);
    s->at += open.length;
    return text_slice(rest, 0, open.length);
}

static bool
read_attribute(struct scanner *s, struct html_tag *tag)
{
    struct html_attribute *attribute = &tag->attributes[tag->attribute_count];
    struct text rest;
    char quote;
    size_t end;
    bool good;

    if (tag->attribute_count == HTML_MOST_ATTRIBUTES)
        return wrong(s, "too many attributes");
    *attribute = (struct html_attribute){.name = read_name(s)};
    if (attribute->name.length == 0)
        return wrong(s, "bad attribute name");
    for (size_t i = 0; i < tag->attribute_count; i++)
        if (is_same(tag->attributes[i].name, attribute->name))
            return wrong(s, "attribute given twice");
    tag->attribute_count++;
    attribute->asked = asked_of(attribute->name);
    tag->asked |= 1u << attribute->asked;
    if (peek(s, 0) != '=')
        return !s->is_xml || wrong(s, "attribute without value");
    quote = peek(s, 1);
    if (quote != '"' && quote != '\'')
        return wrong(s, "attribute not quoted");
    s->at += 2;
    rest = text_from(s->page, s->at);
    end = html_text_length(rest, quote, &good);
    if (end == rest.length)
        return wrong(s, "attribute not closed");
    attribute->value = text_slice(rest, 0, end);
    s->at += end + 1;
    return good || wrong(s, "bare & or < in an attribute");
}

/* Whether a browser leaves the element where it stands. */
static bool
may_stand_here(struct scanner *s, unsigned kind)
{
    if (s->foreign > 0)
        return true;
    if (s->paragraphs > 0 && (kind & ELEMENT_BLOCK))
        return wrong(s, "a block inside a paragraph");
    if (s->links > 0 && (kind & ELEMENT_LINK))
        return wrong(s, "a link inside a link");
    return true;
}

/* One more, or one less, of the elements that may_stand_here asks for. */
static void
count_open(struct scanner *s, unsigned kind, size_t by)
{
    if (kind & ELEMENT_PARAGRAPH)
        s->paragraphs += by;
    if (kind & ELEMENT_LINK)
        s->links += by;
}

static bool
open_element(struct scanner *s, struct html_tag *tag, bool closes_itself)
{
    unsigned kind = s->is_xml ? 0 : html_element_of(tag->name);
    bool is_void = (kind & ELEMENT_VOID) != 0;

    tag->kind = kind;
    if (closes_itself && !is_void && !s->is_xml && s->foreign == 0)
        return wrong(s, "an element that cannot close itself");
    if (!may_stand_here(s, kind))
        return false;
    if (s->depth == 0 && s->saw_root)
        return wrong(s, "something behind the end");
    s->saw_root = true;
    tag->is_empty = is_void || closes_itself;
    if (tag->is_empty)
        return true;
    if (s->depth == HTML_DEEPEST)
        return wrong(s, "nested too deeply");
    s->open[s->depth++] = (struct open){tag->name, kind};
    count_open(s, kind, 1);
    if (s->foreign == 0 && (kind & ELEMENT_FOREIGN))
        s->foreign = s->depth;
    return true;
}

static bool
close_element(struct scanner *s, struct html_tag *tag)
{
    const struct open *last = &s->open[s->depth > 0 ? s->depth - 1 : 0];

    if (s->depth == 0 || !is_same(last->name, tag->name))
        return wrong(s, "a closing tag without its opening");
    if (s->foreign == s->depth)
        s->foreign = 0;
    tag->kind = last->kind;
    count_open(s, last->kind, (size_t)-1);
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

    s->at++;
    tag.attribute_count = tag.asked = 0;
    tag.is_empty = false;
    tag.closes = peek(s, 0) == '/';
    s->at += tag.closes;
    tag.name = tag.closes ? read_closing_name(s) : read_tag_name(s);
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
    if ((tag.kind & ELEMENT_RAW) && !tag.closes && s->foreign == 0)
        return skip_raw_text(s, tag.name);
    return true;
}

static bool
read_text(struct scanner *s)
{
    struct text rest = text_from(s->page, s->at);
    bool good;
    struct text text = text_slice(rest, 0, html_text_length(rest, '<', &good));

    s->at += text.length;
    if (!good)
        return wrong(s, "a bare &");
    if (s->depth > 0) {
        if (s->reader->text)
            s->reader->text(s->reader->data, text);
        return true;
    }
    return html_text_run(text, MARKUP_SPACE) == text.length ||
           wrong(s, "text outside the page");
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
html_attribute(const struct html_tag *tag, enum html_asked name,
               struct text *value)
{
    const struct html_attribute *attribute = tag->attributes;

    if ((tag->asked >> name & 1) == 0)
        return false;
    while (attribute->asked != name)
        attribute++;
    *value = attribute->value;
    return true;
}
