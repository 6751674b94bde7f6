/*
 * All pairs of a lead and a trail are characters, and those of four bytes
 * stand in the order of Unicode where no pair has taken them.  So validity is
 * mostly a matter of form, which is seen in blocks; the table is asked only
 * which characters are private.
 */
#include "intake/gb18030.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/simd.h"
#include "intake/gb18030_form.h"
#include "intake/gb18030_table.h"

enum {
    EURO = 0x20AC,
    SECOND_PLANE = 0x10000,
    SECOND_PLANE_NUMBER = 189000, /* of 90308130 */
};

static const struct {
    int32_t private_use, character;
} own_readings[] = {
    {0xE5E5, 0x3000},  {0xE816, 0x20087}, {0xE817, 0x20089}, {0xE818, 0x200CC},
    {0xE831, 0x215D7}, {0xE83B, 0x2298F}, {0xE855, 0x241FE},
};

static bool
is_private(int32_t character)
{
    return (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000;
}

static int32_t
own_reading(int32_t character)
{
    for (size_t i = 0; i < sizeof(own_readings) / sizeof(*own_readings); i++)
        if (own_readings[i].private_use == character)
            return own_readings[i].character;
    return character;
}

static inline int32_t
of_two(const unsigned char *at)
{
    int32_t character = gb18030_of_two[at[0] - 0x81][at[1] - 0x40];

    return is_private(character) ? own_reading(character) : character;
}

static int32_t
of_four(const unsigned char *at)
{
    int32_t number = ((at[0] - 0x81) * 10 + at[1] - 0x30) * 1260 +
                     (at[2] - 0x81) * 10 + at[3] - 0x30;
    size_t low = 0, high = GB18030_RANGES;

    if (number >= SECOND_PLANE_NUMBER) {
        number += SECOND_PLANE - SECOND_PLANE_NUMBER;
        return number <= 0x10FFFF ? number : -1;
    }
    if (number >= GB18030_FOUR)
        return -1;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;

        if (gb18030_of_four[middle].first <= number)
            low = middle;
        else
            high = middle;
    }
    return gb18030_of_four[low].character + number - gb18030_of_four[low].first;
}

int32_t
gb18030_next(struct text bytes, size_t *offset)
{
    const unsigned char *at = (const unsigned char *)bytes.bytes + *offset;
    size_t left = bytes.length - *offset;
    size_t length = left > 0 ? gb18030_form_length(at, left) : 0;
    int32_t character;

    if (length == 0 || length > left)
        return -1;
    if (length == 1)
        character = *at == 0x80 ? EURO : *at;
    else
        character = length == 2 ? of_two(at) : of_four(at);
    if (character >= 0)
        *offset += length;
    return character;
}

/* A block of ASCII and pairs of bytes beyond it; how far it goes, 0 if it
   holds anything else.  Only hanzi of GB2312 are surely not private: D7 leads
   some that are. */
static size_t
count_block(const unsigned char *block, struct gb18030_counts *counts)
{
    struct gb18030_form_pairs pairs;
    uint64_t hanzi, basic, others;
    size_t count;

    if (!gb18030_form_find_pairs(block, &pairs) ||
        (simd_equal(block, '\x80') & pairs.leads) != 0 ||
        simd_equal(block, '\xFF') != 0)
        return 0;
    hanzi = simd_between(block, 0xB0, 0xF7);
    basic = pairs.leads & (hanzi | simd_between(block, 0xA1, 0xA9)) &
            simd_between(block, 0xA1, 0xFE) >> 1;
    others = pairs.leads & ~(basic & hanzi & ~simd_equal(block, '\xD7'));
    for (; others != 0; others &= others - 1)
        counts->of_private +=
            is_private(of_two(block + (unsigned)__builtin_ctzll(others)));
    count = (unsigned)__builtin_popcountll(pairs.leads);
    counts->characters += count;
    if (basic != pairs.leads)
        count = (unsigned)__builtin_popcountll(basic);
    counts->of_gb2312 += count;
    return pairs.length;
}

static bool
count_one(struct text bytes, size_t *offset, struct gb18030_counts *counts)
{
    const unsigned char *at = (const unsigned char *)bytes.bytes + *offset;
    size_t before = *offset;
    int32_t character = gb18030_next(bytes, offset);

    if (character < 0x80)
        return character >= 0;
    counts->characters++;
    counts->of_gb2312 += *offset - before == 2 && gb18030_form_is_gb2312(at);
    counts->of_private += is_private(character);
    counts->euros += *at == 0x80;
    return true;
}

size_t
gb18030_count(struct text bytes, size_t from, size_t end,
              struct gb18030_counts *counts)
{
    size_t at = from;

    while (at < end) {
        size_t stop = end - at > BLOCK ? at + BLOCK : end, length = 0;

        if (end - at >= BLOCK)
            length =
                count_block((const unsigned char *)bytes.bytes + at, counts);
        at += length;
        while (length == 0 && at < stop)
            if (!count_one(bytes, &at, counts))
                return at;
    }
    return at;
}

/* A run of ASCII, of which most are short; how far it goes. */
static size_t
write_plain(const unsigned char *from, size_t most, char *out)
{
    const uint64_t tops = UINT64_C(0x8080808080808080);
    size_t done = 0;

    for (uint64_t word; most - done >= sizeof(word); done += sizeof(word)) {
        memcpy(&word, from + done, sizeof(word));
        if ((word & tops) != 0)
            break;
        memcpy(out + done, &word, sizeof(word));
    }
    for (; done < most && from[done] < 0x80; done++)
        out[done] = (char)from[done];
    return done;
}

/* A character of three bytes, and one byte more: there is room, for it came
   of two. */
static inline void
write_wide(unsigned character, char *out)
{
    uint32_t bytes =
        htole32(0x8080E0 | character >> 12 | (character >> 6 & 0x3F) << 8 |
                (character & 0x3F) << 16);

    memcpy(out, &bytes, sizeof(bytes));
}

/* A run of pairs; how far it goes, and *out behind it. */
static inline size_t
write_pairs(const unsigned char *from, size_t most, char **out)
{
    enum { FIRST = 0x8140, LAST = 0xFEFF };
    const uint16_t *characters = gb18030_of_two[0];
    char *end = *out;
    size_t done = 0;

    for (uint16_t pair; most - done >= sizeof(pair); done += sizeof(pair)) {
        unsigned at, character;

        memcpy(&pair, from + done, sizeof(pair));
        at = (unsigned)be16toh(pair) - FIRST;
        if (at > LAST - FIRST)
            break;
        character = characters[at];
        if (character - 0x800 < 0xE000 - 0x800 || character > 0xF8FF) {
            write_wide(character, end);
            end += 3;
        } else if (from[done + 1] >= 0x40) { /* rare, or private */
            end += text_encode(of_two(from + done), end);
        } else {
            break;
        }
    }
    *out = end;
    return done;
}

/* Behind what was written. */
static inline char *
write_all(struct text bytes, char *out)
{
    const unsigned char *from = (const unsigned char *)bytes.bytes;

    for (size_t at = 0, done; at < bytes.length; at += done) {
        int32_t character;

        if (from[at] < 0x80) {
            done = write_plain(from + at, bytes.length - at, out);
            out += done;
            continue;
        }
        done = write_pairs(from + at, bytes.length - at, &out);
        if (done > 0)
            continue;
        character = gb18030_next(bytes, &at);
        if (character < 0)
            break;
        out += text_encode(character, out);
    }
    return out;
}

size_t
gb18030_write(struct text bytes, char *out)
{
    return (size_t)(write_all(bytes, out) - out);
}

size_t
gb18030_write_each(struct text *texts, size_t count, char *out)
{
    char *end = out;

    for (struct text *text = texts; text < texts + count; text++) {
        char *start = end;

        end = write_all(*text, end);
        *text = (struct text){start, (size_t)(end - start)};
    }
    return (size_t)(end - out);
}

size_t
gb18030_length(struct text bytes)
{
    char utf8[4];
    size_t length = 0;

    for (size_t at = 0; at < bytes.length;) {
        int32_t character = gb18030_next(bytes, &at);

        if (character < 0)
            break;
        length += character < 0x80 ? 1 : text_encode(character, utf8);
    }
    return length;
}

bool
gb18030_is_cut(struct text bytes)
{
    return bytes.length > 0 &&
           gb18030_form_length((const unsigned char *)bytes.bytes,
                               bytes.length) > bytes.length;
}

static int32_t
number_of(int32_t character)
{
    const struct gb18030_range *range = gb18030_of_four;

    if (character >= SECOND_PLANE)
        return character - SECOND_PLANE + SECOND_PLANE_NUMBER;
    while (character < range->character ||
           character - range->character >= range[1].first - range->first)
        range++;
    return range->first + character - range->character;
}

/* Writes the bytes of a character, given those of all pairs. */
static size_t
encode(const uint16_t *pairs, int32_t character, char *out)
{
    int32_t number;

    if (character < 0x80) {
        *out = (char)character;
        return 1;
    }
    if (character < SECOND_PLANE && pairs[character] != 0) {
        out[0] = (char)(pairs[character] >> 8);
        out[1] = (char)pairs[character];
        return 2;
    }
    number = number_of(character);
    out[0] = (char)(0x81 + number / 12600);
    out[1] = (char)(0x30 + number / 1260 % 10);
    out[2] = (char)(0x81 + number / 10 % 126);
    out[3] = (char)(0x30 + number % 10);
    return 4;
}

struct text *
gb18030_of(struct arena *arena, const struct text *texts, size_t count)
{
    struct text *encoded = arena_take(arena, (count + 1) * sizeof(*encoded));
    uint16_t *pairs = arena_must(calloc(SECOND_PLANE, sizeof(*pairs)));

    for (unsigned lead = 0; lead < GB18030_LEADS; lead++)
        for (unsigned trail = 0; trail < GB18030_TRAILS; trail++)
            pairs[gb18030_of_two[lead][trail]] =
                (uint16_t)((lead + 0x81) << 8 | (trail + 0x40));
    for (size_t i = 0; i < count; i++) {
        char *bytes = arena_take(arena, 2 * texts[i].length + 1);
        size_t length = 0;

        for (size_t at = 0; at < texts[i].length;)
            length += encode(pairs, text_next(texts[i], &at), bytes + length);
        encoded[i] = (struct text){bytes, length};
    }
    free(pairs);
    return encoded;
}
