#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/arena.h"

struct text
text_of(const char *string)
{
    return (struct text){string, strlen(string)};
}

/* As memcmp, of 8 to 16 bytes: the first eight and the last may overlap. */
static bool
is_same_word(const char *a, const char *b, size_t length)
{
    uint64_t first[2], last[2];

    memcpy(&first[0], a, 8);
    memcpy(&first[1], b, 8);
    memcpy(&last[0], a + length - 8, 8);
    memcpy(&last[1], b + length - 8, 8);
    return first[0] == first[1] && last[0] == last[1];
}

bool
text_equal(struct text a, struct text b)
{
    if (a.length != b.length)
        return false;
    if (a.length >= 8 && a.length <= 16) /* most words and names */
        return is_same_word(a.bytes, b.bytes, a.length);
    return a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0;
}

bool
text_is(struct text a, const char *string)
{
    return text_equal(a, text_of(string));
}

int
text_compare(struct text a, struct text b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter > 0 ? memcmp(a.bytes, b.bytes, shorter) : 0;

    return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

bool
text_starts(struct text text, const char *start)
{
    size_t length = strlen(start);

    return text.length >= length && memcmp(text.bytes, start, length) == 0;
}

bool
text_ends(struct text text, const char *end)
{
    size_t length = strlen(end);

    return text.length >= length &&
           memcmp(text.bytes + text.length - length, end, length) == 0;
}

size_t
text_find(struct text whole, struct text part)
{
    const char *found;

    if (part.length == 0)
        return 0;
    if (whole.length == 0)
        return 0;
    found = part.length == 1
                ? memchr(whole.bytes, part.bytes[0], whole.length)
                : memmem(whole.bytes, whole.length, part.bytes, part.length);
    return found ? (size_t)(found - whole.bytes) : whole.length;
}

struct text
text_from(struct text text, size_t offset)
{
    if (offset > text.length)
        offset = text.length;
    return (struct text){text.bytes + offset, text.length - offset};
}

struct text
text_slice(struct text text, size_t offset, size_t count)
{
    struct text slice = text_from(text, offset);

    if (slice.length > count)
        slice.length = count;
    return slice;
}

struct text
text_copy(struct arena *arena, struct text text)
{
    return (struct text){arena_copy(arena, text.bytes, text.length),
                         text.length};
}

/* Nearly every text is short, and written but once. */
struct text
text_format_list(struct arena *arena, const char *format, va_list arguments)
{
    char brief[256], *bytes;
    va_list again;
    size_t length;

    va_copy(again, arguments);
    length = (size_t)vsnprintf(brief, sizeof(brief), format, arguments);
    bytes = arena_take(arena, length + 1);
    if (length < sizeof(brief))
        memcpy(bytes, brief, length + 1);
    else
        vsnprintf(bytes, length + 1, format, again);
    va_end(again);
    return (struct text){bytes, length};
}

struct text
text_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    struct text text;

    va_start(arguments, format);
    text = text_format_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

struct text
text_join(struct arena *arena, struct text a, struct text b)
{
    char *bytes = arena_take(arena, a.length + b.length + 1);

    if (a.length > 0)
        memcpy(bytes, a.bytes, a.length);
    if (b.length > 0)
        memcpy(bytes + a.length, b.bytes, b.length);
    return (struct text){bytes, a.length + b.length};
}

struct text
text_join_by(struct arena *arena, struct text a, struct text mark,
             struct text b)
{
    if (a.length > 0 && b.length > 0)
        a = text_join(arena, a, mark);
    return text_join(arena, a, b);
}

struct text
text_excerpt(struct arena *arena, struct text text, size_t most)
{
    size_t end = 0;

    if (text.length <= most)
        return text;
    for (size_t next = 0; next <= most; text_next(text, &next))
        end = next;
    return text_join(arena, text_slice(text, 0, end), TEXT("…"));
}

int32_t
text_next(struct text text, size_t *offset)
{
    const unsigned char *at;
    utf8proc_int32_t code_point;
    utf8proc_ssize_t used;

    if (*offset >= text.length)
        return -1;
    at = (const unsigned char *)text.bytes + *offset;
    if (at[0] < 0x80)
        return text.bytes[(*offset)++];
    if (at[0] >= 0xE1 && at[0] <= 0xEC && text.length - *offset >= 3 &&
        (at[1] & 0xC0) == 0x80 && (at[2] & 0xC0) == 0x80) {
        *offset += 3; /* as nearly all hanzi have */
        return (at[0] & 0x0F) << 12 | (at[1] & 0x3F) << 6 | (at[2] & 0x3F);
    }
    used = utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + *offset,
                            (utf8proc_ssize_t)(text.length - *offset),
                            &code_point);
    if (used <= 0) { /* never in decoded text; still, move on */
        *offset += 1;
        return 0xFFFD;
    }
    *offset += (size_t)used;
    return code_point;
}

size_t
text_encode(int32_t code_point, char *bytes)
{
    utf8proc_ssize_t used =
        utf8proc_encode_char(code_point, (utf8proc_uint8_t *)bytes);

    return used > 0 ? (size_t)used : 0;
}

size_t
text_count(struct text text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
    return count;
}

size_t
text_width(struct text text)
{
    size_t offset = 0, width = 0;

    for (int32_t c; (c = text_next(text, &offset)) >= 0;)
        width += (size_t)utf8proc_charwidth(c);
    return width;
}

bool
text_is_word(int32_t code_point)
{
    switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_PC:
        return true;
    default:
        return false;
    }
}

int32_t
text_lower(int32_t code_point)
{
    return utf8proc_tolower(code_point);
}

#define NFKC (UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE)

/* How far there is nothing but ASCII and hanzi, which NFKC leaves alone unless
   a mark stands behind ASCII. */
static size_t
pass_inert(struct text text, size_t at)
{
    while (at < text.length) {
        unsigned char byte = (unsigned char)text.bytes[at];

        if (byte < 0x80)
            at++;
        else if (byte >= 0xE4 && byte <= 0xE9)
            at += 3;
        else
            break;
    }
    return at < text.length ? at : text.length;
}

/* Whether NFKC never joins the character to the one before it: all but marks
   and letters without case, among which are the parts of hangul. */
static bool
stands_alone(int32_t code_point)
{
    if (code_point < 0x80 || (code_point >= 0x3400 && code_point <= 0x9FFF))
        return true;
    switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return false;
    default:
        return true;
    }
}

/* Writes what NFKC makes of the character, in no more bytes than that; 0 if it
   needs more, or looks at its neighbours. */
static size_t
fold_alone(int32_t code_point, char *bytes, size_t most)
{
    utf8proc_int32_t parts[4];
    size_t length = 0;
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(code_point, parts, 4, NFKC, &boundary);

    for (utf8proc_ssize_t i = 0; i < count; i++) {
        char part[4];
        size_t used;

        if (count > 4 || !stands_alone(parts[i]))
            return 0;
        used = text_encode(parts[i], part);
        if (length + used > most)
            return 0;
        memcpy(bytes + length, part, used);
        length += used;
    }
    return length;
}

static struct text
fold_together(struct arena *arena, struct text text)
{
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t length;
    struct text copy;

    length = utf8proc_map((const utf8proc_uint8_t *)text.bytes,
                          (utf8proc_ssize_t)text.length, &folded, NFKC);
    if (length < 0 && length != UTF8PROC_ERROR_NOMEM)
        return text;
    arena_must(folded);
    copy = text_copy(arena, (struct text){(char *)folded, (size_t)length});
    free(folded);
    return copy;
}

bool
text_is_space(int32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x85 ||
           c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000 || c == 0xE5E5;
}

bool
text_is_unfit(int32_t c)
{
    return (c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
           (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x061C ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
           (c >= 0xFDD0 && c <= 0xFDEF) || (c > 0 && (c & 0xFFFE) == 0xFFFE);
}

/* Whether a byte may begin a character that is unfit: hanzi have none of
   these. */
static bool
may_be_unfit(unsigned char c)
{
    return c < 0x20 || c == 0x7F || c == 0xC2 || c == 0xD8 || c == 0xE2 ||
           c >= 0xEF;
}

static struct text
without_unfit(struct arena *arena, struct text text, bool is_told)
{
    enum { LONGEST_TOLD = 8 }; /* U+10FFFF */
    char *bytes = NULL;
    size_t length = 0, kept = 0;

    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        int32_t c;

        if (!may_be_unfit((unsigned char)text.bytes[at])) {
            at++;
            continue;
        }
        c = text_next(text, &end);
        if (!text_is_unfit(c)) {
            at = end;
            continue;
        }
        if (bytes == NULL)
            bytes = arena_take(arena, text.length * LONGEST_TOLD + 1);
        memcpy(bytes + length, text.bytes + kept, at - kept);
        length += at - kept;
        if (is_told)
            length += (size_t)snprintf(bytes + length, LONGEST_TOLD + 1,
                                       "U+%04X", (unsigned)c);
        kept = at = end;
    }
    if (bytes == NULL)
        return text;
    memcpy(bytes + length, text.bytes + kept, text.length - kept);
    return (struct text){bytes, length + text.length - kept};
}

struct text
text_fit(struct arena *arena, struct text text)
{
    return without_unfit(arena, text, false);
}

struct text
text_escaped(struct arena *arena, struct text text)
{
    return without_unfit(arena, text, true);
}

struct text
text_nfkc(struct arena *arena, struct text text)
{
    size_t at = pass_inert(text, 0), from = 0, length = 0;
    char *bytes;

    if (at == text.length)
        return text;
    bytes = arena_take(arena, text.length + 1);
    while (from < text.length) {
        int32_t code_point;
        size_t used;

        memcpy(bytes + length, text.bytes + from, at - from);
        length += at - from;
        from = at;
        if (at == text.length)
            break;
        code_point = text_next(text, &at);
        used = fold_alone(code_point, bytes + length, at - from);
        if (used == 0)
            return fold_together(arena, text);
        length += used;
        from = at;
        at = pass_inert(text, at);
    }
    return (struct text){bytes, length};
}

uint64_t
text_hash(struct text text, uint64_t seed)
{
    return XXH3_64bits_withSeed(text.bytes ? text.bytes : "", text.length,
                                seed);
}
