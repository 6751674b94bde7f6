/*
 * The forms in which titles, words, units and persons are compared.
 */
#include "ledger/cells.h"

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

/* Whether the byte may begin a mark of punctuation. */
static bool
may_be_punctuation(unsigned char byte)
{
    return is_ascii_punctuation(byte) || (byte >= 0xC2 && byte <= 0xE3) ||
           byte == 0xEF;
}

static size_t
first_punctuation(struct text text)
{
    size_t at = 0;

    while (at < text.length &&
           !may_be_punctuation((unsigned char)text.bytes[at]))
        at++;
    return at;
}

struct text
folded_words(struct arena *arena, struct text text)
{
    size_t length, at;
    char *bytes;

    text = folded(arena, text);
    at = length = first_punctuation(text);
    if (at == text.length)
        return text;
    bytes = arena_take(arena, text.length + 1);
    memcpy(bytes, text.bytes, length);
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

/* The length of a bracket at the start of the text, with what it holds; 0 if
   there is none or it does not close. */
static size_t
bracket_length(struct text text)
{
    static const char *const pairs[][2] = {
        {"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}};

    if (text.length == 0 || !memchr("([\xE3", text.bytes[0], 3))
        return 0;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        struct text close = text_of(pairs[i][1]);
        size_t at;

        if (!text_starts(text, pairs[i][0]))
            continue;
        at = text_find(text, close);
        return at < text.length ? at + close.length : 0;
    }
    return 0;
}

struct text
folded_title(struct arena *arena, struct text title)
{
    struct text text = folded(arena, title);
    char *bytes = arena_take(arena, text.length + 1);
    size_t length = 0;

    for (size_t i = 0; i < text.length;) {
        size_t bracket = bracket_length(text_from(text, i));

        if (bracket > 0)
            i += bracket;
        else if (text.bytes[i] == '*')
            i++;
        else
            bytes[length++] = text.bytes[i++];
    }
    while (length > 0 && bytes[length - 1] == ':')
        length--;
    return (struct text){bytes, length};
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
