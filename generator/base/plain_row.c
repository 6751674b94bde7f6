/*
 * Nothing is changed in the bytes, so that what is not plain can still be read
 * as XML.  The NULs behind them end whatever is gone through, so that nowhere
 * is their end asked for.
 */
#include "base/plain_row.h"

#include <ctype.h>
#include <endian.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/simd.h"
#include "base/utf8.h"
#include "base/xml.h"

/* What a byte may stand in. */
enum {
    FIRST = 1, /* of a name */
    NAME = 2,
    VALUE = 4, /* of an attribute, in double quotes */
    WORDS = 8, /* a text */
    HIGH = 16, /* a text, and it is beyond ASCII */
    SIGN = 32  /* that CSV or an escape is made of */
};

/* clang-format off */
#define S SIGN | WORDS
#define V (VALUE | WORDS)
#define N (NAME | V)
#define F (FIRST | N)
#define H HIGH | WORDS
static const unsigned char kinds[256] = {
    0, 0, 0, 0, 0, 0, 0, 0,  0, WORDS, S, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0,  0, 0, 0, 0, 0, 0, 0, 0,
    V, V, /* " */ S, V, V, V, /* & */ 0, V,  V, V, V, V, /* , */ S | V, N, N, V,
    N, N, N, N, N, N, N, N,  N, N, N, V, /* < */ 0, V, /* > */ VALUE, V,
    V, F, F, F, F, F, F, F,  F, F, F, F, F, F, F, F,
    F, F, F, F, F, F, F, F,  F, F, F, V, V, V, V, /* _ */ S | F,
    V, F, F, F, F, F, F, F,  F, F, F, F, F, F, F, F,
    F, F, F, F, F, F, F, F,  F, F, F, V, V, V, V, WORDS,
    H, H, H, H, H, H, H, H,  H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H,  H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H,  H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H,  H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H,  H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H,  H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H,  H, H, H, H, H, H, H, /* may lead U+FFFE */ 0,
    H, H, H, H, H, H, H, H,  H, H, H, H, H, H, H, H,
};
#undef S
#undef V
#undef N
#undef F
#undef H
/* clang-format on */

/* What is read of texts on the way. */
struct words {
    char *out;    /* where references are undone */
    unsigned met; /* kinds of bytes, SIGN since the last value began */
};

/* Behind the literal, or NULL; its length is known where it is written, which
   is what makes this cheap. */
#define PAST(at, literal)                              \
    (memcmp((at), (literal), sizeof(literal) - 1) == 0 \
         ? (at) + (sizeof(literal) - 1)                \
         : NULL)
_Static_assert(sizeof(" xml:space=\"preserve\"") <= PLAIN_ROW_NULS, "longest");
_Static_assert((int)PART <= (int)PLAIN_ROW_NULS, "a part");

static inline unsigned
kind_of(char c)
{
    return kinds[(unsigned char)c];
}

/* Line ends and blanks, which say nothing between elements. */
static inline char *
pass_blanks(char *at)
{
    while (xml_is_blank(*at))
        at++;
    return at;
}

/* What follows reads something at a place and gives the place behind it, or
   NULL if it is not there in its plain form. */

static inline char *
read_name(char *at, struct text *name)
{
    char *from = at;

    if ((kind_of(*at) & FIRST) == 0)
        return NULL;
    while ((kind_of(*++at) & NAME) != 0)
        ;
    *name = (struct text){from, (size_t)(at - from)};
    return at;
}

static inline bool
is_quote(char c)
{
    return c == '"' || c == '\'';
}

/* Behind a quote, up to the next such. */
static inline char *
read_value(char *at, struct text *value)
{
    char *from = at, quote = at[-1];

    while ((kind_of(*at) & VALUE) != 0 && *at != quote)
        at++;
    *value = (struct text){from, (size_t)(at - from)};
    return *at == quote ? at + 1 : NULL;
}

/* NAME="value" */
static inline char *
read_attribute(char *at, struct text *name, struct text *value)
{
    at = read_name(at, name);
    return at != NULL && at[0] == '=' && is_quote(at[1])
               ? read_value(at + 2, value)
               : NULL;
}

/* NULL where an attribute of one letter says nothing to us. */
static inline struct text *
place_of_letter(struct plain_marks *marks, char letter)
{
    switch (letter) {
    case 'r':
        return &marks->r;
    case 's':
        return &marks->s;
    case 't':
        return &marks->t;
    default:
        return NULL;
    }
}

static inline struct text *
place_of(struct plain_marks *marks, struct text name)
{
    if (name.length == 1)
        return place_of_letter(marks, name.bytes[0]);
    return text_is(name, "hidden") ? &marks->hidden : NULL;
}

/* To the reader of XML the name would be the same without its prefix. */
static bool
is_ours_but_for_a_prefix(struct plain_marks *marks, struct text name)
{
    const char *colon = memchr(name.bytes, ':', name.length);

    return colon != NULL &&
           place_of(marks, text_from(name, (size_t)(colon + 1 - name.bytes)));
}

static inline char *
read_mark(char *at, struct plain_marks *marks)
{
    struct text name, value, *place;

    at = read_attribute(at, &name, &value);
    if (at == NULL)
        return NULL;
    place = place_of(marks, name);
    if (place != NULL ? place->bytes != NULL
                      : is_ours_but_for_a_prefix(marks, name))
        return NULL;
    if (place != NULL)
        *place = value;
    else
        marks->has_others = true;
    return at;
}

/* The attributes of a tag up to its end, behind those that are there; what most
   say to us has one letter for a name. */
static inline char *
read_more_marks(char *at, struct plain_marks *marks)
{
    while (at != NULL && *at == ' ' && at[1] != '/' && at[1] != '>') {
        struct text *place = at[2] == '=' && is_quote(at[3])
                                 ? place_of_letter(marks, at[1])
                                 : NULL;

        at = place != NULL && place->bytes == NULL ? read_value(at + 4, place)
                                                   : read_mark(at + 1, marks);
    }
    return at != NULL && *at == ' ' ? at + 1 : at;
}

static inline char *
read_marks(char *at, struct plain_marks *marks)
{
    *marks = (struct plain_marks){0};
    return read_more_marks(at, marks);
}

/* Behind the quote of where a row or a cell stands, if that comes first. */
static inline char *
past_r(char *at)
{
    char *behind = PAST(at, " r=");

    return behind != NULL && is_quote(*behind) ? behind + 1 : NULL;
}

/* Whether the same value stands at two places, with a quote behind it: fewer
   bytes than a word has. */
static inline bool
is_same_value(const char *one, const char *other, size_t length)
{
    uint64_t of_one, of_other;

    memcpy(&of_one, one, WORD);
    memcpy(&of_other, other, WORD);
    return (le64toh(of_one ^ of_other) << 8 * (WORD - 1 - length)) == 0;
}

/* Where a cell stands in a row whose number is written so, if that comes first
   and is written just so; else *at, and it is read like any other mark. */
static inline char *
read_place(char *at, struct text number, struct plain_cell *cell)
{
    enum { LETTERS = 26, LONGEST = sizeof("XFD") - 1 };
    char *from = past_r(at), *end = from;
    uint32_t column = 0;

    if (from == NULL || number.length == 0 || number.length >= WORD)
        return at;
    for (unsigned letter;
         end - from < LONGEST &&
         (letter = (unsigned char)*end - (unsigned)'A') < LETTERS;
         end++)
        column = column * LETTERS + letter + 1;
    if (column == 0 || !is_same_value(end, number.bytes, number.length))
        return at;
    end += number.length;
    cell->marks.r = (struct text){from, (size_t)(end - from)};
    cell->column = column;
    return end + 1;
}

enum { LAST_CHARACTER = 0x10ffff };

/* Digits up to what is none, or to what is beyond the last character. */
static inline char *
read_decimal(char *at, uint32_t *c)
{
    uint32_t number = 0, digit;

    while ((digit = (uint32_t)(unsigned char)*at - '0') <= 9 &&
           number <= LAST_CHARACTER) {
        number = number * 10 + digit;
        at++;
    }
    *c = number;
    return at;
}

static char *
read_hexadecimal(char *at, uint32_t *c)
{
    for (*c = 0; isxdigit((unsigned char)*at) && *c <= LAST_CHARACTER; at++)
        *c = *c * 16 +
             (uint32_t)(*at <= '9' ? *at - '0' : (*at | 0x20) - 'a' + 10);
    return at;
}

/* &#n; or &#xn; behind the &#. */
static inline char *
read_numbered(char *at, uint32_t *c)
{
    at = *at == 'x' ? read_hexadecimal(at + 1, c) : read_decimal(at, c);
    if (*at != ';' || *c > LAST_CHARACTER || (*c >= 0xd800 && *c <= 0xdfff) ||
        *c == 0xfffe || *c == 0xffff)
        return NULL;
    return *c >= ' ' || *c == '\t' || *c == '\n' || *c == '\r' ? at + 1 : NULL;
}

/* &#31532;, as hanzi are; what needs a closer look is left to others. */
static inline char *
read_hanzi(char *at, uint32_t *c)
{
    uint64_t digits, pairs;

    if (!simd_digits(at, "&#00000;", "\177\177vvvvv\177", &digits))
        return NULL;
    digits >>= 2 * 8;
    pairs = simd_pairs(digits);
    *c = (uint32_t)(pairs & 0xff) * 1000 + (uint32_t)(pairs >> 16 & 0xff) * 10 +
         (uint32_t)(digits >> 32 & 0xff);
    return *c >= 0x800 && *c < 0xd800 ? at + WORD : NULL;
}

/* A character by its number or by one of the names that XML has of its own. */
static inline char *
read_reference(char *at, uint32_t *c)
{
    static const struct {
        const char *written;
        char meant;
    } names[] = {{"&amp;", '&'},
                 {"&lt;", '<'},
                 {"&gt;", '>'},
                 {"&quot;", '"'},
                 {"&apos;", '\''}};

    char *behind = read_hanzi(at, c);

    if (behind != NULL)
        return behind;
    if (at[1] == '#')
        return read_numbered(at + 2, c);
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        size_t length = strlen(names[i].written);

        *c = (unsigned char)names[i].meant;
        if (memcmp(at, names[i].written, length) == 0)
            return at + length;
    }
    return NULL;
}

/* Nearly all that is written as a reference is hanzi, of three bytes. */
static inline char *
put_character(char *out, uint32_t c)
{
    if (c < 0x800 || c > 0xffff)
        return out + text_encode((int32_t)c, out);
    out[0] = (char)(0xe0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3f));
    out[2] = (char)(0x80 | (c & 0x3f));
    return out + 3;
}

/* Whether all its bytes are beyond ASCII, and none leads what XML does not
   allow. */
static inline bool
part_is_high(const char *at)
{
    return part_high(at) == ALL_OF_PART && part_equal(at, (char)0xef) == 0;
}

/* Up to the next tag or reference, not beyond what XML does not allow. */
static inline char *
pass_text(char *at, unsigned *met)
{
    unsigned kind;

    for (;;) {
        for (; BLOCKS_ARE_FAST && part_is_high(at); at += PART)
            *met |= HIGH;
        for (; ((kind = kind_of(*at)) & WORDS) != 0; at++)
            *met |= kind;
        if ((unsigned char)*at != 0xef ||
            ((unsigned char)at[1] == 0xbf && (unsigned char)at[2] >= 0xbe))
            break;
        *met |= HIGH;
        at++;
    }
    return *at == '<' || *at == '&' ? at : NULL;
}

/* A text up to the next tag, put where references are undone. */
static char *
read_coded(char *at, struct words *words)
{
    char *out = words->out;

    for (;;) {
        char *from = at;
        uint32_t c;

        at = pass_text(at, &words->met);
        if (at == NULL)
            return NULL;
        out = mempcpy(out, from, (size_t)(at - from));
        for (; *at == '&'; out = put_character(out, c)) {
            at = read_reference(at, &c);
            if (at == NULL)
                return NULL;
            words->met |= c < 0x80 ? SIGN : 0;
        }
        if (*at == '<')
            break;
    }
    words->out = out;
    return at;
}

/* A text up to the next tag, where it stands if it can. */
static inline char *
read_text(char *at, struct words *words, struct text *text)
{
    char *from = at, *out = words->out;

    at = pass_text(at, &words->met);
    if (at == NULL)
        return NULL;
    *text = (struct text){from, (size_t)(at - from)};
    if (*at == '<')
        return at;
    at = read_coded(from, words);
    *text = (struct text){out, (size_t)(words->out - out)};
    return at;
}

/* Behind "<t", up to its text. */
static inline char *
pass_space(char *at)
{
    char *behind = PAST(at, " xml:space=\"preserve\"");

    if (behind == NULL)
        behind = PAST(at, " xml:space='preserve'");
    return PAST(behind != NULL ? behind : at, ">");
}

/* Behind "<t": the text, and what ends it. */
static inline char *
read_t(char *at, struct words *words, struct text *text)
{
    at = pass_space(at);
    return at != NULL ? read_text(at, words, text) : NULL;
}

/* Behind "<f": how it is shared among cells does not matter. */
static char *
pass_formula(char *at, struct words *words)
{
    struct plain_marks ignored;
    struct text formula;

    at = read_marks(at, &ignored);
    if (at == NULL || *at == '/')
        return at != NULL ? PAST(at, "/>") : NULL;
    at = PAST(at, ">");
    at = at != NULL ? read_text(at, words, &formula) : NULL;
    return at != NULL ? PAST(at, "</f>") : NULL;
}

/* The cells of a column are mostly written alike: where the value begins, with
   the marks before it; NULL if this one is not. */
static inline char *
repeat_opening(char *at, struct plain_cell *cell)
{
    const struct plain_opening *last = &cell->opening;
    uint32_t same = part_same(at, last->written) |
                    (uint32_t)part_same(at + PART, last->written + PART)
                        << PART;

    if (last->length == 0 ||
        ~same << (sizeof(last->written) - last->length) != 0)
        return NULL;
    if (last->s_at > 0)
        cell->marks.s = (struct text){at + last->s_at, last->s_length};
    if (last->t_at > 0)
        cell->marks.t = (struct text){at + last->t_at, last->t_length};
    cell->is_inline = last->is_inline;
    return at + last->length;
}

static inline void
learn_opening(const char *at, const char *value, struct plain_cell *cell)
{
    const struct plain_marks *marks = &cell->marks;
    struct plain_opening *opening = &cell->opening;
    size_t length = (size_t)(value - at);

    if (length > sizeof(opening->written) || marks->has_others ||
        marks->hidden.bytes != NULL ||
        (marks->r.bytes != NULL && cell->column == 0))
        return;
    *opening = (struct plain_opening){.length = (uint8_t)length,
                                      .s_length = (uint8_t)marks->s.length,
                                      .t_length = (uint8_t)marks->t.length,
                                      .is_inline = cell->is_inline};
    memcpy(opening->written, at, length);
    if (marks->s.bytes != NULL)
        opening->s_at = (uint8_t)(marks->s.bytes - at);
    if (marks->t.bytes != NULL)
        opening->t_at = (uint8_t)(marks->t.bytes - at);
}

/* Behind the tag of a cell whose value does not stand within <is>. */
static inline char *
pass_to_value(char *at, struct words *words, struct plain_cell *cell,
              char **end)
{
    char *formula = PAST(at, "<f"), *value;

    cell->is_formula = formula != NULL;
    if (cell->is_formula)
        at = pass_formula(formula, words);
    if (at == NULL)
        return NULL;
    at = pass_blanks(at);
    value = PAST(at, "<v>");
    if (value == NULL)
        *end = PAST(at, "</c>");
    return value;
}

/* Behind the place of a cell, up to its value; NULL if it has none, and then
   where the cell ends. */
static inline char *
read_opening(char *at, struct words *words, struct plain_cell *cell, char **end)
{
    char *from = at, *inner;

    at = read_more_marks(at, &cell->marks);
    if (at == NULL || (*end = PAST(at, "/>")) != NULL ||
        (at = PAST(at, ">")) == NULL)
        return NULL;
    at = pass_blanks(at);
    inner = PAST(at, "<is>");
    cell->is_inline = inner != NULL;
    if (cell->is_inline)
        at =
            (inner = PAST(pass_blanks(inner), "<t")) ? pass_space(inner) : NULL;
    else
        at = pass_to_value(at, words, cell, end);
    if (at != NULL && !cell->is_formula)
        learn_opening(from, at, cell);
    return at;
}

/* Behind the value of a cell. */
static inline char *
read_closing(char *at, bool is_inline)
{
    char *end = is_inline ? PAST(at, "</t></is></c>") : PAST(at, "</v></c>");

    if (end != NULL)
        return end;
    at = is_inline ? PAST(at, "</t>") : PAST(at, "</v>");
    if (at != NULL && is_inline)
        at = PAST(pass_blanks(at), "</is>");
    return at != NULL ? PAST(pass_blanks(at), "</c>") : NULL;
}

/* Behind "<c", in a row whose number is written so. */
static inline char *
read_cell(char *at, struct text number, struct words *words,
          struct plain_cell *cell)
{
    char *value, *end = NULL;

    cell->marks = (struct plain_marks){0};
    cell->column = 0;
    cell->value = (struct text){0};
    cell->is_formula = cell->is_inline = false;
    at = read_place(at, number, cell);
    value = repeat_opening(at, cell);
    if (value == NULL)
        value = read_opening(at, words, cell, &end);
    if (value == NULL)
        return end;
    words->met &= ~(unsigned)SIGN;
    at = read_text(value, words, &cell->value);
    cell->is_bare = (words->met & SIGN) == 0;
    return at != NULL ? read_closing(at, cell->is_inline) : NULL;
}

/* One more cell, as it was in the row before. */
static inline struct plain_cell *
next_cell(struct plain_row *row)
{
    size_t room = row->room;
    struct plain_cell *cell;

    if (row->count < room)
        return &row->cells[row->count++];
    cell = ARRAY_ADD(NULL, row->cells, row->count, row->room);
    memset(cell, 0, (row->room - room) * sizeof(*cell));
    return cell;
}

static char *
read_cells(char *at, struct words *words, struct plain_row *row)
{
    char *behind;

    while ((behind = PAST(pass_blanks(at), "<c")) != NULL) {
        at = read_cell(behind, row->marks.r, words, next_cell(row));
        if (at == NULL)
            return NULL;
    }
    return PAST(pass_blanks(at), "</row>");
}

/* What is undone is shorter than it was written. */
static struct words
begin(struct plain_row *row, size_t length)
{
    if (row->decoded_room < length) {
        free(row->decoded);
        row->decoded = arena_must(malloc(length));
        row->decoded_room = length;
    }
    return (struct words){.out = row->decoded};
}

/* The bytes that were read, if they are valid as a whole. */
static size_t
length_read(const char *from, const char *at, const struct words *words)
{
    size_t length = at != NULL ? (size_t)(at - from) : 0, ignored;

    return (words->met & HIGH) == 0 ||
                   utf8_is_valid((struct text){from, length}, &ignored)
               ? length
               : 0;
}

void
plain_row_close(struct plain_row *row)
{
    free(row->cells);
    free(row->decoded);
}

/* In the tag's own copy. */
static void
move_mark(struct text *mark, struct plain_tag *tag, const char *from)
{
    if (mark->bytes != NULL)
        mark->bytes = tag->written + (mark->bytes - from);
}

static void
learn_tag(const char *from, const char *end, const struct plain_marks *marks,
          struct plain_tag *tag)
{
    size_t length = (size_t)(end - from);

    if (length > sizeof(tag->written))
        return;
    memcpy(tag->written, from, length);
    tag->length = length;
    tag->marks = *marks;
    move_mark(&tag->marks.s, tag, from);
    move_mark(&tag->marks.t, tag, from);
    move_mark(&tag->marks.hidden, tag, from);
}

/* Behind "<row", up to the end of the tag; behind its number, rows are mostly
   written alike. */
static char *
read_tag(char *at, struct plain_row *row)
{
    struct text number = {0};
    char *behind = past_r(at);

    behind = behind != NULL ? read_value(behind, &number) : NULL;
    if (behind == NULL)
        return read_marks(at, &row->marks);
    if (row->tag.length > 0 &&
        strncmp(behind, row->tag.written, row->tag.length) == 0) {
        row->marks = row->tag.marks;
        row->marks.r = number;
        return behind + row->tag.length - 1;
    }
    at = read_marks(at, &row->marks);
    if (at != NULL && *at == '>')
        learn_tag(behind, at + 1, &row->marks, &row->tag);
    return at;
}

size_t
plain_row_read(struct plain_row *row, char *bytes, size_t length)
{
    struct words words = begin(row, length);
    char *at = PAST(bytes, "<row");

    row->count = 0;
    at = at != NULL ? read_tag(at, row) : NULL;
    if (at != NULL && *at == '/')
        at = PAST(at, "/>");
    else if (at != NULL && (at = PAST(at, ">")) != NULL)
        at = read_cells(at, &words, row);
    return length_read(bytes, at, &words);
}

/* Behind "<rPr>": empty elements. */
static char *
read_looks(char *at)
{
    struct plain_marks ignored;
    struct text name;
    char *end;

    while ((end = PAST(at, "</rPr>")) == NULL) {
        at = PAST(at, "<");
        at = at != NULL ? read_name(at, &name) : NULL;
        at = at != NULL ? read_marks(at, &ignored) : NULL;
        at = at != NULL ? PAST(at, "/>") : NULL;
        if (at == NULL)
            return NULL;
    }
    return end;
}

/* What a run looks like is mostly what the one before did, or the one before
   that. */
static char *
pass_looks(char *at, struct plain_looks looks[2])
{
    char *from = at;

    for (size_t i = 0; i < 2; i++)
        if (looks[i].length > 0 &&
            strncmp(at, looks[i].written, looks[i].length) == 0)
            return at + looks[i].length;
    at = PAST(at, "<rPr>");
    if (at == NULL)
        return from;
    at = read_looks(at);
    if (at == NULL || (size_t)(at - from) > sizeof(looks->written))
        return at;
    looks[1] = looks[0];
    looks[0].length = (size_t)(at - from);
    memcpy(looks[0].written, from, looks[0].length);
    return at;
}

/* Runs, put together. */
static char *
read_runs(char *at, struct words *words, struct plain_looks looks[2])
{
    char *run;

    while (at != NULL && (run = PAST(at, "<r>")) != NULL) {
        at = pass_looks(run, looks);
        at = at != NULL ? PAST(at, "<t") : NULL;
        at = at != NULL ? pass_space(at) : NULL;
        at = at != NULL ? read_coded(at, words) : NULL;
        at = at != NULL ? PAST(at, "</t></r>") : NULL;
    }
    return at;
}

/* How a text is pronounced, which is no part of it, and how that is shown, up
   to the end of the string. */
static char *
pass_phonetic(char *at, struct words *words)
{
    struct plain_marks ignored;
    struct text reading;
    char *behind;

    while (at != NULL && (behind = PAST(at, "<rPh")) != NULL) {
        at = read_marks(behind, &ignored);
        at = at != NULL ? PAST(at, "><t") : NULL;
        at = at != NULL ? read_t(at, words, &reading) : NULL;
        at = at != NULL ? PAST(at, "</t></rPh>") : NULL;
    }
    if (at != NULL && (behind = PAST(at, "<phoneticPr")) != NULL) {
        at = read_marks(behind, &ignored);
        at = at != NULL ? PAST(at, "/>") : NULL;
    }
    return at != NULL ? PAST(pass_blanks(at), "</si>") : NULL;
}

size_t
plain_string_read(struct plain_row *row, char *bytes, size_t length,
                  struct text *string, bool *is_bare)
{
    struct words words = begin(row, length);
    char *at = PAST(bytes, "<si>"), *behind;

    if (at == NULL)
        return 0;
    at = pass_blanks(at);
    if ((behind = PAST(at, "<t")) != NULL) {
        at = read_t(behind, &words, string);
        at = at != NULL ? PAST(at, "</t>") : NULL;
    } else {
        at = read_runs(at, &words, row->looks);
        *string =
            (struct text){row->decoded, (size_t)(words.out - row->decoded)};
    }
    *is_bare = (words.met & SIGN) == 0;
    return length_read(bytes, pass_phonetic(at, &words), &words);
}
