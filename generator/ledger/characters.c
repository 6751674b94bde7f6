#include "ledger/characters.h"

#include <string.h>

#include "base/arena.h"
#include "base/simd.h"

/* The hanzi that the CJK radicals U+2E80 to U+2EF3 look like, 0 for none:
   Unicode's EquivalentUnifiedIdeograph.txt.  The Kangxi radicals U+2F00 to
   U+2FD5 need no table, their NFKC is that hanzi. */
/* clang-format off */
static const int32_t radicals[] = {
    0, 0x5382, 0x4E5B, 0x4E5A, 0x4E59, 0x4EBB, 0x5182, 0x20628,
    0x5200, 0x5202, 0x535C, 0x353E, 0x5C0F, 0x5C0F, 0x5140, 0x5C23,
    0x5C22, 0x21BC2, 0x5DF3, 0x5E7A, 0x5F51, 0x2B739, 0x5FC4, 0x5FC3,
    0x624C, 0x6535, 0, 0x65E1, 0x65E5, 0x6708, 0x6B7A, 0x6BCD,
    0x6C11, 0x6C35, 0x6C3A, 0x706C, 0x722B, 0x722B, 0x4E2C, 0x725B,
    0x72AD, 0x738B, 0x24D14, 0x76EE, 0x793A, 0x793B, 0x25AD7, 0x7CF9,
    0x7E9F, 0x7F53, 0x7F52, 0x34C1, 0x5197, 0x2626B, 0x7F8A, 0x2634C,
    0x2634B, 0x8002, 0x8080, 0x807F, 0x8089, 0x26951, 0x8279, 0x8279,
    0x8279, 0x864E, 0x8864, 0x8980, 0x897F, 0x89C1, 0x89D2, 0x278B2,
    0x8BA0, 0x8D1D, 0x27FB7, 0x8F66, 0x8FB6, 0x8FB6, 0x8FB6, 0x9091,
    0x9485, 0x9577, 0x9578, 0x957F, 0x95E8, 0x28E0F, 0x961D, 0x96E8,
    0x9752, 0x97E6, 0x9875, 0x98CE, 0x98DE, 0x98DF, 0x2967F, 0x98E0,
    0x9963, 0x29810, 0x9A6C, 0x9AA8, 0x9B3C, 0x9C7C, 0x9E1F, 0x5364,
    0x9EA6, 0x9EC4, 0x9EFE, 0x6589, 0x9F50, 0x6B6F, 0x9F7F, 0x7ADC,
    0x9F99, 0x9F9C, 0x4E80, 0x9F9F,
};
/* clang-format on */

enum { FIRST_RADICAL = 0x2E80, LAST_RADICAL = 0x2EF3 };

bool
character_is_space(int32_t c)
{
    return text_is_space(c);
}

bool
character_is_invisible(int32_t c)
{
    return text_is_unfit(c);
}

bool
character_is_variation(int32_t c)
{
    return c == 0xFE0E || c == 0xFE0F;
}

bool
character_is_private(int32_t c)
{
    return (c >= 0xE000 && c <= 0xF8FF && c != 0xE5E5) ||
           (c >= 0xF0000 && c <= 0x10FFFF);
}

bool
character_is_separator(int32_t c)
{
    return c == 0x3001 || c == 0xFF0C || c == ',' || c == 0xFF1B || c == ';' ||
           c == '/' || c == '\n' || c == '\r';
}

bool
character_is_hanzi(int32_t c)
{
    return c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

bool
character_is_radical(int32_t c)
{
    if (c >= FIRST_RADICAL && c <= LAST_RADICAL)
        return radicals[c - FIRST_RADICAL] != 0;
    return c >= 0x2F00 && c <= 0x2FD5;
}

struct text
text_trimmed(struct text text)
{
    size_t offset = 0, start = 0;

    while (character_is_space(text_next(text, &offset)))
        start = offset;
    text = text_from(text, start);
    while (text.length > 0) {
        size_t last = text.length - 1, behind;

        while (last > 0 && ((unsigned char)text.bytes[last] & 0xC0) == 0x80)
            last--;
        behind = last;
        if (!character_is_space(text_next(text, &behind)))
            break;
        text.length = last;
    }
    return text;
}

bool
text_is_blank(struct text text)
{
    size_t offset = 0;
    int32_t c;

    if (text.length > 0 && (unsigned char)text.bytes[0] > ' ' &&
        (unsigned char)text.bytes[0] < 0x7F)
        return false;
    do
        c = text_next(text, &offset);
    while (character_is_space(c) || character_is_invisible(c));
    return c < 0;
}

struct text
radicals_folded(struct arena *arena, struct text text)
{
    size_t offset = 0, start = 0, kept = 0, length = 0;
    char *bytes = NULL;

    if (text.length == 0 || memchr(text.bytes, 0xE2, text.length) == NULL)
        return text; /* every radical begins with that byte */
    for (int32_t c; (c = text_next(text, &offset)) >= 0; start = offset) {
        struct text hanzi;
        char encoded[4];

        if (!character_is_radical(c))
            continue;
        if (bytes == NULL) /* a radical's 3 bytes become 4 at most */
            bytes = arena_take(arena, text.length / 3 * 4 + 4);
        memcpy(bytes + length, text.bytes + kept, start - kept);
        length += start - kept;
        kept = offset;
        if (c <= LAST_RADICAL)
            hanzi = (struct text){
                encoded, text_encode(radicals[c - FIRST_RADICAL], encoded)};
        else
            hanzi = text_nfkc(arena, text_slice(text, start, offset - start));
        memcpy(bytes + length, hanzi.bytes, hanzi.length);
        length += hanzi.length;
    }
    if (bytes == NULL)
        return text;
    memcpy(bytes + length, text.bytes + kept, text.length - kept);
    return (struct text){bytes, length + text.length - kept};
}

/* 1 where a bracket opens, -1 where one closes. */
static int
bracket_step(int32_t c)
{
    switch (c) {
    case '(':
    case '[':
    case 0xFF08:
    case 0x3010:
    case 0x3014:
    case 0x300A:
        return 1;
    case ')':
    case ']':
    case 0xFF09:
    case 0x3011:
    case 0x3015:
    case 0x300B:
        return -1;
    default:
        return 0;
    }
}

static bool
brackets_close(struct text text)
{
    size_t offset = 0;
    int depth = 0;

    for (int32_t c; depth >= 0 && (c = text_next(text, &offset)) >= 0;)
        depth += bracket_step(c);
    return depth == 0;
}

static size_t
split(struct arena *arena, struct text list, bool heeds_brackets,
      struct text **items)
{
    size_t offset = 0, start = 0, from = 0, count = 0, room = 1;
    int depth = 0;
    int32_t c;

    for (size_t i = 0; i < list.length; i++)
        room += (unsigned char)list.bytes[i] < 0x80 ||
                (unsigned char)list.bytes[i] >= 0xE3;
    *items = arena_take(arena, room * sizeof(**items));
    do {
        struct text item;

        start = offset;
        c = text_next(list, &offset);
        if (heeds_brackets)
            depth += bracket_step(c);
        if (c >= 0 && (depth > 0 || !character_is_separator(c)))
            continue;
        item = text_trimmed(text_slice(list, from, start - from));
        if (item.length > 0)
            (*items)[count++] = item;
        from = offset;
    } while (c >= 0);
    return count;
}

size_t
list_split(struct arena *arena, struct text list, struct text **items)
{
    return split(arena, list, false, items);
}

size_t
list_split_bracketed(struct arena *arena, struct text list, struct text **items)
{
    return split(arena, list, brackets_close(list), items);
}

/* Whether all its bytes are hanzi (E4 to E9), what continues a character, or
   printable ASCII. */
static inline bool
part_is_plain(const char *part)
{
    return (part_between(part, '!', 0xBF) | part_between(part, 0xE4, 0xE9)) ==
           ALL_OF_PART;
}

/* The same without ASCII but its letters and digits. */
static inline bool
part_is_wordy(const char *part)
{
    return (part_between(part, 0x80, 0xBF) | part_between(part, 0xE4, 0xE9) |
            part_between(part, '0', '9') | part_between(part, 'A', 'Z') |
            part_between(part, 'a', 'z')) == ALL_OF_PART;
}

/* The last part overlaps the one before. */
static inline bool
is_each_part(struct text text, bool (*is_such)(const char *part))
{
    const char *at = text.bytes, *end = text.bytes + text.length;
    char part[PART];

    if (text.length < PART) {
        memset(part, '0', PART);
        memcpy(part, text.length > 0 ? text.bytes : "", text.length);
        return is_such(part);
    }
    for (; end - at > PART; at += PART)
        if (!is_such(at))
            return false;
    return is_such(end - PART);
}

bool
text_is_plain(struct text text)
{
    return is_each_part(text, part_is_plain);
}

bool
text_is_wordy(struct text text)
{
    return is_each_part(text, part_is_wordy);
}
