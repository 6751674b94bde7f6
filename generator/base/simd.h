/*
 * Many bytes looked at together: a bit for every one that is such, the first
 * byte's the lowest.
 *
 * By instructions that every 64-bit PC has, else one byte after the other.
 * Bytes are read from anywhere; there must be as many as the name says.
 */
#ifndef BASE_SIMD_H
#define BASE_SIMD_H

#include <endian.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { WORD = 8, PART = 16, BLOCK = 64, ALL_OF_PART = (1 << PART) - 1 };

#ifdef __SSE2__
enum { BLOCKS_ARE_FAST = 1 };

static inline unsigned
part_equal(const void *part, char byte)
{
    __m128i bytes = _mm_loadu_si128(part);

    return (unsigned)_mm_movemask_epi8(
        _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)));
}

/* Where two parts have the same byte. */
static inline unsigned
part_same(const void *one, const void *other)
{
    return (unsigned)_mm_movemask_epi8(
        _mm_cmpeq_epi8(_mm_loadu_si128(one), _mm_loadu_si128(other)));
}

static inline unsigned
part_either(const void *part, char one, char other)
{
    __m128i bytes = _mm_loadu_si128(part);

    return (unsigned)_mm_movemask_epi8(
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(one)),
                     _mm_cmpeq_epi8(bytes, _mm_set1_epi8(other))));
}

/* From the one to the other, as unsigned numbers. */
static inline unsigned
part_between(const void *part, unsigned char from, unsigned char to)
{
    __m128i bytes =
        _mm_sub_epi8(_mm_loadu_si128(part), _mm_set1_epi8((char)from));
    __m128i most = _mm_set1_epi8((char)(to - from));

    return (unsigned)_mm_movemask_epi8(
        _mm_cmpeq_epi8(_mm_min_epu8(bytes, most), bytes));
}

/* Beyond ASCII. */
static inline unsigned
part_high(const void *part)
{
    return (unsigned)_mm_movemask_epi8(_mm_loadu_si128(part));
}

/* ASCII whose lowest five bits are at least such, below 32. */
static inline unsigned
part_low_bits(const void *part, unsigned char least)
{
    __m128i bytes =
        _mm_and_si128(_mm_loadu_si128(part), _mm_set1_epi8((char)0x9F));

    return (unsigned)_mm_movemask_epi8(
        _mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)(least - 1))));
}
#else
enum { BLOCKS_ARE_FAST = 0 };

static inline unsigned
part_between(const void *part, unsigned char from, unsigned char to)
{
    const unsigned char *bytes = part;
    unsigned bits = 0;

    for (unsigned i = 0; i < PART; i++)
        bits |= (unsigned)(bytes[i] >= from && bytes[i] <= to) << i;
    return bits;
}

static inline unsigned
part_equal(const void *part, char byte)
{
    return part_between(part, (unsigned char)byte, (unsigned char)byte);
}

static inline unsigned
part_same(const void *one, const void *other)
{
    const char *a = one, *b = other;
    unsigned bits = 0;

    for (unsigned i = 0; i < PART; i++)
        bits |= (unsigned)(a[i] == b[i]) << i;
    return bits;
}

static inline unsigned
part_either(const void *part, char one, char other)
{
    return part_equal(part, one) | part_equal(part, other);
}

static inline unsigned
part_high(const void *part)
{
    return part_between(part, 0x80, 0xFF);
}

static inline unsigned
part_low_bits(const void *part, unsigned char least)
{
    const unsigned char *bytes = part;
    unsigned bits = 0;

    for (unsigned i = 0; i < PART; i++)
        bits |= (unsigned)(bytes[i] < 0x80 && (bytes[i] & 0x1F) >= least) << i;
    return bits;
}
#endif

/* Whether eight bytes are as the form has them, where it has 0 any digit: the
   digits, in a number whose lowest byte is the first, and nothing for all other
   bytes.  The limit is 'v' where a digit stands, else DEL: what must be added
   for the highest bit to be set, to more than nine or than nothing. */
static inline bool
simd_digits(const void *bytes, const char form[WORD + 1],
            const char limit[WORD + 1], uint64_t *digits)
{
    uint64_t word, expected, missing;

    memcpy(&word, bytes, WORD);
    memcpy(&expected, form, WORD);
    memcpy(&missing, limit, WORD);
    word ^= expected;
    *digits = le64toh(word);
    return (((word + missing) | word) & UINT64_C(0x8080808080808080)) == 0;
}

/* Of each two digits that stand together their number, at the first of them. */
static inline uint64_t
simd_pairs(uint64_t digits)
{
    return digits * 10 + (digits >> 8);
}

/* The bits of four parts. */
static inline uint64_t
simd_bits(uint64_t first, uint64_t second, uint64_t third, uint64_t fourth)
{
    return first | second << PART | third << 2 * PART | fourth << 3 * PART;
}

static inline uint64_t
simd_equal(const void *block, char byte)
{
    const char *at = block;

    return simd_bits(part_equal(at, byte), part_equal(at + PART, byte),
                     part_equal(at + 2 * PART, byte),
                     part_equal(at + 3 * PART, byte));
}

static inline uint64_t
simd_either(const void *block, char one, char other)
{
    const char *at = block;

    return simd_bits(part_either(at, one, other),
                     part_either(at + PART, one, other),
                     part_either(at + 2 * PART, one, other),
                     part_either(at + 3 * PART, one, other));
}

static inline uint64_t
simd_between(const void *block, unsigned char from, unsigned char to)
{
    const char *at = block;

    return simd_bits(part_between(at, from, to),
                     part_between(at + PART, from, to),
                     part_between(at + 2 * PART, from, to),
                     part_between(at + 3 * PART, from, to));
}

static inline uint64_t
simd_low_bits(const void *block, unsigned char least)
{
    const char *at = block;

    return simd_bits(part_low_bits(at, least), part_low_bits(at + PART, least),
                     part_low_bits(at + 2 * PART, least),
                     part_low_bits(at + 3 * PART, least));
}

static inline uint64_t
simd_high(const void *block)
{
    const char *at = block;

    return simd_bits(part_high(at), part_high(at + PART),
                     part_high(at + 2 * PART), part_high(at + 3 * PART));
}

#endif
