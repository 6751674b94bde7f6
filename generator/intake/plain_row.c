/*
 * A row is gone through twice: whether all of it is plain has to be known
 * before anything is told.
 */
#include "intake/plain_row.h"

#include <string.h>

#include "base/utf8.h"

enum { ATTRIBUTES_MOST = 12 };

struct scan {
    char *at, *end;
    bool is_telling; /* the second time */
    const char *attributes[2 * ATTRIBUTES_MOST + 1];
    struct text value;
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

/* NAME="value", which ends with NUL once it is to be told. */
static bool
read_attribute(struct scan *scan, const char **name, const char **value)
{
    char *from = scan->at, *equals;

    while (scan->at < scan->end && is_name(*scan->at))
        scan->at++;
    equals = scan->at;
    *name = from;
    if (equals == from || (*from >= '-' && *from <= '9') || !SKIP(scan, "=\""))
        return false;
    *value = scan->at;
    while (scan->at < scan->end && *scan->at >= ' ' && *scan->at < 0x7f &&
           *scan->at != '"' && *scan->at != '<' && *scan->at != '&')
        scan->at++;
    if (scan->at == scan->end || *scan->at != '"')
        return false;
    if (scan->is_telling)
        *equals = *scan->at = '\0';
    scan->at++;
    return true;
}

/* Up to the end of the tag, which is not read. */
static bool
read_attributes(struct scan *scan)
{
    size_t count = 0;

    while (scan->at < scan->end && *scan->at == ' ') {
        scan->at++;
        if (count == ATTRIBUTES_MOST ||
            !read_attribute(scan, &scan->attributes[2 * count],
                            &scan->attributes[2 * count + 1]))
            return false;
        count++;
    }
    scan->attributes[2 * count] = NULL;
    return true;
}

/* U+FFFE and U+FFFF, which XML does not have. */
static bool
is_no_character(const struct scan *scan)
{
    return scan->end - scan->at > 2 && (unsigned char)scan->at[1] == 0xbf &&
           (unsigned char)scan->at[2] >= 0xbe;
}

/* Text up to the next tag, as XML allows it; nothing in it stands for
   anything else. */
static bool
read_text(struct scan *scan)
{
    char *from = scan->at;

    for (; scan->at < scan->end && *scan->at != '<'; scan->at++) {
        unsigned char c = (unsigned char)*scan->at;

        if (c == '&' || c == '>' || (c < ' ' && c != '\n' && c != '\t') ||
            (c == 0xef && is_no_character(scan)))
            return false;
    }
    scan->value = (struct text){from, (size_t)(scan->at - from)};
    return true;
}

/* "<c" has been read. */
static bool
read_cell(struct scan *scan)
{
    scan->value.bytes = NULL;
    if (!read_attributes(scan))
        return false;
    if (SKIP(scan, "/>"))
        return true;
    if (SKIP(scan, "><v>"))
        return read_text(scan) && SKIP(scan, "</v></c>");
    return SKIP(scan, "><is><t>") && read_text(scan) &&
           SKIP(scan, "</t></is></c>");
}

/* Whether it is plain to its end, or who is told wants no more. */
static bool
go_through(struct scan *scan, const struct plain_row_reader *reader)
{
    if (!SKIP(scan, "<row") || !read_attributes(scan) || !SKIP(scan, ">"))
        return false;
    if (scan->is_telling && !reader->row(reader->data, scan->attributes))
        return true;
    while (SKIP(scan, "<c")) {
        if (!read_cell(scan))
            return false;
        if (scan->is_telling &&
            !reader->cell(reader->data, scan->attributes, scan->value))
            return true;
    }
    return SKIP(scan, "</row>") && scan->at == scan->end;
}

bool
plain_row_read(char *bytes, size_t length,
               const struct plain_row_reader *reader)
{
    struct scan scan = {.at = bytes, .end = bytes + length};
    size_t ignored;

    if (!go_through(&scan, reader) ||
        !utf8_is_valid((struct text){bytes, length}, &ignored))
        return false;
    scan.at = bytes;
    scan.is_telling = true;
    return go_through(&scan, reader);
}

bool
plain_string_read(char *bytes, size_t length, struct text *text)
{
    struct scan scan = {.at = bytes, .end = bytes + length};
    size_t ignored;

    if (!SKIP(&scan, "<si><t") || !read_attributes(&scan) ||
        !SKIP(&scan, ">") || !read_text(&scan) || !SKIP(&scan, "</t></si>") ||
        scan.at != scan.end || !utf8_is_valid(scan.value, &ignored))
        return false;
    *text = scan.value;
    return true;
}
