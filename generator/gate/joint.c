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

/* How many bytes a character has that parts nothing; 0 if it is another, or
   ends a line: two lines are two texts. */
static size_t
filler_at(struct text bytes, size_t at)
{
    unsigned char first = byte_at(bytes, at);
    size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3, end = 0;

    if (first >= 0xF0 || first == '\n' || first == '\r' ||
        !is_continued(bytes, at, length - 1))
        return 0;
    return pii_is_filler(text_next(text_slice(bytes, at, length), &end))
               ? length
               : 0;
}

/* Marks of emphasis; others stand between two texts. */
static size_t
tag_at(struct text bytes, size_t at)
{
    static const char *const tags[] = {"<b>",      "</b>",     "<i>", "</i>",
                                       "<em>",     "</em>",    "<u>", "</u>",
                                       "<strong>", "</strong>"};
    struct text rest = text_slice(bytes, at, LONGEST_GAP);

    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
        if (text_starts(rest, tags[i]))
            return strlen(tags[i]);
    return 0;
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

/* How many bytes stand between two hanzi and part nothing, at the offset. */
static size_t
joint_at(struct text bytes, size_t at)
{
    size_t end = at, one;

    while (end - at < LONGEST_GAP &&
           ((one = filler_at(bytes, end)) > 0 ||
            (byte_at(bytes, end) == '<' && (one = tag_at(bytes, end)) > 0)))
        end += one;
    return end > at && begins_hanzi(bytes, end) && ends_hanzi(bytes, at)
               ? end - at
               : 0;
}

/* Bytes that may begin one, behind what may end a hanzi. */
static uint64_t
suspects(const char *block)
{
    uint64_t marks = simd_between(block, '\0', ' ') | simd_equal(block, '*') |
                     simd_equal(block, '<') | simd_equal(block, '`') |
                     simd_equal(block, '\\') | simd_equal(block, '\xC2') |
                     simd_between(block, 0xE1, 0xE3) |
                     simd_equal(block, '\xEF');

    return marks & simd_high(block - 1);
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
