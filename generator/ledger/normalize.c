/*
 * The forms in which titles, words, units and persons are compared.
 */
#include "ledger/cells.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "ledger/characters.h"
#include "ledger/clean_cell.h"

/* How many bytes from there on folding keeps for certain: hanzi and printable
   ASCII. */
static size_t
kept_from(struct text text, size_t from)
{
    size_t at = from;

    while (at < text.length) {
        unsigned char byte = (unsigned char)text.bytes[at];

        if (byte > ' ' && byte < 0x80)
            at++;
        else if (byte >= 0xE4 && byte <= 0xE9)
            at += 3;
        else
            break;
    }
    return (at < text.length ? at : text.length) - from;
}

struct text
folded(struct arena *arena, struct text text)
{
    size_t from = 0, length = 0;
    char *bytes;

    if (text_is_plain(text))
        return text;
    text = radicals_folded(arena, text_nfkc(arena, text));
    bytes = arena_take(arena, text.length + 1);
    while (from < text.length) {
        size_t kept = kept_from(text, from), next = from + kept;
        int32_t c = text_next(text, &next);

        if (c >= 0 && !character_is_space(c) && !character_is_invisible(c) &&
            !character_is_variation(c))
            kept = next - from;
        memcpy(bytes + length, text.bytes + from, kept);
        length += kept;
        from = next;
    }
    return (struct text){bytes, length};
}

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool
is_ascii_punctuation(unsigned char byte)
{
    return (byte > ' ' && byte < '0') || (byte > '9' && byte < 'A') ||
           (byte > 'Z' && byte < 'a') || (byte > 'z' && byte < 0x7F);
}

/* Those that folding leaves.  A plus, a percent sign and their like are none:
   they say something. */
static bool
is_punctuation(int32_t c)
{
    if (c < 0x80)
        return is_ascii_punctuation((unsigned char)c) &&
               strchr("+%<=>$^|~", (char)c) == NULL;
    return c == 0xB7 || (c >= 0x2010 && c <= 0x2027) ||
           (c >= 0x2030 && c <= 0x205E) || (c >= 0x3001 && c <= 0x3003) ||
           (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301F) ||
           (c >= 0xFE30 && c <= 0xFE52);
}

struct text
folded_words(struct arena *arena, struct text text)
{
    size_t length = 0, at = 0;
    char *bytes;

    if (text_is_wordy(text))
        return text;
    text = folded(arena, text);
    bytes = arena_take(arena, text.length + 1);
    while (at < text.length) {
        size_t from = at;
        int32_t c = text_next(text, &at);

        if (is_punctuation(c) &&
            !(from > 0 && is_digit(text.bytes[from - 1]) && at < text.length &&
              is_digit(text.bytes[at])))
            continue;
        memcpy(bytes + length, text.bytes + from, at - from);
        length += at - from;
    }
    return length > 0 ? (struct text){bytes, length} : text;
}

/* The length of a bracket at the start of the text, with what it holds: all of
   it where it does not close; 0 if there is none. */
static size_t
bracket_length(struct text text, bool is_black)
{
    static const char *const pairs[][2] = {
        {"(", ")"}, {"[", "]"}, {"〔", "〕"}, {"【", "】"}};
    enum { PAIRS = sizeof(pairs) / sizeof(pairs[0]), BLACK = PAIRS - 1 };

    if (text.length == 0 || !memchr("([\xE3", text.bytes[0], 3))
        return 0;
    for (size_t i = is_black ? BLACK : 0; i < (is_black ? PAIRS : BLACK); i++) {
        struct text close = text_of(pairs[i][1]);
        size_t at;

        if (!text_starts(text, pairs[i][0]))
            continue;
        at = text_find(text, close);
        return at < text.length ? at + close.length : text.length;
    }
    return 0;
}

/* Without its brackets; the text itself if nothing else is in it. */
static struct text
without_brackets(struct arena *arena, struct text text, bool is_black)
{
    char *bytes = arena_take(arena, text.length + 1);
    size_t length = 0;

    for (size_t i = 0; i < text.length;) {
        size_t bracket = bracket_length(text_from(text, i), is_black);

        i += bracket;
        if (bracket == 0)
            bytes[length++] = text.bytes[i++];
    }
    return length > 0 ? (struct text){bytes, length} : text;
}

/* What the brackets around a whole title hold. */
static struct text
unbracketed(struct text text)
{
    static const char open[] = "([〔【", close[] = ")]〕】";
    size_t first = 0, last = text.length, at = 0;

    if (text_next(text, &first) < 0 ||
        text_find(text_of(open), text_slice(text, 0, first)) == strlen(open))
        return text;
    for (size_t next = 0; text_next(text, &next) >= 0; at = next)
        if (at >= first &&
            text_find(text_of(close), text_slice(text, at, next - at)) <
                strlen(close)) {
            last = at;
            break;
        }
    return text_slice(text, first, last - first);
}

/* The length of a mark at the start of the text that is no part of a title:
   <br>, _x000D_, &nbsp;, stars, the arrows of filters, marks of text. */
static size_t
mark_length(struct text text)
{
    static const char marks[] = "*★☆※▼▲▽△▾▿↓↑⇩⇧⇓⬇⬆⏷'‘’\"“”`"
                                "\uFE0E\uFE0F";
    unsigned char first = (unsigned char)text.bytes[0];
    size_t next = 0;

    if (first == '_' && text.length >= 7 && text_starts(text, "_x") &&
        text.bytes[6] == '_')
        return 7;
    if (first == '<' && text_find(text, TEXT(">")) < text.length)
        return text_find(text, TEXT(">")) + 1;
    if (text_starts(text, "&nbsp;"))
        return strlen("&nbsp;");
    if (first > 'z' && first != 0xE2 && first != 0xEF)
        return 0;
    text_next(text, &next);
    return text_find(text_of(marks), text_slice(text, 0, next)) < strlen(marks)
               ? next
               : 0;
}

static struct text
without_marks(struct arena *arena, struct text text)
{
    char *bytes = arena_take(arena, text.length + 1);
    size_t length = 0;

    for (size_t i = 0; i < text.length;) {
        size_t mark = mark_length(text_from(text, i));

        i += mark;
        if (mark == 0)
            bytes[length++] = text.bytes[i++];
    }
    text = (struct text){bytes, length};
    return text_starts(text, "=") ? text_from(text, 1) : text; /* ="…" */
}

/* The length of 1. 1.1 一、 (3) A、 at the start of a title. */
static size_t
number_length(struct text text)
{
    static const char numerals[] = "0123456789一二三四五六七八九十";
    static const char *const ends[] = {".", "、", ":", ")"};
    size_t at = 0, digits = 0, behind = 0;

    for (size_t next = 0; text_next(text, &next) >= 0; at = next) {
        struct text one = text_slice(text, at, next - at);
        size_t end = 0;
        bool is_letter = one.length == 1 && at == 0 &&
                         (one.bytes[0] | 0x20) >= 'a' &&
                         (one.bytes[0] | 0x20) <= 'z';

        if (is_letter || text_find(text_of(numerals), one) < strlen(numerals)) {
            if (++digits > 2)
                return behind;
            continue;
        }
        while (end < 4 && !text_is(one, ends[end]))
            end++;
        if (digits == 0 || end == 4)
            return behind > 0 ? at : 0;
        digits = 0;
        behind = next;
    }
    return 0; /* nothing but a number */
}

/* ①, which folding would make a plain 1. */
static struct text
without_circled(struct text text)
{
    size_t next = 0;
    int32_t c = text_next(text, &next);

    return (c >= 0x2460 && c <= 0x249B) || (c >= 0x24EB && c <= 0x24FF) ||
                   (c >= 0x2776 && c <= 0x2793) || (c >= 0x3220 && c <= 0x3229)
               ? text_from(text, next)
               : text;
}

/* 是否整改1=是2=否 without its legend. */
static struct text
without_legend(struct text text)
{
    size_t equals = text_find(text, TEXT("="));

    return equals < text.length && equals > 1 &&
                   isalnum((unsigned char)text.bytes[equals - 1])
               ? text_slice(text, 0, equals - 1)
               : text;
}

/* Without a number before it and a colon behind it. */
static struct text
bare(struct text text)
{
    text = text_from(text, number_length(text));
    while (text.length > 0 && memchr(":;,", text.bytes[text.length - 1], 3))
        text.length--;
    return text;
}

/* As most titles are. */
static bool
is_of_hanzi(struct text text)
{
    size_t at = 0;

    while (at < text.length && (unsigned char)text.bytes[at] >= 0xE4 &&
           (unsigned char)text.bytes[at] <= 0xE9)
        at += 3;
    return at >= text.length;
}

struct text
folded_title(struct arena *arena, struct text title)
{
    struct text text = folded(arena, without_circled(title));

    if (is_of_hanzi(text))
        return text;
    text = without_marks(arena, text);
    text = bare(without_brackets(arena, text, false));
    text = unbracketed(without_brackets(arena, text, true));
    return bare(without_legend(text));
}

struct text
tidied(struct arena *arena, struct text text)
{
    size_t offset = 0, length = 0;
    bool after_ascii = false, gap = false;
    char *bytes;

    text = radicals_folded(arena, text);
    bytes = arena_take(arena, text.length + 1);
    for (int32_t c; (c = text_next(text, &offset)) >= 0;) {
        if (character_is_space(c)) {
            gap = length > 0;
            continue;
        }
        if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
            (c >= 0xFF41 && c <= 0xFF5A))
            c -= 0xFF00 - 0x20;
        if (gap && after_ascii && c < 0x80)
            bytes[length++] = ' ';
        length += text_encode(c, bytes + length);
        after_ascii = c < 0x80;
        gap = false;
    }
    return (struct text){bytes, length};
}
