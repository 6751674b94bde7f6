#include "intake/formula.h"

#include <string.h>

#include "intake/lines.h"

bool
formula_is_possible(struct text line)
{
    return text_find(line, TEXT("=\"")) < line.length;
}

/* The length of the cell that begins here, if it is ="…" without quote,
   delimiter or line end inside, and nothing behind; else 0. */
static size_t
formula_length(const struct formula_line *line, size_t start)
{
    struct text rest = text_from(line->text, start);
    size_t at = 2;

    if (!text_starts(rest, "=\""))
        return 0;
    while (at < rest.length && rest.bytes[at] != '"' &&
           rest.bytes[at] != line->delimiter && !lines_end_length(rest, at))
        at++;
    if (at == rest.length || rest.bytes[at] != '"')
        return 0;
    at++;
    if (at < rest.length && rest.bytes[at] != line->delimiter &&
        !lines_end_length(rest, at))
        return 0;
    return at;
}

size_t
formula_quote(const struct formula_line *line, char *bytes)
{
    struct text text = line->text;
    bool is_start = line->is_first, is_quoted = line->is_quoted;
    char *out = bytes;

    for (size_t at = 0; at < text.length;) {
        size_t length = is_start ? formula_length(line, at) : 0;

        if (length > 0) { /* ="X" becomes "=""X""" */
            memcpy(out, "\"=\"\"", 4);
            memcpy(out + 4, text.bytes + at + 2, length - 3);
            memcpy(out + length + 1, "\"\"\"", 3);
            out += length + 4;
            at += length;
            is_start = false;
            continue;
        }
        is_quoted ^= text.bytes[at] == '"';
        is_start = !is_quoted && text.bytes[at] == line->delimiter;
        *out++ = text.bytes[at++];
    }
    return (size_t)(out - bytes);
}
