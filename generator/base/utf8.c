/*
 * Ledgers are mostly three-byte characters with runs of ASCII between them,
 * so a block of nothing else is judged at once, by where in it the bytes that
 * begin a character stand and those that continue one; all else takes the
 * general way.
 */
#include "base/utf8.h"

#include <string.h>

#include "base/simd.h"

static const unsigned char *
skip_ascii(const unsigned char *at, const unsigned char *end)
{
    for (; end - at >= PART; at += PART) {
        unsigned high = part_high(at);

        if (high != 0)
            return at + (unsigned)__builtin_ctz(high);
    }
    for (uint64_t word; end - at >= (ptrdiff_t)sizeof(word);
         at += sizeof(word)) {
        memcpy(&word, at, sizeof(word));
        if ((word & UINT64_C(0x8080808080808080)) != 0)
            break;
    }
    while (at < end && *at < 0x80)
        at++;
    return at;
}

/* Three-byte characters whose second byte may be any: all but those led by
   E0 (overlong) and ED (surrogates). */
static const unsigned char *
skip_common(const unsigned char *at, const unsigned char *end)
{
    while (end - at >= 3 && (at[0] & 0xF0) == 0xE0 && at[0] != 0xE0 &&
           at[0] != 0xED && (at[1] & 0xC0) == 0x80 && (at[2] & 0xC0) == 0x80)
        at += 3;
    return at;
}

/* Whole blocks of ASCII and such characters; before the first block with
   anything else, and never inside a character. */
static const unsigned char *
skip_blocks(const unsigned char *at, const unsigned char *end)
{
    uint64_t due = 0; /* bytes that the block before leaves to continue */

    for (; BLOCKS_ARE_FAST && end - at >= BLOCK; at += BLOCK) {
        uint64_t leads =
            simd_between(at, 0xE1, 0xEF) & ~simd_equal(at, (char)0xED);
        uint64_t continued = simd_between(at, 0x80, 0xBF);

        if (simd_high(at) != (leads | continued) ||
            continued != (leads << 1 | leads << 2 | due))
            break;
        due = leads >> (BLOCK - 1) | leads >> (BLOCK - 2);
    }
    if (due != 0)
        at -= due == 1 ? 2 : 1;
    return at;
}

/* How many bytes a character with this first byte has; 0 if none may. */
static size_t
length_by_lead(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2)
        return 0;
    if (lead < 0xE0)
        return 2;
    if (lead < 0xF0)
        return 3;
    return lead < 0xF5 ? 4 : 0;
}

/* How many bytes of a character stand at the start: all of them, or as many
   as are right. */
static size_t
right_bytes(const unsigned char *at, size_t left, size_t length)
{
    unsigned char lowest = 0x80, highest = 0xBF;
    size_t right = 1;

    switch (at[0]) {
    case 0xE0:
        lowest = 0xA0;
        break;
    case 0xED:
        highest = 0x9F;
        break;
    case 0xF0:
        lowest = 0x90;
        break;
    case 0xF4:
        highest = 0x8F;
        break;
    default:
        break;
    }
    while (right < length && right < left && at[right] >= lowest &&
           at[right] <= highest) {
        lowest = 0x80;
        highest = 0xBF;
        right++;
    }
    return right;
}

size_t
utf8_ascii(struct text bytes)
{
    const unsigned char *start = (const unsigned char *)bytes.bytes;

    return bytes.length > 0
               ? (size_t)(skip_ascii(start, start + bytes.length) - start)
               : 0;
}

bool
utf8_is_cut(struct text bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.bytes;
    size_t length = bytes.length > 0 ? length_by_lead(at[0]) : 0;

    return bytes.length < length &&
           right_bytes(at, bytes.length, length) == bytes.length;
}

/* One character that is neither ASCII nor common; NULL if it is not valid. */
static const unsigned char *
skip_other(const unsigned char *at, const unsigned char *end)
{
    size_t length = length_by_lead(*at), left = (size_t)(end - at);

    return length > 0 && length <= left &&
                   right_bytes(at, left, length) == length
               ? at + length
               : NULL;
}

bool
utf8_is_valid(struct text bytes, size_t *valid)
{
    const unsigned char *start = (const unsigned char *)bytes.bytes;
    const unsigned char *at = start, *end, *next;

    if (bytes.length == 0) /* and there may be no bytes to point to */
        return true;
    end = start + bytes.length;
    while (at < end) {
        const unsigned char *behind;

        at = skip_blocks(at, end);
        behind = end - at > BLOCK ? at + BLOCK : end;
        while (at < behind) {
            next = *at < 0x80 ? skip_ascii(at, end) : skip_common(at, end);
            if (next == at)
                next = skip_other(at, end);
            if (next == NULL) {
                *valid = (size_t)(at - start);
                return false;
            }
            at = next;
        }
    }
    return true;
}
