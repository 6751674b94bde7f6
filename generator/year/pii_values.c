/*
 * The same few names come again and again, and the same numbers; they are
 * kept in lists that are sorted, each once, whenever they are full.
 */
#include "year/pii_values.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/pii.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/characters.h"
#include "ledger/names_mentioned.h"
#include "ledger/person_names.h"
#include "ledger/person_words.h"
#include "year/pii_letters.h"
#include "year/pii_patterns.h"

struct met {
    struct text text;
    struct place place;
};

struct texts {
    struct met *items;
    size_t count, room;
};

struct gathering {
    const struct book *book;
    const struct person_words *words;
    struct arena *arena;
    struct arena *scratch;
    struct place place; /* where we are */
    struct texts names;
    struct texts others;     /* addresses, accounts */
    struct texts numbers;    /* as written */
    struct texts digits;     /* of personal columns */
    struct texts identities; /* their digits */
    struct texts forms;      /* numbers by their form, wherever they stand */
    struct texts amounts;
    uint64_t *met; /* hashes of what was kept, as far as there is room */
};

enum { MET = 1 << 12, FEWEST_DIGITS = 6, FEWEST_IN_IDENTITY = 8 };

/* Of the same text the one that was met first. */
static int
by_bytes(const void *a, const void *b)
{
    const struct met *one = a, *other = b;
    int order = text_compare(one->text, other->text);

    if (order == 0 && one->place.path != other->place.path)
        order = strcmp(one->place.path, other->place.path);
    if (order == 0)
        order = (one->place.line > other->place.line) -
                (one->place.line < other->place.line);
    return order;
}

static void
sort_once(struct texts *texts)
{
    size_t kept = 0;

    if (texts->count > 1)
        qsort(texts->items, texts->count, sizeof(*texts->items), by_bytes);
    for (size_t i = 0; i < texts->count; i++)
        if (kept == 0 ||
            !text_equal(texts->items[kept - 1].text, texts->items[i].text))
            texts->items[kept++] = texts->items[i];
    texts->count = kept;
}

/* The same few names come again and again: when the room is used up, it is
   doubled only if sorting does not free half of it. */
static void
texts_put(struct texts *texts, struct met met)
{
    if (texts->count == texts->room) {
        sort_once(texts);
        if (texts->count >= texts->room / 2) {
            texts->room = texts->room ? texts->room * 2 : 256;
            texts->items =
                must_grow(texts->items, texts->room * sizeof(*texts->items));
        }
    }
    texts->items[texts->count++] = met;
}

/* The same again, as the same, is known by its hash, and neither looked at nor
   copied. */
enum met_as {
    AS_CELL,
    AS_NAME,
    AS_NUMBER,
    AS_FORM,
    AS_OTHER,
    AS_DIGITS,
    AS_IDENTITY
};

static bool
was_met(struct gathering *it, enum met_as as, struct text text)
{
    uint64_t hash = text_hash(text, as);
    uint64_t *place = &it->met[hash % MET];
    bool was_there = *place == hash;

    *place = hash;
    return was_there;
}

static void
keep(struct gathering *it, struct texts *texts, enum met_as as,
     struct text text)
{
    if (!was_met(it, as, text))
        texts_put(texts, (struct met){text_copy(it->arena, text), it->place});
}

static bool
is_in(const struct texts *sorted, struct text text)
{
    struct met sought = {text, {.path = ""}};
    size_t low = 0, high = sorted->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = text_compare(sorted->items[middle].text, sought.text);

        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* Hanzi or letters; marks of other languages than people's are none of a
   Latin name, and would be found in every page. */
static bool
may_be_a_name(struct text name)
{
    bool has_hanzi = false, has_letter = false, has_mark = false;

    for (size_t i = 0; i < name.length; i++) {
        unsigned char c = (unsigned char)name.bytes[i];

        has_hanzi |= c >= 0x80;
        has_letter |= isalpha(c) != 0;
        has_mark |= c < 0x80 && !isalnum(c) && strchr(" .-'_?@", c) == NULL;
    }
    return (has_hanzi || (has_letter && !has_mark)) && text_count(name) >= 2;
}

static void
gather_numbers(struct gathering *it, struct text cell)
{
    size_t offset = 0, length;

    while ((offset = pii_next(cell, offset)) < cell.length) {
        if (pii_at(cell, offset, &length) != PII_NONE)
            keep(it, &it->numbers, AS_NUMBER, text_slice(cell, offset, length));
        offset += length;
    }
}

/* G35 numbers somebody, and names a cell of any table: it would be found in
   the place of a finding. */
static bool
is_short_code(struct text text)
{
    enum { MOST_LETTERS = 3, MOST_DIGITS = 5 };
    size_t letters = 0, digits = 0;

    while (letters < text.length && isalpha((unsigned char)text.bytes[letters]))
        letters++;
    while (letters + digits < text.length &&
           isdigit((unsigned char)text.bytes[letters + digits]))
        digits++;
    return letters + digits == text.length && letters <= MOST_LETTERS &&
           digits > 0 && digits <= MOST_DIGITS;
}

/* 艾尔肯·买买提 is called 艾尔肯; shorter parts may be words. */
static void
keep_parts(struct gathering *it, struct text name)
{
    enum { SHORTEST = 3 };
    size_t offset = 0, from = 0, start = 0;

    for (int32_t c; (c = text_next(name, &offset)) >= 0; start = offset)
        if (character_is_name_dot(c) || offset == name.length) {
            size_t to = character_is_name_dot(c) ? start : offset;
            struct text part = text_slice(name, from, to - from);

            if (part.length < name.length && text_count(part) >= SHORTEST &&
                (person_words_find(it->words, part) & WORD_NO_NAME) == 0)
                keep(it, &it->names, AS_NAME, part);
            from = offset;
        }
}

static void
gather_names(struct gathering *it, struct text cell)
{
    struct person_part *parts;
    size_t count = person_parts(it->words, it->scratch, cell, &parts);

    for (size_t i = 0; i < count; i++)
        if (parts[i].is_name && may_be_a_name(parts[i].text) &&
            !is_compound_surname(parts[i].text) && /* shown of everybody */
            !is_short_code(parts[i].text)) {
            keep(it, &it->names, AS_NAME, parts[i].text);
            keep_parts(it, parts[i].text);
        }
}

static void
gather_persons(struct gathering *it, struct text cell)
{
    struct text clean;

    if (was_met(it, AS_CELL, cell))
        return;
    clean = radicals_folded(it->scratch, cell);
    gather_names(it, cell);
    if (!text_equal(clean, cell))
        gather_names(it, clean);
    gather_numbers(it, cell);
    arena_reset(it->scratch);
}

/* The digits of a number, its last X as a capital; empty if it holds anything
   but digits and what parts them. */
static struct text
digits_of(struct arena *arena, struct text cell)
{
    struct text plain = text_nfkc(arena, cell);
    char *digits = arena_take(arena, plain.length + 1);
    size_t count = 0, others = 0;

    for (size_t i = 0; i < plain.length; i++) {
        char c = plain.bytes[i];

        if (isdigit((unsigned char)c))
            digits[count++] = c;
        else if ((c == 'X' || c == 'x') && i + 1 == plain.length && count > 0)
            digits[count++] = 'X';
        else if (strchr(" -()+./", c) == NULL)
            others++;
    }
    return (struct text){digits, others == 0 ? count : 0};
}

/* 2025-10-03, 10月3日上午, 13:30: a day or an hour is nobody's. */
static bool
is_a_date(struct text cell)
{
    static const char words[] = "年月日号时分秒上下午前底初末旬至";
    bool has_word = false;
    size_t offset = 0, start = 0;

    if (cell.length <= 10 &&
        (text_starts(cell, "19") || text_starts(cell, "20")))
        return true;
    for (int32_t c; (c = text_next(cell, &offset)) >= 0; start = offset) {
        struct text sign = text_slice(cell, start, offset - start);

        if (character_is_hanzi(c) &&
            text_find(text_of(words), sign) == strlen(words))
            return false;
        has_word |= character_is_hanzi(c) || c == ':' || c == 0xFF1A;
        if (c < 0x80 && isalpha(c))
            return false;
    }
    return has_word;
}

/* 0728-3310456 is called 3310456 in its own town. */
static void
keep_local(struct gathering *it, struct text digits)
{
    enum { SHORTEST_LOCAL = 7, LONGEST_LOCAL = 8 };

    for (size_t area = 3; area <= 4 && digits.bytes[0] == '0' &&
                          digits.bytes[1] != '0' && digits.length <= 12;
         area++) {
        struct text local = text_from(digits, area);

        if (local.length >= SHORTEST_LOCAL && local.length <= LONGEST_LOCAL)
            keep(it, &it->digits, AS_DIGITS, local);
    }
}

/* Whether the text is a number, and was kept. */
static bool
keep_number(struct gathering *it, struct text text)
{
    struct text digits = digits_of(it->scratch, text);

    if (digits.length < FEWEST_DIGITS)
        return digits.length > 0;
    keep(it, &it->numbers, AS_NUMBER, text);
    keep(it, &it->numbers, AS_NUMBER, digits);
    keep(it, &it->digits, AS_DIGITS, digits);
    keep_local(it, digits);
    return true;
}

static bool
has_digit(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (isdigit((unsigned char)text.bytes[i]))
            return true;
    return false;
}

/* Behind its district, street and village an address is still one. */
static void
keep_address(struct gathering *it, struct text address)
{
    static const char levels[] = "省市区县镇乡道村";
    enum { SHORTEST = 4 };
    size_t offset = 0, start = 0;

    keep(it, &it->others, AS_OTHER, address);
    while (text_next(address, &offset) >= 0) {
        struct text rest = text_from(address, offset);

        if (text_find(text_of(levels),
                      text_slice(address, start, offset - start)) <
                strlen(levels) &&
            has_digit(rest) && text_count(rest) >= SHORTEST &&
            !isdigit((unsigned char)rest.bytes[0]))
            keep(it, &it->others, AS_OTHER, rest);
        start = offset;
    }
}

/* A name beside the number it is reached by: 张三 13800000000. */
static void
keep_owner(struct gathering *it, struct text cell)
{
    struct person_part *parts;
    size_t count = person_parts(it->words, it->scratch, cell, &parts);

    for (size_t i = 0; i < count; i++)
        if (parts[i].is_name && !parts[i].is_doubtful &&
            text_count(parts[i].text) <= 3 && !has_digit(parts[i].text) &&
            parts[i].text.length == 3 * text_count(parts[i].text))
            keep(it, &it->names, AS_NAME, parts[i].text);
}

/* Of a column nobody may read. */
static void
gather_personal(struct gathering *it, struct text cell)
{
    enum { SHORTEST = 4 };
    struct text *items;
    size_t count = list_split(it->scratch, cell, &items);

    gather_numbers(it, cell);
    keep_owner(it, cell);
    for (size_t i = 0; i < count; i++) {
        struct text item = items[i];
        bool is_known =
            (person_words_find(it->words, item) & WORD_NO_NAME) != 0;

        if (is_known || is_a_date(item) || keep_number(it, item) ||
            text_count(item) < SHORTEST || !may_be_a_name(item))
            continue;
        if (has_digit(item))
            keep_address(it, item);
        else
            keep(it, &it->others, AS_OTHER, item);
    }
    arena_reset(it->scratch);
}

static void
gather_identity(struct gathering *it, struct text cell)
{
    struct text digits;

    cell = text_trimmed(cell);
    digits = digits_of(it->scratch, cell);
    if (digits.length >= FEWEST_IN_IDENTITY && !is_a_date(cell)) {
        keep_number(it, cell);
        keep(it, &it->identities, AS_IDENTITY, digits);
        arena_reset(it->scratch);
    } else {
        gather_personal(it, cell);
    }
}

static void
gather_content(struct gathering *it, struct text content)
{
    struct text number;
    const char *kind;

    while (pii_find(content, &number, &kind)) {
        keep(it, &it->forms, AS_FORM, number);
        content = text_from(content, (size_t)(number.bytes - content.bytes) +
                                         number.length);
    }
}

static void
gather(void *data, enum mention kind, struct text text, struct place place)
{
    struct gathering *it = data;

    it->place = place;
    switch (kind) {
    case MENTION_NAME:
        gather_persons(it, text);
        break;
    case MENTION_PERSONAL:
        gather_personal(it, text);
        break;
    case MENTION_IDENTITY:
        gather_identity(it, text);
        break;
    case MENTION_TEXT:
        gather_numbers(it, text);
        break;
    case MENTION_CONTENT:
        gather_content(it, text);
        break;
    case MENTION_NOBODY:
        break;
    }
}

/* The gate puts together what is spread out: a name is also sought without the
   dots in it. */
static void
add_spellings(struct gathering *it, struct met name, struct texts *all)
{
    struct text letters = pii_letters_of(it->arena, name.text);

    texts_put(all, name);
    if (letters.length > 0 && !text_equal(letters, name.text)) {
        name.text = letters;
        texts_put(all, name);
    }
}

static void
gather_amount(struct gathering *it, struct text cell)
{
    struct text number;
    const char *kind;

    if (pii_find(cell, &number, &kind) && !is_in(&it->numbers, number))
        texts_put(&it->amounts,
                  (struct met){text_copy(it->arena, number), it->place});
}

/* The amounts of one ledger, as written and as we write them. */
static void
gather_amounts(struct gathering *it, int ledger, struct arena *scratch)
{
    const struct ledger *rows = &it->book->ledgers[ledger];
    const struct ledger_type *type = ledgers[ledger];
    struct text *cells =
        arena_take(it->arena, (type->column_count + 1) * sizeof(*cells));

    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = ledger_row(rows, i);

        arena_reset(scratch);
        row_texts(it->book, ledger, row, scratch, cells);
        for (size_t j = 0; j < type->column_count; j++)
            if (type->columns[j].kind == KIND_NUMBER ||
                type->columns[j].kind == KIND_MONEY) {
                gather_amount(it, cells[j]);
                gather_amount(it, row_shown(it->book, row, j, cells, scratch));
            }
    }
}

static bool
has_amounts(const struct ledger_type *type)
{
    for (size_t i = 0; i < type->column_count; i++)
        if (type->columns[i].kind == KIND_NUMBER ||
            type->columns[i].kind == KIND_MONEY)
            return true;
    return false;
}

/* A number known by its form alone is somebody's, unless it is an amount. */
static void
settle_forms(struct gathering *it)
{
    sort_once(&it->numbers);
    for (int i = 0; it->forms.count > 0 && i < LEDGER_COUNT; i++)
        if (has_amounts(ledgers[i]))
            gather_amounts(it, i, it->scratch);
    sort_once(&it->amounts);
    for (size_t i = 0; i < it->forms.count; i++)
        if (!is_in(&it->amounts, it->forms.items[i].text))
            texts_put(&it->numbers, it->forms.items[i]);
}

/* The texts of a list, sorted, in the arena; the list is freed. */
static struct text *
kept(struct arena *arena, struct texts *texts, size_t *count)
{
    struct text *items;

    sort_once(texts);
    items = arena_take(arena, (texts->count + 1) * sizeof(*items));
    for (size_t i = 0; i < texts->count; i++)
        items[i] = texts->items[i].text;
    *count = texts->count;
    free(texts->items);
    return items;
}

static int
by_letters(const void *a, const void *b)
{
    const struct pii_value *one = a, *other = b;
    int order = text_compare(one->letters, other->letters);

    return order != 0 ? order : other->is_name - one->is_name;
}

static void
keep_letters(struct gathering *it, const struct texts *texts, bool is_name,
             struct pii_values *values)
{
    for (size_t i = 0; i < texts->count; i++) {
        struct text letters = pii_letters_of(it->arena, texts->items[i].text);

        if (text_count(letters) > 1)
            values->values[values->value_count++] =
                (struct pii_value){letters, is_name};
    }
}

/* What texts are compared with. */
static void
keep_values(struct gathering *it, struct pii_values *values)
{
    size_t met = 0;

    values->values =
        arena_take(it->arena, (it->names.count + it->others.count + 1) *
                                  sizeof(*values->values));
    keep_letters(it, &it->names, true, values);
    keep_letters(it, &it->others, false, values);
    qsort(values->values, values->value_count, sizeof(*values->values),
          by_letters);
    for (size_t i = 0; i < values->value_count; i++)
        if (met == 0 || !text_equal(values->values[met - 1].letters,
                                    values->values[i].letters))
            values->values[met++] = values->values[i];
    values->value_count = met;
}

/* What bytes are searched for. */
static void
keep_all(struct gathering *it, struct pii_values *values)
{
    struct texts *all = &it->numbers;

    for (size_t i = 0; i < it->names.count; i++)
        add_spellings(it, it->names.items[i], all);
    for (size_t i = 0; i < it->others.count; i++)
        texts_put(all, it->others.items[i]);
    sort_once(all);
    values->places =
        arena_take(it->arena, (all->count + 1) * sizeof(*values->places));
    for (size_t i = 0; i < all->count; i++)
        values->places[i] = all->items[i].place;
    values->all = kept(it->arena, all, &values->count);
}

void
pii_values_gather(struct arena *arena, const struct book *book,
                  const struct person_words *words, struct pii_values *values)
{
    struct gathering it = {.book = book,
                           .words = words,
                           .arena = arena,
                           .scratch = arena_new(),
                           .place = {.path = ""}};
    const struct names_mentioned_sink sink = {gather, &it};

    it.met = must_grow(NULL, MET * sizeof(*it.met));
    memset(it.met, 0, MET * sizeof(*it.met));
    if (book->later != NULL) {
        it.book = book->later;
        names_mentioned_tell(book->later, &sink);
        it.book = book;
    }
    names_mentioned_tell(book, &sink);
    free(it.met);
    settle_forms(&it);
    free(it.forms.items);
    sort_once(&it.names);
    sort_once(&it.others);
    keep_values(&it, values);
    keep_all(&it, values);
    free(it.names.items);
    free(it.others.items);
    values->numbers = kept(arena, &it.digits, &values->number_count);
    values->identities = kept(arena, &it.identities, &values->identity_count);
    values->amounts = kept(arena, &it.amounts, &values->amount_count);
    arena_free(it.scratch);
}

bool
pii_values_has(const struct text *sorted, size_t count, struct text text)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = text_compare(sorted[middle], text);

        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}
