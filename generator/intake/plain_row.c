/*
 * Nothing is changed in the bytes before all of them are known to be plain,
 * so that what is not can still be read as XML.
 */
#include "intake/plain_row.h"

#include <stdint.h>
#include <string.h>

#include "base/array.h"
#include "base/utf8.h"

struct scan {
    char *at, *end;
    char *out;     /* where the value ends */
    bool is_final; /* all is plain: the value is put together */
    bool is_coded; /* a reference was in it */
};

/* The literal's length is known where it is written, which is what makes this
   cheap. */
#define SKIP(scan, literal) skip((scan), (literal), sizeof(literal) - 1)

static inline bool
skip(struct scan *scan, const char *literal, size_t length)
{
    if ((size_t)(scan->end - scan->at) < length ||
        memcmp(scan->at, literal, length) != 0)
        return false;
    scan->at += length;
    return true;
}

/* Nearly every name is one small letter. */
static inline bool
is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '-' && c <= ':' && c != '/') || c == '_';
}

static inline bool
read_name(struct scan *scan, struct text *name)
{
    char *at = scan->at;

    while (at < scan->end && is_name(*at))
        at++;
    *name = (struct text){scan->at, (size_t)(at - scan->at)};
    scan->at = at;
    return name->length > 0 &&
           !(name->bytes[0] >= '-' && name->bytes[0] <= '9');
}

/* NAME="value" */
static inline bool
read_attribute(struct scan *scan, struct text *name, struct text *value)
{
    char *from, *at;

    if (!read_name(scan, name) || !SKIP(scan, "=\""))
        return false;
    from = at = scan->at;
    while (at < scan->end && (unsigned char)(*at - ' ') < 0x7f - ' ' &&
           *at != '"' && *at != '<' && *at != '&')
        at++;
    *value = (struct text){from, (size_t)(at - from)};
    scan->at = at;
    return SKIP(scan, "\"");
}

static inline struct text *
place_of(struct plain_marks *marks, struct text name)
{
    if (name.length != 1)
        return text_is(name, "hidden") ? &marks->hidden : NULL;
    switch (name.bytes[0]) {
    case 'r':
        return &marks->r;
    case 's':
        return &marks->s;
    case 't':
        return &marks->t;
    default:
        return NULL;
    }
}

/* Up to the end of the tag, which is not read. */
static bool
read_marks(struct scan *scan, struct plain_marks *marks)
{
    struct text name, value;

    *marks = (struct plain_marks){0};
    while (SKIP(scan, " ")) {
        struct text *place;

        if (!read_attribute(scan, &name, &value))
            return false;
        place = place_of(marks, name);
        if (place != NULL && place->bytes != NULL)
            return false;
        if (place != NULL)
            *place = value;
    }
    return true;
}

/* U+FFFE and U+FFFF, which XML does not have. */
static bool
is_no_character(const char *at, const char *end)
{
    return end - at > 2 && (unsigned char)at[1] == 0xbf &&
           (unsigned char)at[2] >= 0xbe;
}

static int
digit_of(char c, int base)
{
    char low = (char)(c | 0x20);

    if (c >= '0' && c <= '9')
        return c - '0';
    return base == 16 && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/* &#n; or &#xn; behind the &#; -1 if no character of XML is meant. */
static int32_t
read_numbered(struct scan *scan)
{
    enum { LAST = 0x10ffff };
    int base = SKIP(scan, "x") ? 16 : 10;
    int32_t c = 0;

    for (; scan->at < scan->end && c <= LAST; scan->at++) {
        int digit = digit_of(*scan->at, base);

        if (digit < 0)
            break;
        c = c * base + digit;
    }
    if (!SKIP(scan, ";") || c > LAST || (c >= 0xd800 && c <= 0xdfff) ||
        c == 0xfffe || c == 0xffff)
        return -1;
    return c >= ' ' || c == '\t' || c == '\n' || c == '\r' ? c : -1;
}

/* A character by its number or by one of the names that XML has of its own,
   or -1. */
static int32_t
read_reference(struct scan *scan)
{
    static const struct {
        const char *written;
        char meant;
    } names[] = {{"&amp;", '&'},
                 {"&lt;", '<'},
                 {"&gt;", '>'},
                 {"&quot;", '"'},
                 {"&apos;", '\''}};

    if (SKIP(scan, "&#"))
        return read_numbered(scan);
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (skip(scan, names[i].written, strlen(names[i].written)))
            return names[i].meant;
    return -1;
}

/* Up to the next tag or reference; false at what XML does not allow. */
static bool
pass_text(struct scan *scan)
{
    const char *end = scan->end;
    char *at = scan->at;

    for (; at < end && *at != '<' && *at != '&'; at++) {
        unsigned char c = (unsigned char)*at;

        if (c == '>' || (c < ' ' && c != '\n' && c != '\t') ||
            (c == 0xef && is_no_character(at, end)))
            return false;
    }
    scan->at = at;
    return true;
}

/* Text up to the next tag.  In the end it is put behind the value, which
   never reaches beyond what has been read. */
static bool
read_text(struct scan *scan)
{
    for (;;) {
        char *from = scan->at;
        size_t length;
        int32_t c;

        if (!pass_text(scan))
            return false;
        length = (size_t)(scan->at - from);
        if (scan->is_final) {
            memmove(scan->out, from, length);
            scan->out += length;
        }
        if (scan->at == scan->end || *scan->at == '<')
            return true;
        c = read_reference(scan);
        if (c < 0)
            return false;
        scan->is_coded = true;
        if (scan->is_final)
            scan->out += text_encode(c, scan->out);
    }
}

/* Text, and the end of the element it is in. */
static bool
read_value(struct scan *scan, const char *end, struct text *value)
{
    char *from = scan->at;

    if (!read_text(scan))
        return false;
    *value = (struct text){from, (size_t)(scan->at - from)};
    return skip(scan, end, strlen(end));
}

/* "<t" has been read. */
static bool
read_t(struct scan *scan, struct text *value)
{
    (void)SKIP(scan, " xml:space=\"preserve\"");
    return SKIP(scan, ">") && read_value(scan, "</t>", value);
}

/* "<c" has been read. */
static bool
read_cell(struct scan *scan, struct plain_cell *cell)
{
    *cell = (struct plain_cell){0};
    scan->is_coded = false;
    if (!read_marks(scan, &cell->marks))
        return false;
    if (SKIP(scan, "/>"))
        return true;
    if (SKIP(scan, "><v>")) {
        if (!read_value(scan, "</v>", &cell->value))
            return false;
    } else if (!SKIP(scan, "><is><t") || !read_t(scan, &cell->value) ||
               !SKIP(scan, "</is>")) {
        return false;
    }
    cell->is_coded = scan->is_coded;
    return SKIP(scan, "</c>");
}

static bool
read_cells(struct scan *scan, struct plain_row *row)
{
    row->count = 0;
    if (!SKIP(scan, "<row") || !read_marks(scan, &row->marks) ||
        !SKIP(scan, ">"))
        return false;
    while (SKIP(scan, "<c"))
        if (!read_cell(scan,
                       ARRAY_ADD(NULL, row->cells, row->count, row->room)))
            return false;
    return SKIP(scan, "</row>") && scan->at == scan->end;
}

static void
decode(struct text *value)
{
    char *bytes = (char *)(uintptr_t)value->bytes;
    struct scan scan = {.at = bytes,
                        .end = bytes + value->length,
                        .out = bytes,
                        .is_final = true};

    (void)read_text(&scan);
    value->length = (size_t)(scan.out - bytes);
}

bool
plain_row_read(char *bytes, size_t length, struct plain_row *row)
{
    struct scan scan = {.at = bytes, .end = bytes + length};
    size_t ignored;

    if (!read_cells(&scan, row) ||
        !utf8_is_valid((struct text){bytes, length}, &ignored))
        return false;
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].is_coded)
            decode(&row->cells[i].value);
    return true;
}

/* What a run looks like: "<rPr>", empty elements, "</rPr>". */
static bool
pass_looks(struct scan *scan)
{
    struct plain_marks ignored;
    struct text name;

    if (!SKIP(scan, "<rPr>"))
        return true;
    while (!SKIP(scan, "</rPr>"))
        if (!SKIP(scan, "<") || !read_name(scan, &name) ||
            !read_marks(scan, &ignored) || !SKIP(scan, "/>"))
            return false;
    return true;
}

/* *value is the text if there is but one. */
static bool
read_string(struct scan *scan, struct text *value)
{
    if (!SKIP(scan, "<si>"))
        return false;
    if (SKIP(scan, "<t"))
        return read_t(scan, value) && SKIP(scan, "</si>");
    while (!SKIP(scan, "</si>")) {
        if (!SKIP(scan, "<r>") || !pass_looks(scan) || !SKIP(scan, "<t") ||
            !read_t(scan, value) || !SKIP(scan, "</r>"))
            return false;
        scan->is_coded = true;
    }
    return true;
}

bool
plain_string_read(char *bytes, size_t length, struct text *text)
{
    struct scan scan = {.at = bytes, .end = bytes + length};
    size_t ignored;

    if (!read_string(&scan, text) || scan.at != scan.end ||
        !utf8_is_valid((struct text){bytes, length}, &ignored))
        return false;
    if (!scan.is_coded)
        return true;
    scan = (struct scan){
        .at = bytes, .end = scan.end, .out = bytes, .is_final = true};
    (void)read_string(&scan, text);
    *text = (struct text){bytes, (size_t)(scan.out - bytes)};
    return true;
}
