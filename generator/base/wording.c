/*
 * The list of wordings as a table.  A name is looked up by its length first,
 * so that a template's {{SAY_…}} costs a walk over numbers, not over strings.
 */
#include "base/wording.h"

#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

/* clang-format off */
static const struct vocabulary {
    const char *name;
    struct text said[LANGUAGE_COUNT];
} words[WORDING_COUNT] = {
#define BYTES(literal) {(literal), sizeof(literal) - 1}
#define WORDING(name, zh, en) \
    [WORDING_##name] = {#name, {[ZH] = BYTES(zh), [EN] = BYTES(en)}},
#include "base/wording.def"
#undef WORDING
};

/* The lengths of their names, to be gone through faster than the names. */
static const unsigned char lengths[WORDING_COUNT] = {
#define WORDING(name, zh, en) [WORDING_##name] = sizeof(#name) - 1,
#include "base/wording.def"
#undef WORDING
};
/* clang-format on */

/* The detail that "%1" to "%4" at the offset stands for, or NULL. */
static const struct text *
detail_at(struct text text, size_t offset, const struct text details[4])
{
    if (text.bytes[offset] != '%' || offset + 1 >= text.length)
        return NULL;
    if (text.bytes[offset + 1] < '1' || text.bytes[offset + 1] > '4')
        return NULL;
    return &details[text.bytes[offset + 1] - '1'];
}

/* The detail a text begins with, or the first it has. */
static const struct text *
first_detail(struct text text, const struct text details[4])
{
    for (size_t i = 0; i < text.length; i++)
        if (detail_at(text, i, details))
            return detail_at(text, i, details);
    return NULL;
}

/* Every {one|many} as it agrees with the number before it. */
static struct text
agreed(struct arena *arena, struct text text, const struct text details[4],
       const struct text *counted)
{
    struct buffer buffer = {.arena = arena};
    struct text rest = text;

    if (text_find(text, TEXT("{")) == text.length)
        return text;
    while (rest.length > 0) {
        size_t open = text_find(rest, TEXT("{"));
        size_t bar = text_find(rest, TEXT("|"));
        size_t end = text_find(rest, TEXT("}"));

        for (size_t i = 0; i < open; i++)
            if (detail_at(rest, i, details))
                counted = detail_at(rest, i, details);
        buffer_put(&buffer, text_slice(rest, 0, open));
        if (end == rest.length)
            break;
        buffer_put(&buffer, counted && text_is(*counted, "1")
                                ? text_slice(rest, open + 1, bar - open - 1)
                                : text_slice(rest, bar + 1, end - bar - 1));
        rest = text_from(rest, end + 1);
    }
    return buffer_text(&buffer);
}

/* Writes the filled-in text, or only measures it when bytes is NULL. */
static size_t
fill_in(struct text text, const struct text details[4], char *bytes)
{
    size_t length = 0;

    for (size_t i = 0; i < text.length; i++) {
        const struct text *detail = detail_at(text, i, details);

        if (detail == NULL) {
            if (bytes)
                bytes[length] = text.bytes[i];
            length++;
            continue;
        }
        if (bytes && detail->length > 0)
            memcpy(bytes + length, detail->bytes, detail->length);
        length += detail->length;
        i++;
    }
    return length;
}

struct text
say(enum language language, enum wording wording)
{
    return words[wording].said[language];
}

const char *
say_plain(enum language language, enum wording wording)
{
    return say(language, wording).bytes;
}

static struct text
filled_in(struct arena *arena, struct text text, const struct text details[4])
{
    size_t length = fill_in(text, details, NULL);
    char *bytes = arena_take(arena, length + 1);

    fill_in(text, details, bytes);
    return (struct text){bytes, length};
}

struct text
say_with(struct arena *arena, enum language language, enum wording wording,
         const struct text details[4])
{
    struct text text = say(language, wording);

    return filled_in(arena,
                     agreed(arena, text, details, first_detail(text, details)),
                     details);
}

struct words_around
say_around(struct arena *arena, enum language language, enum wording wording,
           struct text number)
{
    const struct text details[4] = {number};
    struct text text =
        agreed(arena, say(language, wording), details, &details[0]);
    size_t at = text_find(text, TEXT("%1"));

    return (struct words_around){
        text_slice(text, 0, at),
        filled_in(arena, text_from(text, at + 2), details)};
}

bool
say_named(enum language language, struct text name, struct text *said)
{
    const unsigned char *at = lengths, *end = lengths + WORDING_COUNT;

    if (name.length > UCHAR_MAX)
        return false;
    while ((at = memchr(at, (int)name.length, (size_t)(end - at))) != NULL) {
        const struct vocabulary *word = &words[at++ - lengths];

        if (memcmp(word->name, name.bytes, name.length) == 0) {
            *said = word->said[language];
            return true;
        }
    }
    return false;
}

struct text
month_words(struct arena *arena, enum language language, struct month month)
{
    enum wording name =
        (enum wording)(WORDING_MONTH_01 + month_in_year(month) - 1);
    struct text year = text_format(arena, "%d", month_year(month));
    const struct text details[4] = {year, say(language, name)};

    return say_with(arena, language, WORDING_MONTH_WORDS, details);
}

struct text
date_words(struct arena *arena, enum language language, struct date date)
{
    enum wording month = (enum wording)(WORDING_MONTH_01 + date.month - 1);
    struct text year = text_format(arena, "%d", date.year);
    struct text day = text_format(arena, "%d", date.day);
    const struct text details[4] = {year, say(language, month), day};

    if (!date_is_given(date))
        return text_of("");
    if (!date_has_day(date))
        return month_words(arena, language, month_of(date));
    return say_with(arena, language, WORDING_DATE_WORDS, details);
}
