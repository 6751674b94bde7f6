#include "publish/markup.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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
markup_is(char byte, unsigned kind)
{
    return (kinds[(unsigned char)byte] & kind) != 0;
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
        while (end < text.length && markup_is(text.bytes[end], MARKUP_NAME))
            end++;
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

#ifdef __SSE2__
    for (; text.length - at >= 16; at += 16) {
        __m128i bytes = _mm_loadu_si128((const void *)(text.bytes + at));
        __m128i ends = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(stop)),
                         _mm_cmpeq_epi8(bytes, _mm_set1_epi8('<'))),
            _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('&')),
                         _mm_cmpeq_epi8(bytes, _mm_setzero_si128())));
        unsigned found = (unsigned)_mm_movemask_epi8(ends);

        if (found != 0)
            return at + (size_t)__builtin_ctz(found);
    }
#endif
    while (at < text.length && text.bytes[at] != stop &&
           text.bytes[at] != '<' && text.bytes[at] != '&' &&
           text.bytes[at] != '\0')
        at++;
    return at;
}

size_t
markup_length(struct text text, char stop, bool *good)
{
    size_t length = plain_length(text, stop);

    *good = length == text.length || text.bytes[length] == stop;
    if (*good)
        return length;
    length = text_find(text, (struct text){&stop, 1});
    *good = is_escaped(text_slice(text, 0, length));
    return length;
}
