/*
 * Names of people: the space that aligns a name of two hanzi with one of
 * three is taken out, and what an export did to a rare character is told.
 */
#include "ledger/persons.h"

#include <string.h>

#include "base/arena.h"
#include "ledger/characters.h"

bool
persons_are_plain(struct text text)
{
    static const bool is_odd[256] = {
        ['?'] = true, ['_'] = true, [0xC2] = true, [0xE2] = true, [0xEE] = true,
        true,         true,         true,          true,          true,
        true,         true,         true,          true,          true,
        true,         true,         true,          true,          true,
        true,         true,
    };

    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];

        if (c <= ' ' || is_odd[c])
            return false;
        if (c >= 0xE4)
            i += 2;
        if (c == 0xE3 &&
            (i + 2 >= text.length || text.bytes[i + 1] != '\x80' ||
             (text.bytes[i + 2] != '\x81' && text.bytes[i + 2] != '\x82')))
            return false;
    }
    return true;
}

static bool
is_alphanumeric(int32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

/* Exporters write ? or _ for a character they do not have; people write □ 〓 ■
   for one they cannot type. */
static bool
is_damaged(struct text text)
{
    size_t offset = 0;
    int32_t before = -1;

    for (int32_t c; (c = text_next(text, &offset)) >= 0; before = c) {
        size_t ahead = offset;
        int32_t behind = text_next(text, &ahead);

        if (c == 0x25A1 || c == 0x25A0 || c == 0x3013 || c == 0xFFFD ||
            character_is_private(c))
            return true;
        if ((c == '?' || c == 0xFF1F) && !is_alphanumeric(before))
            return true;
        if ((c == '?' || c == '_') && character_is_hanzi(behind))
            return true;
        if (c == '_' && character_is_hanzi(before) && !is_alphanumeric(behind))
            return true;
    }
    return false;
}

/* Two hanzi with nothing but spaces between and around them. */
static bool
is_spaced_name(struct text item)
{
    size_t offset = 0;
    int hanzi = 0;

    for (int32_t c; (c = text_next(item, &offset)) >= 0;) {
        if (character_is_hanzi(c))
            hanzi++;
        else if (!character_is_space(c))
            return false;
    }
    return hanzi == 2;
}

static size_t
put_name(char *bytes, struct text item)
{
    bool is_spaced = is_spaced_name(item);
    size_t offset = 0, start = 0, length = 0;

    for (int32_t c; (c = text_next(item, &offset)) >= 0; start = offset) {
        if (is_spaced && character_is_space(c))
            continue;
        memcpy(bytes + length, item.bytes + start, offset - start);
        length += offset - start;
    }
    return length;
}

static struct text
joined(struct arena *arena, struct text text)
{
    char *bytes = arena_take(arena, text.length + 1);
    size_t offset = 0, start = 0, from = 0, length = 0;

    for (int32_t c; (c = text_next(text, &offset)) >= 0; start = offset) {
        if (!character_is_separator(c))
            continue;
        length +=
            put_name(bytes + length, text_slice(text, from, start - from));
        memcpy(bytes + length, text.bytes + start, offset - start);
        length += offset - start;
        from = offset;
    }
    length += put_name(bytes + length, text_from(text, from));
    return (struct text){bytes, length};
}

struct text
clean_persons(const struct cell *cell, struct text text, bool report)
{
    if (persons_are_plain(text))
        return text;
    if (report && is_damaged(text)) {
        struct cell as_written = *cell;

        as_written.text = text;
        cell_report(&as_written, RULE_NAME_DAMAGED, text_of(""), text_of(""));
    }
    return joined(cell->scratch, radicals_folded(cell->scratch, text));
}
