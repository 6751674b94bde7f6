/*
 * Bytes may be anything, not only UTF-8.
 */
#include "gate/joint.h"

#include <string.h>

#include "base/pii.h"
#include "base/simd.h"

enum { LONGEST_GAP = 60 };

static unsigned char
byte_at(struct text bytes, size_t at)
{
    return at < bytes.length ? (unsigned char)bytes.bytes[at] : 0;
}

static bool
is_continued(struct text bytes, size_t at, size_t count)
{
    for (size_t i = 1; i <= count; i++)
        if ((byte_at(bytes, at + i) & 0xC0) != 0x80)
            return false;
    return true;
}

/* 、。，； end every clause: of their two rows only U+3000 and U+FF0E part
   nothing. */
static bool
is_punctuation(struct text bytes, size_t at)
{
    unsigned char first = byte_at(bytes, at), second = byte_at(bytes, at + 1);

    return (first == 0xE3 && second == 0x80 &&
            byte_at(bytes, at + 2) != 0x80) ||
           (first == 0xEF && second == 0xBC && byte_at(bytes, at + 2) != 0x8E);
}

/* How many bytes a character has that parts nothing; 0 if it is another, ends
   a line (two lines are two texts), or is a star: masks are made of them, and
   behind 张* may stand 三. */
static size_t
filler_at(struct text bytes, size_t at)
{
    unsigned char first = byte_at(bytes, at);
    size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3, end = 0;

    if (is_punctuation(bytes, at) || first >= 0xF0 || first == '\n' ||
        first == '\r' || first == '*' || !is_continued(bytes, at, length - 1))
        return 0;
    return pii_is_filler(text_next(text_slice(bytes, at, length), &end))
               ? length
               : 0;
}

/* <b> <i> <u> <em> <strong> and their ends: marks of emphasis.  Other tags
   stand between two texts. */
static size_t
tag_at(struct text bytes, size_t at)
{
    size_t name = at + (byte_at(bytes, at + 1) == '/' ? 2 : 1), length = 1;

    switch (byte_at(bytes, name)) {
    case 'b':
    case 'i':
    case 'u':
        break;
    case 'e':
        length = text_starts(text_from(bytes, name), "em") ? 2 : 0;
        break;
    case 's':
        length = text_starts(text_from(bytes, name), "strong") ? 6 : 0;
        break;
    default:
        return 0;
    }
    return length > 0 && byte_at(bytes, name + length) == '>'
               ? name + length + 1 - at
               : 0;
}

static bool
begins_hanzi(struct text bytes, size_t at)
{
    unsigned char first = byte_at(bytes, at);

    return first >= 0xE3 && first <= 0xF3 &&
           (first <= 0xE9 ? is_continued(bytes, at, 2)
                          : first >= 0xF0 && is_continued(bytes, at, 3)) &&
           (first > 0xE3 || byte_at(bytes, at + 1) >= 0x90);
}

static bool
ends_hanzi(struct text bytes, size_t end)
{
    return (end >= 3 && begins_hanzi(bytes, end - 3) &&
            byte_at(bytes, end - 3) < 0xF0) ||
           (end >= 4 && begins_hanzi(bytes, end - 4) &&
            byte_at(bytes, end - 4) >= 0xF0);
}

/* A filler or a mark of emphasis at the offset: its bytes, or 0. */
static size_t
one_at(struct text bytes, size_t at)
{
    return byte_at(bytes, at) == '<' ? tag_at(bytes, at) : filler_at(bytes, at);
}

/* Whether a hanzi, or more that parts nothing, may stand at the offset. */
static bool
may_go_on(struct text bytes, size_t at)
{
    unsigned char c = byte_at(bytes, at);

    return c >= 0x7F || c <= ' ' || c == '<' || c == '`' || c == '\\';
}

/* How many bytes stand between two hanzi and part nothing, at the offset; as
   a rule none begins there at all: a blank is mostly before what is no hanzi,
   the bar of a table or a word. */
static size_t
joint_at(struct text bytes, size_t at)
{
    unsigned char first = byte_at(bytes, at);
    size_t one, end = at;

    if (first < 0x80 && first != '<' && !may_go_on(bytes, at + 1))
        return 0;
    one = one_at(bytes, at);
    if (one == 0 || !ends_hanzi(bytes, at))
        return 0;
    for (; one > 0 && end - at < LONGEST_GAP; one = one_at(bytes, end))
        end += one;
    return begins_hanzi(bytes, end) ? end - at : 0;
}

/* Bytes that may begin one, behind what may end a hanzi. */
static uint64_t
suspects(const char *block)
{
    uint64_t behind = simd_high(block - 1), marks;

    if (behind == 0)
        return 0;
    marks = simd_between(block, '\0', ' ') | simd_equal(block, '<') |
            simd_equal(block, '`') | simd_equal(block, '\\') |
            simd_equal(block, '\xC2') | simd_between(block, 0xE1, 0xE3) |
            simd_equal(block, '\xEF');

    return marks & behind;
}

size_t
joint_next(struct text bytes, size_t from, size_t *length)
{
    size_t at = from > 0 ? from : 1;

    for (; at + BLOCK <= bytes.length; at += BLOCK)
        for (uint64_t bits = suspects(bytes.bytes + at); bits != 0;
             bits &= bits - 1) {
            size_t place = at + (size_t)__builtin_ctzll(bits);

            *length = joint_at(bytes, place);
            if (*length > 0)
                return place;
        }
    for (; at < bytes.length; at++) {
        *length = joint_at(bytes, at);
        if (*length > 0)
            return at;
    }
    return bytes.length;
}
