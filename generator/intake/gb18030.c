#include "intake/gb18030.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/simd.h"
#include "base/utf8.h"
#include "intake/gb18030_form.h"
#include "intake/lines.h"

enum {
    LEADS = 128,   /* 80 to FF, the first and last of which lead nothing */
    TRAILS = 256,  /* any byte: what trails nothing is never judged */
    DIGITS = 10,   /* 30 to 39 */
    MOST_UTF8 = 8, /* bytes the judge may write for one character */
};

/* What the judge said of a character.  Three counts are one number, so that
   many characters are summed at once: how many bytes of UTF-8, whether it is
   private, whether it is of GB2312.  0: nothing yet. */
struct gb18030_verdict {
    char utf8[4];
    uint32_t counts;
};

enum { OF_PRIVATE = 10, OF_BASIC = 20, COUNT = 1023, MOST_SUM = COUNT / 4 };

static size_t
length_of(const struct gb18030_verdict *verdict)
{
    return verdict->counts & COUNT;
}

static const char euro[] = "\xE2\x82\xAC";

struct gb18030 *
gb18030_new(gb18030_ask *ask, void *judge)
{
    struct gb18030 *gb18030 = arena_must(calloc(1, sizeof(*gb18030)));

    gb18030->ask = ask;
    gb18030->judge = judge;
    gb18030->line = 1;
    gb18030->of_two =
        arena_must(calloc((size_t)LEADS * TRAILS, sizeof(*gb18030->of_two)));
    gb18030->of_four =
        arena_must(calloc((size_t)LEADS * DIGITS, sizeof(*gb18030->of_four)));
    return gb18030;
}

void
gb18030_free(struct gb18030 *gb18030)
{
    if (gb18030 == NULL)
        return;
    for (size_t i = 0; i < (size_t)LEADS * DIGITS; i++)
        free(gb18030->of_four[i]);
    free(gb18030->of_four);
    free(gb18030->of_two);
    free(gb18030->euro_lines);
    free(gb18030);
}

static bool
is_private(const char *utf8, size_t length)
{
    size_t offset = 0;
    int32_t code_point = text_next((struct text){utf8, length}, &offset);

    return (code_point >= 0xE000 && code_point <= 0xF8FF) ||
           code_point >= 0xF0000;
}

/* The line of a byte 0x80. */
static void
count_euro(struct gb18030 *gb18030, struct text bytes, size_t offset)
{
    gb18030->line += lines_between(bytes, gb18030->counted, offset);
    gb18030->counted = offset;
    if (gb18030->euro_count > 0 &&
        gb18030->euro_lines[gb18030->euro_count - 1] == gb18030->line)
        return;
    if (gb18030->euro_count == gb18030->euro_room) {
        gb18030->euro_room = 2 * gb18030->euro_room + 8;
        gb18030->euro_lines =
            must_grow(gb18030->euro_lines,
                      gb18030->euro_room * sizeof(*gb18030->euro_lines));
    }
    gb18030->euro_lines[gb18030->euro_count++] = gb18030->line;
}

static struct gb18030_verdict *
verdict_of_two(const struct gb18030 *gb18030, const unsigned char *at)
{
    return &gb18030->of_two[(at[0] << 8 | at[1]) & (LEADS * TRAILS - 1)];
}

/* NULL if none of the characters that begin so has been met. */
static struct gb18030_verdict *
verdict_of_four(const struct gb18030 *gb18030, const unsigned char *at)
{
    struct gb18030_verdict *verdicts =
        gb18030->of_four[(size_t)(at[0] - 0x80) * DIGITS + at[1] - 0x30];

    return verdicts ? &verdicts[(size_t)(at[2] - 0x81) * DIGITS + at[3] - 0x30]
                    : NULL;
}

/* Where the verdict on a character of this form belongs. */
static struct gb18030_verdict *
place_of(struct gb18030 *gb18030, const unsigned char *at, size_t length)
{
    struct gb18030_verdict **verdicts;

    if (length == 2)
        return verdict_of_two(gb18030, at);
    verdicts =
        &gb18030->of_four[(size_t)(at[0] - 0x80) * DIGITS + at[1] - 0x30];
    if (*verdicts == NULL)
        *verdicts =
            arena_must(calloc((size_t)LEADS * DIGITS, sizeof(**verdicts)));
    return verdict_of_four(gb18030, at);
}

/* Puts a character to the judge unless that has been done.  Length 0 if there
   is none of its form. */
static const struct gb18030_verdict *
judged(struct gb18030 *gb18030, const unsigned char *at, size_t length)
{
    struct gb18030_verdict *verdict = place_of(gb18030, at, length);
    char utf8[MOST_UTF8];
    size_t written;

    if (verdict->counts > 0)
        return verdict;
    written = gb18030->ask(gb18030->judge, (const char *)at, length, utf8);
    if (written == 3 && memcmp(utf8, "\xEE\x97\xA5", 3) == 0) /* U+E5E5 */
        memcpy(utf8, "\xE3\x80\x80", 3);
    if (written == 0 || written > sizeof(verdict->utf8))
        return verdict;
    memcpy(verdict->utf8, utf8, written);
    verdict->counts =
        (uint32_t)written | (uint32_t)is_private(utf8, written) << OF_PRIVATE |
        (uint32_t)(length == 2 && gb18030_form_is_gb2312(at)) << OF_BASIC;
    return verdict;
}

/* The sum of so many verdicts. */
static void
add_counts(struct gb18030 *gb18030, uint32_t counts, size_t characters)
{
    gb18030->length += counts & COUNT;
    gb18030->of_private += counts >> OF_PRIVATE & COUNT;
    gb18030->of_gb2312 += counts >> OF_BASIC;
    gb18030->characters += characters;
}

/* A block of ASCII and two-byte characters already judged; how far it goes, 0
   if it holds anything else.  This is where the time is spent. */
static size_t
learn_block(struct gb18030 *gb18030, const unsigned char *block)
{
    struct gb18030_form_pairs pairs;
    size_t characters = 0;
    uint32_t sum = 0;

    if (!gb18030_form_find_pairs(block, &pairs))
        return 0;
    for (uint64_t leads = pairs.leads; leads != 0; leads &= leads - 1) {
        uint32_t counts =
            verdict_of_two(gb18030, block + (unsigned)__builtin_ctzll(leads))
                ->counts;

        if (counts == 0)
            return 0;
        sum += counts;
        characters++;
    }
    gb18030->length += pairs.length - 2 * characters;
    add_counts(gb18030, sum, characters);
    return pairs.length;
}

/* A run of two-byte characters already judged; how far it goes. */
static size_t
learn_known(struct gb18030 *gb18030, const unsigned char *from, size_t most)
{
    size_t done = 0;
    uint32_t sum = 0;

    if (most > 2 * MOST_SUM)
        most = 2 * MOST_SUM;
    for (; most - done >= 2 && from[done] >= 0x81; done += 2) {
        uint32_t counts = verdict_of_two(gb18030, from + done)->counts;

        if (counts == 0)
            break;
        sum += counts;
    }
    add_counts(gb18030, sum, done / 2);
    return done;
}

/* One character beyond ASCII: its bytes, or 0 if it is not valid. */
static size_t
learn_one(struct gb18030 *gb18030, struct text bytes, size_t offset)
{
    const unsigned char *at = (const unsigned char *)bytes.bytes + offset;
    size_t left = bytes.length - offset, length = gb18030_form_length(at, left);
    const struct gb18030_verdict *verdict;

    if (length == 0 || length > left)
        return 0;
    if (length == 1) {
        count_euro(gb18030, bytes, offset);
        add_counts(gb18030, (uint32_t)strlen(euro), 1);
        return 1;
    }
    verdict = judged(gb18030, at, length);
    add_counts(gb18030, verdict->counts, 1);
    return verdict->counts > 0 ? length : 0;
}

size_t
gb18030_learn(struct gb18030 *gb18030, struct text bytes, size_t from,
              size_t end)
{
    const unsigned char *start = (const unsigned char *)bytes.bytes;
    size_t at = from;

    while (at < end) {
        size_t length =
            end - at >= BLOCK ? learn_block(gb18030, start + at) : 0;

        if (length == 0) {
            length = utf8_ascii(text_slice(bytes, at, end - at));
            gb18030->length += length;
            length +=
                learn_known(gb18030, start + at + length, end - at - length);
        }
        if (length == 0)
            length = learn_one(gb18030, bytes, at);
        if (length == 0)
            break;
        at += length;
    }
    return at;
}

/* Copies ASCII, many bytes at a time; how far it goes.  What stands behind it
   may be copied as well, for there is room for three bytes of each. */
static size_t
copy_ascii(const char *from, size_t most, char *out)
{
    size_t done = 0;

    for (; most - done >= PART; done += PART) {
        unsigned high = part_high(from + done);

        memcpy(out + done, from + done, PART);
        if (high != 0)
            return done + (unsigned)__builtin_ctz(high);
    }
    for (uint64_t word; most - done >= sizeof(word); done += sizeof(word)) {
        memcpy(&word, from + done, sizeof(word));
        if (word & UINT64_C(0x8080808080808080))
            break;
        memcpy(out + done, &word, sizeof(word));
    }
    for (; done < most && (unsigned char)from[done] < 0x80; done++)
        out[done] = from[done];
    return done;
}

/* A run of two-byte characters; how far it goes, and *out behind it. */
static size_t
write_known(const struct gb18030 *gb18030, const unsigned char *from,
            size_t most, char **out)
{
    char *end = *out;
    size_t done = 0;

    for (; most - done >= 2 && from[done] >= 0x81; done += 2) {
        const struct gb18030_verdict *verdict =
            verdict_of_two(gb18030, from + done);

        if (verdict->counts == 0)
            break;
        memcpy(end, verdict->utf8, sizeof(verdict->utf8));
        end += length_of(verdict);
    }
    *out = end;
    return done;
}

/* The two rare kinds: 0x80 and four bytes. */
static size_t
write_rare(const struct gb18030 *gb18030, const unsigned char *at, size_t left,
           char **out)
{
    size_t length = gb18030_form_length(at, left);
    const struct gb18030_verdict *verdict;

    if (length == 1) {
        memcpy(*out, euro, strlen(euro));
        *out += strlen(euro);
        return 1;
    }
    verdict = length == 4 && left >= 4 ? verdict_of_four(gb18030, at) : NULL;
    if (verdict == NULL)
        return left; /* cut */
    memcpy(*out, verdict->utf8, sizeof(verdict->utf8));
    *out += length_of(verdict);
    return 4;
}

size_t
gb18030_write(const struct gb18030 *gb18030, struct text bytes, char *out)
{
    const unsigned char *from = (const unsigned char *)bytes.bytes;
    char *end = out;

    for (size_t at = 0; at < bytes.length;) {
        size_t plain = copy_ascii(bytes.bytes + at, bytes.length - at, end);

        end += plain;
        at += plain;
        at += write_known(gb18030, from + at, bytes.length - at, &end);
        if (at < bytes.length && from[at] >= 0x80)
            at += write_rare(gb18030, from + at, bytes.length - at, &end);
    }
    return (size_t)(end - out);
}

size_t
gb18030_length(const struct gb18030 *gb18030, struct text bytes)
{
    size_t written = 0, length;

    for (size_t at = 0; at < bytes.length; at += length) {
        const char *from = bytes.bytes + at;
        char utf8[GB18030_ROOM(4)];

        length = (unsigned char)*from < 0x80
                     ? 1
                     : gb18030_form_length((const unsigned char *)from,
                                           bytes.length - at);
        if (length == 0) /* a file that changes while it is read */
            break;
        written += gb18030_write(gb18030, text_slice(bytes, at, length), utf8);
    }
    return written;
}

bool
gb18030_is_cut(struct text bytes)
{
    return bytes.length > 0 &&
           gb18030_form_length((const unsigned char *)bytes.bytes,
                               bytes.length) > bytes.length;
}

bool
gb18030_is_formed(struct text bytes)
{
    for (size_t at = 0; at < bytes.length;) {
        size_t left = bytes.length - at;
        size_t length =
            gb18030_form_length((const unsigned char *)bytes.bytes + at, left);

        if (length == 0 || length > left)
            return false;
        at += length;
    }
    return true;
}

bool
gb18030_is_basic(struct text bytes)
{
    for (size_t at = 0; at < bytes.length;) {
        const unsigned char *byte = (const unsigned char *)bytes.bytes + at;

        if (*byte < 0x80) {
            at++;
            continue;
        }
        if (bytes.length - at < 2 || !gb18030_form_is_gb2312(byte))
            return false;
        at += 2;
    }
    return true;
}
