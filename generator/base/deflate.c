/*
 * What repeats is found where the same four bytes stood last; nothing further
 * back than that is tried.
 */
#include "base/deflate.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum {
    HASH_BITS = 14,
    SHORTEST = 4, /* match */
    LONGEST = 258,
    FARTHEST = 32 * 1024,
    SEEN_EVERY = 8,  /* places within a match that are remembered */
    FIXED_BLOCK = 2, /* 0 it is not the last, 01 with fixed codes */
    END_OF_BLOCK_BITS = 7,
    LENGTH_CODES = 29,
    DISTANCE_CODES = 30
};

/* 03 00: the last block, with nothing in it. */
const struct text deflate_end = {"\x03\x00", 2};

/* The least length and distance of each code, and how many bits say how much
   more it is. */
static const uint16_t lengths[LENGTH_CODES + 1] = {
    3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23,  27,
    31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258, 259};
static const uint8_t length_bits[LENGTH_CODES] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1,
                                                  1, 1, 2, 2, 2, 2, 3, 3, 3, 3,
                                                  4, 4, 4, 4, 5, 5, 5, 5, 0};

struct packing {
    uint8_t *out;
    uint64_t bits; /* not yet written, the lowest first */
    unsigned count;
    /* The code of every byte, and of every length with what more it is, as
       they are written. */
    uint16_t literals[256];
    uint8_t literal_bits[256];
    uint32_t matches[LONGEST + 1];
    uint8_t match_bits[LONGEST + 1];
};

/* Codes are written from their highest bit, all else from its lowest. */
static uint32_t
reversed(uint32_t code, unsigned bits)
{
    uint32_t turned = 0;

    for (unsigned i = 0; i < bits; i++)
        turned |= (code >> i & 1) << (bits - 1 - i);
    return turned;
}

/* RFC 1951, 3.2.6. */
static uint32_t
fixed_code(unsigned symbol, unsigned *bits)
{
    *bits = symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
    return reversed(symbol < 144   ? 0x30 + symbol
                    : symbol < 256 ? 0x190 + symbol - 144
                    : symbol < 280 ? symbol - 256
                                   : 0xc0 + symbol - 280,
                    *bits);
}

static void
make_codes(struct packing *packing)
{
    unsigned bits, code = 0;

    for (unsigned i = 0; i < 256; i++) {
        packing->literals[i] = (uint16_t)fixed_code(i, &bits);
        packing->literal_bits[i] = (uint8_t)bits;
    }
    for (unsigned length = SHORTEST; length <= LONGEST; length++) {
        while (lengths[code + 1] <= length)
            code++;
        packing->matches[length] = fixed_code(257 + code, &bits);
        packing->matches[length] |= (length - lengths[code]) << bits;
        packing->match_bits[length] = (uint8_t)(bits + length_bits[code]);
    }
}

static inline void
put_bits(struct packing *packing, uint64_t bits, unsigned count)
{
    packing->bits |= bits << packing->count;
    packing->count += count;
    while (packing->count >= 8) {
        *packing->out++ = (uint8_t)packing->bits;
        packing->bits >>= 8;
        packing->count -= 8;
    }
}

/* Two codes for every power of two. */
static inline void
put_distance(struct packing *packing, uint32_t distance)
{
    uint32_t from = distance - 1;
    unsigned more = 0;
    uint32_t code = from;

    if (from >= 4) {
        more = 30 - (unsigned)__builtin_clz(from);
        code = 2 * more + (from >> more);
    }
    put_bits(packing, reversed(code, 5), 5);
    put_bits(packing, from & ((1U << more) - 1), more);
}

static inline uint32_t
four_at(const char *bytes)
{
    uint32_t four;

    memcpy(&four, bytes, 4);
    return four;
}

static inline size_t
place_of(uint32_t four)
{
    return (four * UINT32_C(0x9E3779B1)) >> (32 - HASH_BITS);
}

/* How many bytes are the same, of so many. */
static inline size_t
same_bytes(const char *a, const char *b, size_t most)
{
    size_t same = 0;

    for (; same + 8 <= most; same += 8) {
        uint64_t left, right;

        memcpy(&left, a + same, 8);
        memcpy(&right, b + same, 8);
        if (left != right)
            break;
    }
    while (same < most && a[same] == b[same])
        same++;
    return same;
}

/* seen holds the place behind that where four bytes of its hash stood last. */
static void
pack(struct packing *packing, struct text bytes, uint32_t *seen)
{
    size_t at = 0;

    while (at + SHORTEST <= bytes.length) {
        uint32_t four = four_at(bytes.bytes + at);
        size_t before = seen[place_of(four)];
        size_t most = bytes.length - at < LONGEST ? bytes.length - at : LONGEST;
        size_t length;

        seen[place_of(four)] = (uint32_t)at + 1;
        if (before == 0 || at - (before - 1) > FARTHEST ||
            four_at(bytes.bytes + before - 1) != four) {
            uint8_t byte = (uint8_t)bytes.bytes[at++];

            put_bits(packing, packing->literals[byte],
                     packing->literal_bits[byte]);
            continue;
        }
        length = same_bytes(bytes.bytes + before - 1, bytes.bytes + at, most);
        put_bits(packing, packing->matches[length],
                 packing->match_bits[length]);
        put_distance(packing, (uint32_t)(at - (before - 1)));
        for (size_t i = SEEN_EVERY; i + SHORTEST <= length; i += SEEN_EVERY)
            seen[place_of(four_at(bytes.bytes + at + i))] =
                (uint32_t)(at + i) + 1;
        at += length;
    }
    for (; at < bytes.length; at++)
        put_bits(packing, packing->literals[(uint8_t)bytes.bytes[at]],
                 packing->literal_bits[(uint8_t)bytes.bytes[at]]);
}

/* The empty block that ends a piece says by its length that it is one. */
static void
put_end(struct packing *packing)
{
    put_bits(packing, 0, END_OF_BLOCK_BITS);
    put_bits(packing, 0, 3);
    if (packing->count > 0)
        put_bits(packing, 0, 8 - packing->count);
    put_bits(packing, UINT64_C(0xffff0000), 32);
}

struct text
deflate_pack(struct arena *arena, struct text bytes)
{
    struct packing packing = {.count = 0};
    uint32_t *seen = arena_must(calloc((size_t)1 << HASH_BITS, sizeof(*seen)));
    /* No byte takes more than nine bits. */
    char *out = arena_room(arena, bytes.length + bytes.length / 8 + 16);

    packing.out = (uint8_t *)out;
    make_codes(&packing);
    put_bits(&packing, FIXED_BLOCK, 3);
    pack(&packing, bytes, seen);
    put_end(&packing);
    free(seen);
    return (struct text){out, (size_t)(packing.out - (uint8_t *)out)};
}
