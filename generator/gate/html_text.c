#include "gate/html_text.h"

#include "base/simd.h"

/* What a byte may be, by its value. */
#define IS_IN(c, from, to) ((c) >= (from) && (c) <= (to))
#define KIND(c)                                                               \
    ((IS_IN(c, 'a', 'z') || IS_IN(c, 'A', 'Z')) ? MARKUP_LETTER | MARKUP_NAME \
     : (IS_IN(c, '0', '9') || (c) == '-' || (c) == ':' || (c) == '_' ||       \
        (c) == '.')                                                           \
         ? MARKUP_NAME                                                        \
     : ((c) == ' ' || (c) == '\t' || (c) == '\n' || (c) == '\r' ||            \
        (c) == '\f')                                                          \
         ? MARKUP_SPACE                                                       \
         : 0)
#define KINDS4(c)  KIND(c), KIND((c) + 1), KIND((c) + 2), KIND((c) + 3)
#define KINDS16(c) KINDS4(c), KINDS4((c) + 4), KINDS4((c) + 8), KINDS4((c) + 12)
#define KINDS64(c) \
    KINDS16(c), KINDS16((c) + 16), KINDS16((c) + 32), KINDS16((c) + 48)

static const unsigned char kinds[256] = {KINDS64(0), KINDS64(64)};

bool
html_text_is(char byte, unsigned kind)
{
    return (kinds[(unsigned char)byte] & kind) != 0;
}

size_t
html_text_run(struct text text, unsigned kind)
{
    size_t length = 0;

    while (length < text.length && html_text_is(text.bytes[length], kind))
        length++;
    return length;
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
        end += html_text_run(text_from(text, end), MARKUP_NAME);
        if (end == i + 1 || end >= text.length || text.bytes[end] != ';')
            return false;
    }
    return true;
}

/* The bytes before the first that is a stop, < & or NUL; nearly every text and
   value is plain up to its end. */
static size_t
plain_length(struct text text, char stop)
{
    size_t at = 0;

    for (; text.length - at >= PART; at += PART) {
        const char *part = text.bytes + at;
        unsigned ends = part_equal(part, stop) | part_equal(part, '<') |
                        part_equal(part, '&') | part_equal(part, '\0');

        if (ends != 0)
            return at + (unsigned)__builtin_ctz(ends);
    }
    while (at < text.length && text.bytes[at] != stop &&
           text.bytes[at] != '<' && text.bytes[at] != '&' &&
           text.bytes[at] != '\0')
        at++;
    return at;
}

size_t
html_text_length(struct text text, char stop, bool *good)
{
    size_t length = plain_length(text, stop);

    *good = length == text.length || text.bytes[length] == stop;
    if (*good)
        return length;
    length = text_find(text, (struct text){&stop, 1});
    *good = is_escaped(text_slice(text, 0, length));
    return length;
}
