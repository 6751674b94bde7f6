/*
 * Cleaning of cells.  Nearly every cell is ordinary and passes by a glance at
 * the first byte of each of its characters, many bytes at a time and a whole
 * record at once (text_is_ordinary); only the others are decoded.
 */
#include "ledger/clean_cell.h"

#include <string.h>

#include "base/arena.h"
#include "base/simd.h"
#include "base/utf8.h"
#include "ledger/cells.h"
#include "ledger/characters.h"
#include "ledger/persons.h"

/* By the first byte of a character its length, or 0 where it may be invisible,
   a space, private or a radical. */
/* clang-format off */
static const unsigned char steps[256] = {
    ['\t'] = 1, ['\n'] = 1,
    [0x20] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0x30] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0x40] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0x50] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0x60] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0x70] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0xC3] = 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    [0xD0] = 2, 2, 2, 2, 2, 2, 2, 2, [0xD9] = 2, 2, 2, 2, 2, 2, 2,
    [0xE0] = 3, [0xE4] = 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    [0xF0] = 4, 4, 4,
};
/* clang-format on */

/* Those first bytes also begin punctuation that every text has: “ ” … — 、
   。 and the full-width forms. */
static bool
is_common(const unsigned char *at, const unsigned char *end)
{
    if (end - at < 3)
        return *at == 0xC2 && end - at == 2 && at[1] > 0xAD;
    switch (*at) {
    case 0xC2:
        return at[1] > 0xAD;
    case 0xD8:
        return at[1] != 0x9C;
    case 0xE1:
        return at[1] != 0x9A;
    case 0xE2:
        return at[1] < 0xBA && at[1] != 0x81 &&
               (at[1] != 0x80 || (at[2] > 0x8F && at[2] < 0xA8) ||
                at[2] > 0xAF);
    case 0xE3:
        return at[1] != 0x80 || at[2] != 0x80;
    case 0xEF:
        return at[1] > 0xA3 && (at[1] != 0xBB || at[2] != 0xBF);
    default:
        return false;
    }
}

/* Whether it deserves a closer look: all but hanzi (E4 to E9), what continues a
   character, and ASCII from the lowest on. */
static inline bool
is_odd(unsigned char byte, unsigned char lowest)
{
    return byte < lowest || (byte > 0xBF && byte < 0xE4) || byte > 0xE9;
}

/* A bit for every byte that does. */
static inline unsigned
part_odd(const char *part, unsigned char lowest)
{
    return ~(part_between(part, lowest, 0xBF) |
             part_between(part, 0xE4, 0xE9)) &
           0xFFFF;
}

static inline uint64_t
block_odd(const char *block, unsigned char lowest)
{
    return ~(simd_between(block, lowest, 0xBF) |
             simd_between(block, 0xE4, 0xE9));
}

/* The same of a text shorter than a block. */
static uint64_t
short_odd(struct text text, unsigned char lowest)
{
    char block[BLOCK] = {0};

    if (text.length == 0)
        return 0;
    memcpy(block, text.bytes, text.length);
    return block_odd(block, lowest) & ((UINT64_C(1) << text.length) - 1);
}

/* Whether a closer look finds each of the bytes marked ordinary. */
static bool
are_ordinary(const char *block, uint64_t odd, const char *end)
{
    for (; odd != 0; odd &= odd - 1) {
        const unsigned char *at =
            (const unsigned char *)block + (unsigned)__builtin_ctzll(odd);

        if (steps[*at] == 0 && !is_common(at, (const unsigned char *)end))
            return false;
    }
    return true;
}

/* The last block overlaps the one before. */
bool
text_is_ordinary(struct text text)
{
    const char *at = text.bytes, *end = text.bytes + text.length;

    if (text.length < BLOCK)
        return are_ordinary(at, short_odd(text, ' '), end);
    for (; end - at > BLOCK; at += BLOCK) {
        uint64_t odd = block_odd(at, ' ');

        if (odd != 0 && !are_ordinary(at, odd, end))
            return false;
    }
    at = end - BLOCK;
    return are_ordinary(at, block_odd(at, ' '), end);
}

/* The first of each sort that a cell holds, or -1. */
struct oddities {
    int32_t invisible;
    int32_t radical;
    int32_t private;
    bool has_return;
};

static struct oddities
oddities_of(struct text text)
{
    struct oddities odd = {-1, -1, -1, false};
    size_t offset = 0;

    for (int32_t c; (c = text_next(text, &offset)) >= 0;) {
        if (c == '\r')
            odd.has_return = true;
        else if (odd.invisible < 0 && character_is_invisible(c))
            odd.invisible = c;
        else if (odd.radical < 0 && character_is_radical(c))
            odd.radical = c;
        else if (odd.private < 0 && character_is_private(c))
            odd.private = c;
    }
    return odd;
}

/* Without invisible characters; a carriage return is a line break like any
   other. */
static struct text
without_invisible(struct arena *arena, struct text text)
{
    char *bytes = arena_take(arena, text.length + 1);
    size_t offset = 0, start = 0, length = 0;

    for (int32_t c; (c = text_next(text, &offset)) >= 0; start = offset) {
        if (character_is_invisible(c))
            continue;
        if (c == '\r') {
            if (offset == text.length || text.bytes[offset] != '\n')
                bytes[length++] = '\n';
            continue;
        }
        memcpy(bytes + length, text.bytes + start, offset - start);
        length += offset - start;
    }
    return (struct text){bytes, length};
}

static void
report_character(const struct cell *cell, struct text raw, enum rule rule,
                 int32_t c)
{
    struct cell as_written = *cell;

    as_written.text = raw;
    cell_report(&as_written, rule,
                text_format(cell->scratch, "U+%04X", (unsigned)c), text_of(""));
}

static struct text
scrubbed(const struct cell *cell, struct text raw, bool report)
{
    struct oddities odd = oddities_of(raw);
    struct text text = raw;

    if (odd.invisible >= 0 || odd.has_return)
        text = without_invisible(cell->scratch, raw);
    if (!report)
        return text_trimmed(text);
    if (odd.invisible >= 0)
        report_character(cell, raw, RULE_TEXT_INVISIBLE, odd.invisible);
    if (odd.radical >= 0 && cell->column->kind == KIND_TEXT)
        report_character(cell, raw, RULE_TEXT_RADICAL, odd.radical);
    if (odd.private >= 0)
        report_character(cell, raw, RULE_TEXT_PRIVATE, odd.private);
    return text_trimmed(text);
}

/* What a text that begins so may be: a marker, when it is short; an error or
   a formula, whatever its length. */
enum { MARKER = 1, ERROR_OR_FORMULA, LONGEST_MARKER = 9 };

static const unsigned char beginnings[256] = {
    ['-'] = MARKER,           ['/'] = MARKER,           ['\\'] = MARKER,
    ['N'] = MARKER,           ['n'] = MARKER,           [0xE2] = MARKER,
    [0xE6] = MARKER,          [0xE7] = MARKER,          [0xEF] = MARKER,
    ['#'] = ERROR_OR_FORMULA, ['='] = ERROR_OR_FORMULA,
};

bool
is_empty_marker(struct text text)
{
    static const char *const markers[] = {"-",    "—",      "/",  "\\", "无",
                                          "暂无", "N/A",    "空", "－", "／",
                                          "＼",   "Ｎ／Ａ", "n/a"};

    if (text.length == 0 || text.length > LONGEST_MARKER ||
        beginnings[(unsigned char)text.bytes[0]] != MARKER)
        return false;
    for (size_t i = 0; i < sizeof(markers) / sizeof(markers[0]); i++)
        if (text_is(text, markers[i]))
            return true;
    return false;
}

bool
is_cell_error(struct text text)
{
    static const char *const errors[] = {
        "#N/A",  "#REF!",  "#DIV/0!",       "#VALUE!", "#NAME?",
        "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!"};
    size_t marks = 0;

    if (text.length < 3 || text.bytes[0] != '#')
        return false;
    while (marks < text.length && text.bytes[marks] == '#')
        marks++;
    if (marks == text.length)
        return true;
    for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
        if (text_is(text, errors[i]))
            return true;
    return false;
}

static struct text
clean_text(const struct cell *cell, struct text text, bool report)
{
    if (text.bytes[0] == '#' && !cell->column->required &&
        is_cell_error(text)) {
        struct cell as_written = *cell;

        as_written.text = text;
        if (report)
            cell_report(&as_written, RULE_CELL_ERROR_BLANKED, text_of(""),
                        text_of(""));
        return text_of("");
    }
    if (is_empty_marker(text) && !text_is(text, "无"))
        return text_of("");
    return text;
}

/* ="0005" is how a spreadsheet keeps leading zeros in a CSV file. */
static struct text
unwrapped(struct text text)
{
    if (text.bytes[0] == '=' && text.length >= 3 && text_starts(text, "=\"") &&
        text_ends(text, "\""))
        return text_trimmed(text_slice(text, 2, text.length - 3));
    return text;
}

/* Whether it has an edge to trim, or begins like something that is not text. */
static bool
is_notable(struct text text)
{
    unsigned char first = (unsigned char)text.bytes[0];
    unsigned char last = (unsigned char)text.bytes[text.length - 1];

    return first <= ' ' || last <= ' ' ||
           beginnings[first] > (text.length > LONGEST_MARKER);
}

/* Apart, so that nothing is made ready for it where it is not needed. */
__attribute__((noinline)) static struct text
clean_closely(const struct cell *cell, struct text text, bool report)
{
    while (text.length > 0 && (unsigned char)text.bytes[0] <= ' ' &&
           character_is_space(text.bytes[0]))
        text = text_from(text, 1);
    while (text.length > 0 &&
           (unsigned char)text.bytes[text.length - 1] <= ' ' &&
           character_is_space(text.bytes[text.length - 1]))
        text.length--;
    if (!cell->is_ordinary && !text_is_ordinary(text))
        text = scrubbed(cell, text, report);
    if (text.length == 0)
        return text;
    if (cell->column->kind == KIND_TEXT)
        return clean_text(cell, text, report);
    text = unwrapped(text);
    if (is_empty_marker(text))
        return text_of("");
    switch (cell->column->kind) {
    case KIND_PERSONS:
        return clean_persons(cell, text, report);
    case KIND_UNITS:
        return radicals_folded(cell->scratch, text);
    case KIND_ID:
        return text_nfkc(cell->scratch, radicals_folded(cell->scratch, text));
    default:
        return text;
    }
}

/* Whether nothing is asked of such a text but that it is ordinary. */
static bool
is_easy(enum kind kind, struct text text)
{
    if (kind == KIND_ID)
        return utf8_ascii(text) == text.length;
    if (kind == KIND_PERSONS)
        return persons_are_plain(text);
    return kind != KIND_UNITS;
}

struct text
cell_clean(const struct cell *cell, struct text raw, bool report)
{
    if (cell->is_ordinary && raw.length > 0 && !is_notable(raw) &&
        is_easy(cell->column->kind, raw))
        return raw;
    return clean_closely(cell, raw, report);
}
