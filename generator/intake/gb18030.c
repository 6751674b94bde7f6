#include "intake/gb18030.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "intake/large.h"
#include "intake/lines.h"
#include "intake/source.h"

enum {
    LEADS = 126,     /* 81 to FE */
    TRAILS = 191,    /* 40 to FE */
    MOST_UTF8 = 8,   /* bytes the judge may write for one character */
    STEP = 64 * 1024 /* input bytes between looks at the room left */
};

#define HIGH_BITS UINT64_C(0x8080808080808080)

/* What the judge said of a two-byte character. */
struct verdict {
    char utf8[4];
    uint8_t length;
    bool is_private;
    bool is_basic; /* of GB2312 */
    bool is_known;
};

struct converter {
    gb18030_ask *ask;
    void *judge;
    struct gb18030 *result;
    struct text input;
    size_t counted; /* lines are counted up to here … */
    uint32_t line;  /* … where this one runs */
    size_t euro_room;
    size_t room;
    struct verdict *verdicts;
};

/* By form alone: 0 if no character begins so, more than left if it is
   cut. */
static size_t
form_length(const unsigned char *at, size_t left)
{
    if (at[0] <= 0x80)
        return 1;
    if (at[0] == 0xFF)
        return 0;
    if (left < 2)
        return 2;
    if (at[1] >= 0x40)
        return at[1] != 0x7F && at[1] != 0xFF ? 2 : 0;
    if (at[1] < 0x30 || at[1] > 0x39)
        return 0;
    if (left > 2 && (at[2] < 0x81 || at[2] > 0xFE))
        return 0;
    if (left > 3 && (at[3] < 0x30 || at[3] > 0x39))
        return 0;
    return 4;
}

static bool
is_gb2312(const unsigned char *at)
{
    return at[1] >= 0xA1 && at[1] <= 0xFE &&
           ((at[0] >= 0xA1 && at[0] <= 0xA9) ||
            (at[0] >= 0xB0 && at[0] <= 0xF7));
}

static bool
is_private(const char *utf8, size_t length)
{
    size_t offset = 0;
    int32_t code_point = text_next((struct text){utf8, length}, &offset);

    return (code_point >= 0xE000 && code_point <= 0xF8FF) ||
           code_point >= 0xF0000;
}

static void
count_euro(struct converter *converter, size_t offset)
{
    struct gb18030 *result = converter->result;

    converter->line +=
        lines_between(converter->input, converter->counted, offset);
    converter->counted = offset;
    if (result->euro_count > 0 &&
        result->euro_lines[result->euro_count - 1] == converter->line)
        return;
    if (result->euro_count == converter->euro_room) {
        converter->euro_room = 2 * converter->euro_room + 8;
        result->euro_lines =
            must_grow(result->euro_lines,
                      converter->euro_room * sizeof(*result->euro_lines));
    }
    result->euro_lines[result->euro_count++] = converter->line;
}

static struct verdict *
verdict_of(struct converter *converter, const unsigned char *at)
{
    size_t index = (size_t)(at[0] - 0x81) * TRAILS + (size_t)(at[1] - 0x40);
    struct verdict *verdict = &converter->verdicts[index];
    char utf8[MOST_UTF8];
    size_t length;

    if (verdict->is_known)
        return verdict;
    length = converter->ask(converter->judge, (const char *)at, 2, utf8);
    if (length == 3 && memcmp(utf8, "\xEE\x97\xA5", 3) == 0) /* U+E5E5 */
        memcpy(utf8, "\xE3\x80\x80", 3);
    verdict->is_known = true;
    if (length > 0 && length <= sizeof(verdict->utf8)) {
        memcpy(verdict->utf8, utf8, length);
        verdict->length = (uint8_t)length;
        verdict->is_private = is_private(utf8, length);
        verdict->is_basic = is_gb2312(at);
    }
    return verdict;
}

/* The two rare kinds: 0x80 and four bytes. */
static size_t
convert_rare(struct converter *converter, const unsigned char *at,
             size_t length, char *out)
{
    struct gb18030 *result = converter->result;
    size_t written;

    if (length == 1) {
        count_euro(converter,
                   (size_t)((const char *)at - converter->input.bytes));
        memcpy(out, "\xE2\x82\xAC", 3);
        return 3;
    }
    written = converter->ask(converter->judge, (const char *)at, length, out);
    result->of_private += written > 0 && is_private(out, written);
    return written;
}

/* One character beyond ASCII: the bytes written, or 0 if it is not valid;
   *length is set to the bytes read. */
static size_t
convert_one(struct converter *converter, const unsigned char *at, size_t left,
            size_t *length)
{
    struct gb18030 *result = converter->result;
    char *out = result->bytes + result->length;
    const struct verdict *verdict;

    *length = form_length(at, left);
    if (*length == 0 || *length > left)
        return 0;
    result->characters++;
    if (*length != 2)
        return convert_rare(converter, at, *length, out);
    verdict = verdict_of(converter, at);
    memcpy(out, verdict->utf8, sizeof(verdict->utf8));
    result->of_private += verdict->is_private;
    result->of_gb2312 += verdict->is_basic;
    return verdict->length;
}

/* A run of two-byte characters the judge has already allowed; how far it
   goes.  This is where the time is spent, so the counts stay in registers. */
static size_t
convert_known(struct converter *converter, const unsigned char *from,
              size_t most)
{
    const struct verdict *verdicts = converter->verdicts;
    struct gb18030 *result = converter->result;
    char *start = result->bytes + result->length, *out = start;
    size_t done = 0, of_private = 0, of_gb2312 = 0;

    for (; most - done >= 2; done += 2) {
        unsigned lead = from[done], trail = from[done + 1];
        const struct verdict *verdict;

        if (lead < 0x81 || lead > 0xFE || trail < 0x40 || trail > 0xFE)
            break;
        verdict = &verdicts[(lead - 0x81) * TRAILS + (trail - 0x40)];
        if (verdict->length == 0)
            break;
        memcpy(out, verdict->utf8, sizeof(verdict->utf8));
        out += verdict->length;
        of_private += verdict->is_private;
        of_gb2312 += verdict->is_basic;
    }
    result->length += (size_t)(out - start);
    result->characters += done / 2;
    result->of_private += of_private;
    result->of_gb2312 += of_gb2312;
    return done;
}

/* At least three bytes of room for each byte of a step, and for one
   character more. */
static void
make_room(struct converter *converter)
{
    struct gb18030 *result = converter->result;

    if (converter->room - result->length >= 3 * (STEP + MOST_UTF8))
        return;
    converter->room += converter->room / 2;
    result->bytes = must_grow(result->bytes, converter->room);
}

/* Copies ASCII a word at a time; how far it goes. */
static size_t
copy_ascii(struct gb18030 *result, const char *from, size_t most)
{
    char *out = result->bytes + result->length;
    size_t done = 0;
    uint64_t word;

    for (; most - done >= sizeof(word); done += sizeof(word)) {
        memcpy(&word, from + done, sizeof(word));
        if (word & HIGH_BITS)
            break;
        memcpy(out + done, &word, sizeof(word));
    }
    for (; done < most && (unsigned char)from[done] < 0x80; done++)
        out[done] = from[done];
    result->length += done;
    return done;
}

/* Up to the end of a step, or a little beyond.  False at what is not
   valid. */
static bool
convert_step(struct converter *converter, size_t *at)
{
    struct gb18030 *result = converter->result;
    const char *bytes = converter->input.bytes;
    size_t size = converter->input.length;
    size_t end = size - *at < STEP ? size : *at + STEP;

    while (*at < end) {
        size_t length, written;

        if ((unsigned char)bytes[*at] < 0x80) {
            *at += copy_ascii(result, bytes + *at, end - *at);
            continue;
        }
        *at += convert_known(converter, (const unsigned char *)bytes + *at,
                             end - *at);
        if (*at >= end || (unsigned char)bytes[*at] < 0x80)
            continue;
        written = convert_one(converter, (const unsigned char *)bytes + *at,
                              size - *at, &length);
        if (written == 0) {
            result->valid = *at;
            result->is_cut = length > size - *at;
            return false;
        }
        result->length += written;
        *at += length;
    }
    return true;
}

bool
gb18030_convert(struct text bytes, gb18030_ask *ask, void *judge,
                struct gb18030 *result)
{
    struct converter converter = {
        .ask = ask,
        .judge = judge,
        .result = result,
        .input = bytes,
        .line = 1,
        .room = bytes.length + bytes.length / 2 + 8 * STEP,
        .verdicts =
            arena_must(calloc((size_t)LEADS * TRAILS, sizeof(struct verdict))),
    };
    bool is_valid = true;

    *result = (struct gb18030){.bytes = large_take(converter.room),
                               .valid = bytes.length};
    for (size_t at = 0; is_valid && at < bytes.length;) {
        make_room(&converter);
        is_valid = convert_step(&converter, &at);
    }
    free(converter.verdicts);
    return is_valid;
}

void
gb18030_clear(struct gb18030 *result)
{
    free(result->bytes);
    free(result->euro_lines);
    *result = (struct gb18030){0};
}

bool
gb18030_is_formed(struct text bytes)
{
    for (size_t at = 0; at < bytes.length;) {
        size_t left = bytes.length - at;
        size_t length =
            form_length((const unsigned char *)bytes.bytes + at, left);

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
        if (bytes.length - at < 2 || !is_gb2312(byte))
            return false;
        at += 2;
    }
    return true;
}
