#include "archive/tag_files.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "file/manifest.h"

bool
tags_lines(struct arena *arena, struct text raw, struct text *lines)
{
    struct buffer buffer = {.arena = arena};
    size_t valid;

    for (size_t i = 0; i < raw.length; i++) {
        char c = raw.bytes[i];

        if (c == '\n' && i > 0 && raw.bytes[i - 1] == '\r')
            continue;
        buffer_put_bytes(&buffer, c == '\r' ? "\n" : &c, 1);
    }
    if (raw.length > 0 && strchr("\r\n", raw.bytes[raw.length - 1]) == NULL)
        buffer_put(&buffer, TEXT("\n"));
    *lines = buffer_text(&buffer);
    return utf8_is_valid(raw, &valid) && !text_starts(raw, "\xef\xbb\xbf");
}

/* Takes the first line off. */
static struct text
take_line(struct text *lines)
{
    size_t end = text_find(*lines, TEXT("\n"));
    struct text line = text_slice(*lines, 0, end);

    *lines = text_from(*lines, end + 1);
    return line;
}

struct text
tags_line(struct text lines, size_t number)
{
    while (number > 1 && lines.length > 0) {
        take_line(&lines);
        number--;
    }
    return take_line(&lines);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static struct text
trimmed(struct text text)
{
    while (text.length > 0 && is_blank(text.bytes[0]))
        text = text_from(text, 1);
    while (text.length > 0 && is_blank(text.bytes[text.length - 1]))
        text.length--;
    return text;
}

bool
tags_next(struct arena *arena, struct text *lines, struct tags_element *element)
{
    struct text line, label;
    size_t colon;

    do {
        if (lines->length == 0)
            return false;
        line = take_line(lines);
    } while (trimmed(line).length == 0);
    colon = text_find(line, TEXT(":"));
    label = text_slice(line, 0, colon);
    element->is_good = colon > 0 && colon + 1 < line.length &&
                       is_blank(line.bytes[colon + 1]) &&
                       text_equal(trimmed(label), label);
    element->label = text_copy(arena, label);
    element->value = trimmed(text_from(line, colon + 1));
    while (lines->length > 0 && is_blank(lines->bytes[0]))
        element->value =
            text_join(arena, element->value, trimmed(take_line(lines)));
    return true;
}

/* Takes what stands before the next blank off, and the blanks. */
static struct text
take_word(struct text *line)
{
    size_t end = 0;
    struct text word;

    while (end < line->length && !is_blank(line->bytes[end]))
        end++;
    word = text_slice(*line, 0, end);
    *line = trimmed(text_from(*line, end));
    return word;
}

bool
tags_next_fetch(struct arena *arena, struct text *lines, struct text *path,
                bool *is_good)
{
    struct text line, address, length;
    size_t digits = 0;

    if (lines->length == 0)
        return false;
    line = take_line(lines);
    address = take_word(&line);
    length = take_word(&line);
    while (digits < length.length && length.bytes[digits] >= '0' &&
           length.bytes[digits] <= '9')
        digits++;
    *path = text_copy(arena, line);
    *is_good =
        text_find(address, TEXT(":")) < address.length && line.length > 0 &&
        (text_is(length, "-") || (digits > 0 && digits == length.length));
    return true;
}

bool
tags_path_is_safe(const char *path)
{
    const char *part = path;

    /* A safe path is not empty, so there is a second character or an end. */
    if (!manifest_path_is_safe(path) || path[0] == '~' || path[0] == '\\' ||
        path[1] == ':')
        return false;
    for (const char *c = path;; c++) {
        if (*c != '/' && *c != '\\' && *c != '\0')
            continue;
        if (c - part == 2 && part[0] == '.' && part[1] == '.')
            return false;
        if (*c == '\0')
            return true;
        part = c + 1;
    }
}
