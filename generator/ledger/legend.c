/*
 * A legend is a run of entries, a code and its word in either order, within
 * the title's brackets.  It is read folded, so every mark has one width.
 */
#include "ledger/legend.h"

#include <string.h>

#include "ledger/cells.h"

static const char between[] = "= : 、 . - — → )";

static bool
is_ascii_word(char byte)
{
    return (unsigned char)byte < 0x80 && text_is_word(byte);
}

/* The bytes of a letter as lists are numbered with in Chinese; 0 if it is
   none. */
static size_t
ordinal_length(struct text text)
{
    static const char letters[] = "甲 乙 丙 丁 戊 己";
    const char *rest = letters;

    for (struct text letter; word_next(&rest, &letter);)
        if (text_equal(text_slice(text, 0, letter.length), letter))
            return letter.length;
    return 0;
}

bool
is_bare_code(struct text word)
{
    enum { LONGEST = 3 };
    size_t i = 0;

    while (i < word.length && is_ascii_word(word.bytes[i]))
        i++;
    if (i == word.length)
        return i > 0 && i <= LONGEST;
    return ordinal_length(word) == word.length;
}

/* The bytes of what stands between a code and its word. */
static size_t
between_length(struct text text)
{
    size_t at = 0;
    bool is_found;

    do {
        const char *rest = between;

        is_found = false;
        for (struct text mark; !is_found && word_next(&rest, &mark);)
            if (text_equal(text_slice(text, at, mark.length), mark)) {
                at += mark.length;
                is_found = true;
            }
    } while (is_found);
    return at;
}

/* The bytes of a code at the start: a number of two digits, a letter, or 甲
   with a mark behind it. */
static size_t
code_length(struct text text)
{
    size_t length = 0;

    while (length < text.length && length < 2 && text.bytes[length] >= '0' &&
           text.bytes[length] <= '9')
        length++;
    if (length == 0 && text.length > 0 && is_ascii_word(text.bytes[0]))
        length = 1;
    if (length == 0 &&
        between_length(text_from(text, ordinal_length(text))) > 0)
        length = ordinal_length(text);
    return length;
}

/* The hanzi at the start. */
static size_t
word_length(struct text text)
{
    size_t length = 0;

    while (length < text.length) {
        unsigned char byte = (unsigned char)text.bytes[length];

        if ((byte < 0xE4 || byte > 0xE9) && byte != 0xC3 && byte != 0xE2)
            break;
        length += byte == 0xC3 ? 2 : 3;
    }
    return length < text.length ? length : text.length;
}

/* What the brackets of a title hold; all from the first digit on where it has
   none. */
static struct text
legend_of(struct text title)
{
    static const char opening[] = "( [ 【 〔";
    const char *rest = opening;
    size_t at = title.length;

    for (struct text mark; word_next(&rest, &mark);) {
        size_t found = text_find(title, mark);

        if (found < title.length)
            return text_from(title, found + mark.length);
    }
    for (size_t i = title.length; i-- > 0;)
        if (title.bytes[i] >= '0' && title.bytes[i] <= '9')
            at = i;
    return text_from(title, at);
}

static struct text
word_behind(struct text legend, struct text code)
{
    for (size_t at = 0; at < legend.length;) {
        struct text rest = text_from(legend, at);
        size_t length = code_length(rest), gap, word;

        if (length == 0) {
            at++;
            continue;
        }
        gap = between_length(text_from(rest, length));
        word = word_length(text_from(rest, length + gap));
        if (word > 0 && text_equal(text_slice(rest, 0, length), code))
            return text_slice(rest, length + gap, word);
        at += length + gap + word;
    }
    return text_of("");
}

static struct text
word_before(struct text legend, struct text code)
{
    for (size_t at = 0; at < legend.length;) {
        struct text rest = text_from(legend, at);
        size_t word = word_length(rest), gap, length;

        if (word == 0) {
            at++;
            continue;
        }
        gap = between_length(text_from(rest, word));
        length = code_length(text_from(rest, word + gap));
        if (text_equal(text_slice(rest, word + gap, length), code))
            return text_slice(rest, 0, word);
        at += word + gap + length;
    }
    return text_of("");
}

struct text
legend_word(struct text title, struct text code, struct arena *scratch)
{
    struct text legend = legend_of(folded(scratch, title));
    struct text key = folded(scratch, code);

    if (key.length == 0 || legend.length == 0)
        return text_of("");
    return code_length(legend) > 0 ? word_behind(legend, key)
                                   : word_before(legend, key);
}
