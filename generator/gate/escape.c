#include "gate/escape.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/pii.h"
#include "gate/joint.h"

/* A margin beyond the reach holds a place to cut at. */
enum { MOST_DIGITS = 8, LONGEST_CHARACTER = 4, MARGIN = 2 * PII_MEASURE };

static const struct {
    const char *name;
    const char *text;
} references[] = {{"&middot;", "·"}, {"&amp;", "&"},   {"&lt;", "<"},
                  {"&gt;", ">"},     {"&quot;", "\""}, {"&nbsp;", " "}};

static int
digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 99;
}

/* Reads digits of a base; how many there were, at most most. */
static size_t
read_digits(struct text text, int base, size_t most, int32_t *value)
{
    size_t digits = 0;

    *value = 0;
    while (digits < text.length && digits < most &&
           digit_value(text.bytes[digits]) < base)
        *value = (int32_t)(((uint32_t)*value * (uint32_t)base +
                            (uint32_t)digit_value(text.bytes[digits++])) &
                           0x1FFFFF);
    return digits;
}

/* &#24352; &#x5f20; the semicolon may be missing. */
static size_t
read_reference(struct text text, int32_t *code_point)
{
    bool is_hex = text.length > 2 && (text.bytes[2] | 0x20) == 'x';
    size_t start = is_hex ? 3 : 2;
    size_t digits = read_digits(text_from(text, start), is_hex ? 16 : 10,
                                MOST_DIGITS, code_point);
    size_t end = start + digits;

    if (digits == 0)
        return 0;
    return end + (end < text.length && text.bytes[end] == ';');
}

/* \u5f20, \u{5f20}, and two halves of a rarer character. */
static size_t
read_backslash(struct text text, int32_t *code_point)
{
    int32_t low;

    if (text.length > 2 && text.bytes[2] == '{') {
        size_t digits =
            read_digits(text_from(text, 3), 16, MOST_DIGITS, code_point);

        return digits > 0 ? 3 + digits + 1 : 0;
    }
    if (read_digits(text_from(text, 2), 16, 4, code_point) < 4)
        return 0;
    if (*code_point < 0xD800 || *code_point > 0xDBFF)
        return 6;
    if (!text_starts(text_from(text, 6), "\\u") ||
        read_digits(text_from(text, 8), 16, 4, &low) < 4 || low < 0xDC00 ||
        low > 0xDFFF)
        return 6;
    *code_point = 0x10000 + ((*code_point - 0xD800) << 10) + (low - 0xDC00);
    return 12;
}

/* Whether an escape may begin here, by its second letter: the same signs mean
   other things in most texts. */
static bool
may_begin(struct text text)
{
    char second = text.length > 1 ? text.bytes[1] : '\0';

    switch (text.bytes[0]) {
    case '%':
        return digit_value(second) < 16;
    case '\\':
        return second == 'u';
    default:
        return second == '#' || (second >= 'a' && second <= 'z');
    }
}

/* Undoes the escape that begins the text into at most 4 bytes at *to; how
   many bytes it took, 0 if it is none. */
static size_t
decode_one(struct text text, char **to)
{
    int32_t value;
    size_t used = 0;

    if (!may_begin(text))
        return 0;
    if (text.bytes[0] == '%') {
        if (read_digits(text_from(text, 1), 16, 2, &value) < 2)
            return 0;
        *(*to)++ = (char)value;
        return 3;
    }
    if (text_starts(text, "&#"))
        used = read_reference(text, &value);
    else if (text_starts(text, "\\u"))
        used = read_backslash(text, &value);
    if (used > text.length)
        used = text.length;
    if (used > 0) {
        *to += text_encode(value, *to);
        return used;
    }
    for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++)
        if (text_starts(text, references[i].name)) {
            size_t length = strlen(references[i].text);

            memcpy(*to, references[i].text, length);
            *to += length;
            return strlen(references[i].name);
        }
    return 0;
}

/* The signs that escapes begin with, each with its next place, and the next
   joint. */
struct signs {
    struct text bytes;
    size_t next[3];
    size_t joint, joint_length;
};

/* The first sign at the offset or behind it; the length of the bytes if there
   is none. */
static size_t
next_sign(struct signs *signs, size_t from)
{
    static const char letters[3] = {'&', '\\', '%'};
    size_t first = signs->bytes.length;

    for (size_t i = 0; i < sizeof(letters); i++) {
        size_t *next = &signs->next[i];

        if (*next < from || from == 0)
            *next = from + text_find(text_from(signs->bytes, from),
                                     (struct text){&letters[i], 1});
        if (*next < first)
            first = *next;
    }
    if (signs->joint < from || from == 0)
        signs->joint = joint_next(signs->bytes, from, &signs->joint_length);
    return signs->joint < first ? signs->joint : first;
}

static char *
put(struct text text, char *to)
{
    if (text.length > 0)
        memcpy(to, text.bytes, text.length);
    return to + text.length;
}

/* Whether a text may be cut there: between characters, and in no word. */
static bool
may_cut(struct text text, size_t at)
{
    return ((unsigned char)text.bytes[at] & 0xC0) != 0x80 &&
           !pii_runs_on(text.bytes[at - 1], text.bytes[at]);
}

/* Where to cut behind the reach: not between a number and what makes it an
   amount, but right behind it. */
static size_t
cut_behind(struct text between, size_t reach)
{
    size_t last = 0;

    for (size_t at = reach + MARGIN; at > reach; at--) {
        if (!may_cut(between, at))
            continue;
        if (digit_value(between.bytes[at - 1]) < 10)
            return at;
        if (last == 0)
            last = at;
    }
    return last > 0 ? last : reach + MARGIN;
}

static size_t
cut_before(struct text between, size_t reach)
{
    size_t from = between.length - reach;

    for (size_t at = from; at > from - MARGIN; at--)
        if (may_cut(between, at))
            return at;
    return from - MARGIN;
}

/* What stands between two escapes; of much its two ends, and a stroke for the
   rest. */
static char *
put_between(struct text between, size_t reach, char *to)
{
    if (between.length <= 2 * (reach + MARGIN))
        return put(between, to);
    to = put(text_slice(between, 0, cut_behind(between, reach)), to);
    *to++ = '_'; /* a number cut here stands beside it, and is none */
    return put(text_from(between, cut_before(between, reach)), to);
}

bool
escape_decode(struct text bytes, size_t reach, struct text *decoded)
{
    struct signs signs = {.bytes = bytes};
    char *start = NULL, *to = NULL;
    size_t behind = 0; /* the last escape */

    if (bytes.length == 0) /* and perhaps nowhere */
        return false;
    for (size_t at = next_sign(&signs, 0), used; at < bytes.length;
         at = next_sign(&signs, at + used)) {
        char one[LONGEST_CHARACTER], *end = one;

        used = decode_one(text_from(bytes, at), &end);
        if (used == 0 && at == signs.joint)
            used = signs.joint_length;
        if (used == 0) {
            used = 1;
            continue;
        }
        if (start == NULL)
            start = to = must_grow(NULL, bytes.length + LONGEST_CHARACTER);
        to = put_between(text_slice(bytes, behind, at - behind), reach, to);
        to = put((struct text){one, (size_t)(end - one)}, to);
        behind = at + used;
    }
    if (start == NULL)
        return false;
    to = put_between(text_from(bytes, behind), reach, to);
    *decoded = (struct text){start, (size_t)(to - start)};
    return true;
}
