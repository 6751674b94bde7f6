/*
 * One character at a time.  Most signs have one form that is right anywhere;
 * some mean something only at the start of a text ("# ", "1. ") or in company
 * ("&amp;", "http://", "www."), and are left alone elsewhere so that the text
 * stays readable in a terminal.
 */
#include "render/markdown.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"

static const char *const anywhere[128] = {
    ['\n'] = "<br>", ['\r'] = "<br>", ['$'] = "\\$", ['*'] = "\\*",
    ['<'] = "&lt;",  ['>'] = "&gt;",  ['['] = "\\[", ['\\'] = "\\\\",
    [']'] = "\\]",   ['_'] = "\\_",   ['`'] = "\\`", ['|'] = "\\|",
    ['~'] = "\\~",   [127] = " ",
};

/* A sign that begins a list, a rule or a heading, before a blank, another of
   its kind or nothing. */
static const char *const at_start[128] = {
    ['#'] = "\\#",
    ['+'] = "\\+",
    ['-'] = "\\-",
    ['='] = "\\=",
};

static bool
begins_block(struct text text)
{
    return text.length == 1 || text.bytes[1] == ' ' || text.bytes[1] == '\t' ||
           text.bytes[1] == text.bytes[0];
}

/* "&amp;", "&#60;" and their like would be read as one character. */
static bool
is_entity(struct text text, size_t at)
{
    size_t end = at + 1;

    while (end < text.length &&
           (isalnum((unsigned char)text.bytes[end]) || text.bytes[end] == '#'))
        end++;
    return end > at + 1 && end < text.length && text.bytes[end] == ';';
}

/* "12. " and "12) " at the start begin a numbered list. */
static bool
ends_number(struct text text, size_t at)
{
    if (at + 1 < text.length && text.bytes[at + 1] != ' ' &&
        text.bytes[at + 1] != '\t')
        return false;
    for (size_t i = 0; i < at; i++)
        if (!isdigit((unsigned char)text.bytes[i]))
            return false;
    return at > 0;
}

static bool
ends_www(struct text text, size_t at)
{
    return at >= 3 && strncasecmp(text.bytes + at - 3, "www", 3) == 0;
}

static const char *
in_company(struct text text, size_t at)
{
    switch (text.bytes[at]) {
    case '&':
        return is_entity(text, at) ? "&amp;" : NULL;
    case ':':
        return text_starts(text_from(text, at), "://") ? "\\:" : NULL;
    case '.':
        return ends_number(text, at) || ends_www(text, at) ? "\\." : NULL;
    case ')':
        return ends_number(text, at) ? "\\)" : NULL;
    default:
        return NULL;
    }
}

/* U+2028 and U+2029 separate lines and paragraphs. */
static bool
is_separator(struct text text, size_t at)
{
    struct text rest = text_slice(text, at, 3);

    return text_is(rest, "\xe2\x80\xa8") || text_is(rest, "\xe2\x80\xa9");
}

/* Letters, digits and blanks mean nothing by themselves. */
static bool
is_plain(unsigned char c)
{
    return c >= 128 ? c != 0xe2 : isalnum(c) || c == ' ';
}

size_t
markdown_plain(struct text text, size_t at)
{
    size_t end = at;

    while (end < text.length && is_plain((unsigned char)text.bytes[end]))
        end++;
    return end - at;
}

const char *
markdown_instead(struct text text, size_t at, size_t *used)
{
    unsigned char c = (unsigned char)text.bytes[at];

    *used = 1;
    if (c >= 128) {
        if (c != 0xe2 || !is_separator(text, at))
            return NULL;
        *used = 3;
        return "<br>";
    }
    if (c == '\r' && text_starts(text_from(text, at), "\r\n"))
        *used = 2;
    if (anywhere[c])
        return anywhere[c];
    if (c < 32)
        return " ";
    if (at == 0 && at_start[c] && begins_block(text))
        return at_start[c];
    return in_company(text, at);
}

struct text
markdown_tidy(struct arena *arena, struct text markdown)
{
    char *bytes = arena_take(arena, markdown.length + 1);
    size_t length = 0;

    while (markdown.length > 0) {
        size_t end = text_find(markdown, TEXT("\n\n\n"));
        struct text kept = text_slice(markdown, 0, end + 2);

        memcpy(bytes + length, kept.bytes, kept.length);
        length += kept.length;
        markdown = text_from(markdown, kept.length);
        while (text_starts(markdown, "\n"))
            markdown = text_from(markdown, 1);
    }
    return (struct text){bytes, length};
}
