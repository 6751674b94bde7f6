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

/* By the first byte of a character: 1 where nothing is to be done about any
   that begins so. */
/* clang-format off */
static const unsigned char is_settled[256] = {
    ['\t'] = 1, ['\n'] = 1,
    [0x20] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0x30] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, [0x3D] = 1, 1,
    [0x40] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0x50] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0x60] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0x70] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0xC3] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0xD0] = 1, 1, 1, 1, 1, 1, 1, 1, [0xD9] = 1, 1, 1, 1, 1, 1, 1,
    [0xE0] = 1, [0xE4] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
};
/* clang-format on */

/* What other programs leave in a text, and what it stands for. */
struct trace {
    const char *mark;
    char meaning;
};

static const struct trace traces[] = {
    {"_x000D_", '\n'}, {"_x000d_", '\n'}, {"_x000A_", '\n'}, {"_x000a_", '\n'},
    {"_x0009_", ' '},  {"<br>", '\n'},    {"<br/>", '\n'},   {"<br />", '\n'},
    {"<BR>", '\n'},    {"<BR/>", '\n'},   {"<BR />", '\n'},  {"&nbsp;", ' '},
    {"&NBSP;", ' '},
};

/* The trace at the start of a text, or NULL. */
static const struct trace *
trace_at(struct text text)
{
    if (text.length == 0 || memchr("_<&", text.bytes[0], 3) == NULL)
        return NULL;
    for (size_t i = 0; i < sizeof(traces) / sizeof(traces[0]); i++)
        if (text_starts(text, traces[i].mark))
            return &traces[i];
    return NULL;
}

/* The marks that begin a trace, or end one: ; is looked at, for & is not. */
static bool
is_common_ascii(const char *start, const char *at, const char *end)
{
    enum { NBSP = sizeof("&nbsp") - 1 };

    if (*at == '?')
        return end - at < 2 || at[1] != '?';
    if (*at == ';')
        return at - start < NBSP || at[-NBSP] != '&';
    return trace_at((struct text){at, (size_t)(end - at)}) == NULL;
}

/* Characters of three bytes, among them punctuation that every text has: “ ”
   … — 、 。 and the full-width forms. */
static bool
is_common_wide(const unsigned char *at)
{
    switch (*at) {
    case 0xE1:
        return at[1] != 0x9A;
    case 0xE2:
        return at[1] < 0xBA && at[1] != 0x81 &&
               (at[1] != 0x80 || (at[2] > 0x8F && at[2] < 0xA8) ||
                at[2] > 0xAF);
    case 0xE3:
        return at[1] != 0x80 || at[2] != 0x80;
    case 0xEF:
        return at[1] > 0xA3 && at[1] != 0xB7 &&
               (at[1] != 0xBB || at[2] != 0xBF) &&
               (at[1] != 0xBF || at[2] < 0xBD);
    default:
        return false;
    }
}

/* Where the first byte alone does not tell. */
static bool
is_common(const char *start, const char *byte, const char *end)
{
    const unsigned char *at = (const unsigned char *)byte;

    if (*at >= 0xE0 && *at < 0xF0)
        return is_common_wide(at);
    if (*at < 0x80)
        return *at > ' ' && *at < 0x7F && is_common_ascii(start, byte, end);
    if (*at == 0xC2)
        return at[1] > 0xAD;
    if (*at == 0xD8)
        return at[1] != 0x9C;
    if (*at >= 0xF0)
        return *at < 0xF3 &&
               ((at[1] & 0x0F) != 0x0F || at[2] != 0xBF || at[3] < 0xBE);
    return false;
}

/* ASCII that deserves a closer look ends in one of these five bits: ; < ? _,
   DEL and what is their neighbour. */
enum { LOW_BITS = ';' & 0x1F };

/* A bit for every byte that deserves a closer look: all but hanzi (E4 to E9),
   what continues a character, and most of ASCII. */
static inline uint64_t
block_odd(const char *block)
{
    return ~(simd_between(block, ' ', 0xBF) | simd_between(block, 0xE4, 0xE9)) |
           simd_low_bits(block, LOW_BITS);
}

/* By the first byte, or as the full-width marks ！ to ？ are. */
static inline bool
is_settled_at(const char *byte)
{
    const unsigned char *at = (const unsigned char *)byte;

    return is_settled[*at] != 0 || (*at == 0xEF && at[1] == 0xBC);
}

/* Whether a closer look finds each of the bytes marked ordinary. */
static bool
are_ordinary(struct text text, const char *block, uint64_t odd)
{
    for (; odd != 0; odd &= odd - 1) {
        const char *at = block + (unsigned)__builtin_ctzll(odd);

        if (!is_settled_at(at) &&
            !is_common(text.bytes, at, text.bytes + text.length))
            return false;
    }
    return true;
}

static bool
short_is_ordinary(struct text text)
{
    char block[BLOCK] = {0};
    uint64_t odd;

    if (text.length == 0)
        return true;
    memcpy(block, text.bytes, text.length);
    odd = block_odd(block) & ((UINT64_C(1) << text.length) - 1);
    return are_ordinary(text, text.bytes, odd);
}

/* The last block overlaps the one before. */
bool
text_is_ordinary(struct text text)
{
    const char *at = text.bytes, *end = text.bytes + text.length;

    if (text.length < BLOCK)
        return short_is_ordinary(text);
    for (; end - at > BLOCK; at += BLOCK) {
        uint64_t odd = block_odd(at);

        if (odd != 0 && !are_ordinary(text, at, odd))
            return false;
    }
    at = end - BLOCK;
    return are_ordinary(text, at, block_odd(at));
}

/* The first of each sort that a cell holds; -1 or NULL if none. */
struct oddities {
    int32_t invisible;
    int32_t radical;
    int32_t private;
    const char *lost;
    const struct trace *trace;
    bool has_return;
};

static struct oddities
oddities_of(struct text text)
{
    struct oddities odd = {.invisible = -1, .radical = -1, .private = -1};
    size_t offset = 0, start = 0;

    for (int32_t c; (c = text_next(text, &offset)) >= 0; start = offset) {
        if (c == '\r')
            odd.has_return = true;
        else if (odd.invisible < 0 && character_is_invisible(c))
            odd.invisible = c;
        else if (odd.radical < 0 && character_is_radical(c))
            odd.radical = c;
        else if (odd.private < 0 && character_is_private(c))
            odd.private = c;
        else if (c == 0xFFFD)
            odd.lost = "U+FFFD";
        else if (c == '?' && text_starts(text_from(text, start), "??"))
            odd.lost = "??";
        else if (odd.trace == NULL && c < 0x80)
            odd.trace = trace_at(text_from(text, start));
    }
    return odd;
}

/* A carriage return is a line break like any other; with the line feed behind
   it, it is one. */
static size_t
break_length(struct text text)
{
    return text_starts(text, "\r\n") ? 2 : 1;
}

/* Without invisible characters, and traces turned into what they stand for. */
static struct text
scrubbed_text(struct arena *arena, struct text text)
{
    char *bytes = arena_take(arena, text.length + 1);
    size_t offset = 0, start = 0, length = 0;

    for (int32_t c; (c = text_next(text, &offset)) >= 0; start = offset) {
        const struct trace *trace = trace_at(text_from(text, start));

        if (character_is_invisible(c))
            continue;
        if (trace != NULL) {
            offset = start + strlen(trace->mark);
            bytes[length++] = trace->meaning;
            if (trace->meaning == '\n' && offset < text.length &&
                strchr("\r\n", text.bytes[offset]) != NULL)
                offset += break_length(text_from(text, offset));
        } else if (c == '\r') {
            offset = start + break_length(text_from(text, start));
            bytes[length++] = '\n';
        } else {
            memcpy(bytes + length, text.bytes + start, offset - start);
            length += offset - start;
        }
    }
    return (struct text){bytes, length};
}

struct text
text_scrubbed(struct arena *arena, struct text text)
{
    struct oddities odd = {.invisible = -1};

    if (!text_is_ordinary(text))
        odd = oddities_of(text);
    return odd.invisible >= 0 || odd.has_return || odd.trace != NULL
               ? scrubbed_text(arena, text)
               : text;
}

static void
report_of(const struct cell *cell, struct text text, enum rule rule,
          struct text what)
{
    struct cell shown = *cell;

    shown.text = text;
    cell_report(&shown, rule, what, text_of(""));
}

static void
report_character(const struct cell *cell, struct text text, enum rule rule,
                 int32_t c)
{
    if (c >= 0)
        report_of(cell, text, rule,
                  text_format(cell->scratch, "U+%04X", (unsigned)c));
}

static struct text
scrubbed(const struct cell *cell, struct text raw, bool report)
{
    struct oddities odd = oddities_of(raw);
    struct text text = raw;

    if (odd.invisible >= 0 || odd.has_return || odd.trace != NULL)
        text = scrubbed_text(cell->scratch, raw);
    text = text_trimmed(text);
    if (!report)
        return text;
    report_character(cell, text, RULE_TEXT_INVISIBLE, odd.invisible);
    if (cell->column->kind == KIND_TEXT)
        report_character(cell, text, RULE_TEXT_RADICAL, odd.radical);
    report_character(cell, text, RULE_TEXT_PRIVATE, odd.private);
    if (odd.trace != NULL)
        report_of(cell, text, RULE_TEXT_MARKUP,
                  text_of(odd.trace->meaning == '\n'
                              ? BOTH("换行", "line break")
                              : BOTH("空格", "blank")));
    if (odd.lost != NULL)
        report_of(cell, text, RULE_TEXT_LOST, text_of(odd.lost));
    return text;
}

/* Whether a text that begins so may be no value: when it is short, or whatever
   its length. */
enum { WHEN_SHORT = 1, ALWAYS, LONGEST_MARKER = 9 };

static const unsigned char beginnings[256] = {
    ['-'] = WHEN_SHORT,  ['/'] = WHEN_SHORT,  ['\\'] = WHEN_SHORT,
    ['N'] = WHEN_SHORT,  ['n'] = WHEN_SHORT,  ['U'] = WHEN_SHORT,
    ['u'] = WHEN_SHORT,  ['('] = WHEN_SHORT,  [0xE6] = WHEN_SHORT,
    [0xE7] = WHEN_SHORT, [0xEF] = WHEN_SHORT, [0xE2] = ALWAYS,
    ['#'] = ALWAYS,      ['='] = ALWAYS,      ['\''] = ALWAYS,
};

/* Strokes and nothing else: — //, as people cross a field out. */
static bool
is_crossed_out(struct text text)
{
    size_t offset = 0;

    for (int32_t c; (c = text_next(text, &offset)) >= 0;)
        if (c != '-' && c != '/' && c != '\\' && (c < 0x2010 || c > 0x2015) &&
            c != 0x2212 && c != 0x2500 && c != 0xFF0D && c != 0xFF0F &&
            c != 0xFF3C)
            return false;
    return text.length > 0;
}

static bool
is_one_of(struct text text, const char *words)
{
    for (struct text word; word_next(&words, &word);)
        if (text_equal(text, word))
            return true;
    return false;
}

bool
is_empty_marker(struct text text)
{
    return text.length > 0 && beginnings[(unsigned char)text.bytes[0]] != 0 &&
           (is_crossed_out(text) ||
            is_one_of(text, "无 暂无 N/A n/a Ｎ／Ａ 空"));
}

/* How databases and programs write that there is no value. */
static bool
is_database_marker(struct text text)
{
    static const char words[] = "null (null) none nan undefined";
    char small[LONGEST_MARKER];

    if (text_is(text, "\\N") || text.length == 0)
        return text.length > 0;
    if (text.length > LONGEST_MARKER)
        return false;
    for (size_t i = 0; i < text.length; i++)
        small[i] = text.bytes[i] >= 'A' && text.bytes[i] <= 'Z'
                       ? (char)(text.bytes[i] + ('a' - 'A'))
                       : text.bytes[i];
    return is_one_of((struct text){small, text.length}, words);
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

/* In free text 无 is a word, and what must be filled may be any word. */
static struct text
clean_text(const struct cell *cell, struct text text)
{
    if ((is_empty_marker(text) && !text_is(text, "无")) ||
        (!cell->column->required && is_database_marker(text)))
        return text_of("");
    return text;
}

/* ="0005", '0005 and ’0005 are how leading zeros are kept. */
static struct text
unwrapped(struct text text)
{
    static const char *const marks[] = {"'", "’", "‘", "＇"};

    if (text.bytes[0] == '=' && text.length >= 3 && text_starts(text, "=\"") &&
        text_ends(text, "\""))
        return text_trimmed(text_slice(text, 2, text.length - 3));
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (!text_starts(text, marks[i]))
            continue;
        text = text_from(text, strlen(marks[i]));
        if (text_ends(text, marks[i]))
            text.length -= strlen(marks[i]);
        return text_trimmed(text);
    }
    return text;
}

/* Of what begins like a wrapper or a marker. */
static struct text
clean_value(struct text text)
{
    text = unwrapped(text);
    return is_empty_marker(text) || is_database_marker(text) ? text_of("")
                                                             : text;
}

bool
text_is_clean(struct text text)
{
    unsigned char first = (unsigned char)text.bytes[0];
    unsigned char last = (unsigned char)text.bytes[text.length - 1];

    return first > ' ' && last > ' ' &&
           beginnings[first] <= (text.length > LONGEST_MARKER);
}

static struct text
blanked(const struct cell *cell, struct text text, bool report)
{
    if (report)
        report_of(cell, text, RULE_CELL_ERROR_BLANKED, text_of(""));
    return text_of("");
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
    if (text.bytes[0] == '#' && !cell->column->required && is_cell_error(text))
        return blanked(cell, text, report);
    if (beginnings[(unsigned char)text.bytes[0]] != 0)
        text = cell->column->kind == KIND_TEXT ? clean_text(cell, text)
                                               : clean_value(text);
    switch (cell->column->kind) {
    case KIND_PERSONS:
        return clean_persons(cell, text, report);
    case KIND_UNITS:
        return radicals_folded(cell->scratch, text);
    case KIND_ID:
        return text_nfkc(cell->scratch, radicals_folded(cell->scratch, text));
    case KIND_DATE:
    case KIND_MONTH:
        return date_is_zero(text) ? text_of("") : text;
    default:
        return text;
    }
}

/* Whether nothing is asked of such a text but that it is ordinary. */
static bool
is_easy(enum kind kind, struct text text)
{
    switch (kind) {
    case KIND_ID:
        return utf8_ascii(text) == text.length;
    case KIND_PERSONS:
        return persons_are_plain(text);
    case KIND_DATE:
    case KIND_MONTH:
        return text.bytes[0] != '0' && text.bytes[0] != '1';
    case KIND_UNITS:
        return false;
    default:
        return true;
    }
}

struct text
cell_clean(const struct cell *cell, struct text raw, bool report)
{
    if (raw.length > 0 && text_is_clean(raw) &&
        is_easy(cell->column->kind, raw) &&
        (cell->is_ordinary || text_is_ordinary(raw)))
        return raw;
    return clean_closely(cell, raw, report);
}
