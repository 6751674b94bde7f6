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
#include "ledger/names_mentioned.h"
#include "year/pii_patterns.h"

struct texts {
    struct text *items;
    size_t count, room;
};

struct gathering {
    const struct book *book;
    struct arena *arena;
    struct texts names;
    struct texts numbers;
    struct texts forms; /* numbers by their form, wherever they stand */
    struct texts amounts;
    struct texts words; /* sorted: nobody's names */
    struct texts units; /* sorted: those met in the ledgers */
    uint64_t *met;      /* hashes of what was kept, as far as there is room */
};

enum { MET = 1 << 12, FEWEST_DIGITS = 6 };

static int
by_bytes(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static void
sort_once(struct texts *texts)
{
    size_t kept = 0;

    if (texts->count > 1)
        qsort(texts->items, texts->count, sizeof(*texts->items), by_bytes);
    for (size_t i = 0; i < texts->count; i++)
        if (kept == 0 || !text_equal(texts->items[kept - 1], texts->items[i]))
            texts->items[kept++] = texts->items[i];
    texts->count = kept;
}

/* The same few names come again and again: when the room is used up, it is
   doubled only if sorting does not free half of it. */
static void
texts_add(struct texts *texts, struct text text)
{
    if (texts->count == texts->room) {
        sort_once(texts);
        if (texts->count >= texts->room / 2) {
            texts->room = texts->room ? texts->room * 2 : 256;
            texts->items =
                must_grow(texts->items, texts->room * sizeof(*texts->items));
        }
    }
    texts->items[texts->count++] = text;
}

/* The same again, as the same, is known by its hash, and neither looked at nor
   copied. */
enum met_as { AS_NAME, AS_NUMBER, AS_FORM };

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
keep_number(struct gathering *it, struct text number)
{
    if (!was_met(it, AS_NUMBER, number))
        texts_add(&it->numbers, text_copy(it->arena, number));
}

static bool
is_in(const struct texts *sorted, struct text text)
{
    return sorted->count > 0 && bsearch(&text, sorted->items, sorted->count,
                                        sizeof(text), by_bytes) != NULL;
}

/* Two to four hanzi that do not end like an office. */
static bool
is_like_a_person(struct text name)
{
    static const char offices[] = "局委办部镇乡处院站所队会班组校区县市村园厂"
                                  "行司署室中心街道社区集团公司学校医院";
    struct text last = text_from(name, name.length - 3);

    return name.length >= 2 * 3 && name.length <= 4 * 3 &&
           text_count(name) == name.length / 3 &&
           text_find(text_of(offices), last) == strlen(offices);
}

/* Hanzi or letters; marks of other languages than people's are none of a
   name, and would be found in every page. */
static bool
may_be_a_name(struct text name)
{
    bool has_letter = false;

    for (size_t i = 0; i < name.length; i++) {
        unsigned char c = (unsigned char)name.bytes[i];

        if (c >= 0x80 || isalpha(c))
            has_letter = true;
        else if (!isdigit(c) && strchr(" .-'_?", c) == NULL)
            return false;
    }
    return has_letter && text_count(name) >= 2;
}

static void
gather_name(struct gathering *it, struct text name)
{
    if (was_met(it, AS_NAME, name) || !may_be_a_name(name) ||
        is_in(&it->words, name) ||
        (is_in(&it->units, name) && !is_like_a_person(name)))
        return;
    texts_add(&it->names, text_copy(it->arena, name));
}

static void
gather_numbers(struct gathering *it, struct text cell)
{
    size_t offset = 0, length;

    while ((offset = pii_next(cell, offset)) < cell.length) {
        if (pii_at(cell, offset, &length) != PII_NONE)
            keep_number(it, text_slice(cell, offset, length));
        offset += length;
    }
}

/* Of a column nobody may read: an account or a passport has many digits, and
   is no date. */
static void
gather_personal(struct gathering *it, struct text cell)
{
    size_t digits = 0, others = 0;
    bool is_date = cell.length <= 10 &&
                   (text_starts(cell, "19") || text_starts(cell, "20"));

    gather_numbers(it, cell);
    for (size_t i = 0; i < cell.length; i++) {
        digits += isdigit((unsigned char)cell.bytes[i]) != 0;
        others += !isalnum((unsigned char)cell.bytes[i]) &&
                  strchr(" -", cell.bytes[i]) == NULL;
    }
    if (digits >= FEWEST_DIGITS && others == 0 && !is_date)
        keep_number(it, cell);
}

static void
gather_content(struct gathering *it, struct text content)
{
    struct text number;
    const char *kind;

    while (pii_find(content, &number, &kind)) {
        if (!was_met(it, AS_FORM, number))
            texts_add(&it->forms, text_copy(it->arena, number));
        content = text_from(content, (size_t)(number.bytes - content.bytes) +
                                         number.length);
    }
}

static void
gather(void *data, enum mention kind, struct text text)
{
    struct gathering *it = data;

    switch (kind) {
    case MENTION_NAME:
        gather_name(it, text);
        gather_numbers(it, text);
        break;
    case MENTION_PERSONAL:
        gather_personal(it, text);
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

/* G07 in a column of persons stands for a name and says none; but an id may
   also be somebody's name. */
static void
gather_ids(struct gathering *it, struct texts *ids)
{
    const struct ledger *roster = &it->book->ledgers[LEDGER_cadres];
    struct arena *scratch = arena_new();

    for (size_t i = 0; i < roster->count; i++) {
        const struct row *row = ledger_row(roster, i);
        struct text id = row_text(it->book, LEDGER_cadres, row, "id", scratch);
        struct text name =
            row_text(it->book, LEDGER_cadres, row, "name", scratch);

        if (!text_equal(id, name))
            texts_add(ids, text_copy(it->arena, id));
        arena_reset(scratch);
    }
    arena_free(scratch);
}

/* 区领导 may stand where a name should. */
static void
gather_words(struct texts *words, const struct ledger_type *type)
{
    for (size_t i = 0; i < type->column_count; i++) {
        const struct choice_words *it = type->columns[i].words;

        for (; it && it->words; it++) {
            const char *rest = it->words;
            struct text word;

            while (word_next(&rest, &word))
                texts_add(words, word);
        }
    }
}

static void
gather_others(struct gathering *it)
{
    const struct codes *codes = it->book->codes;

    for (int i = 0; i < LEDGER_COUNT; i++)
        gather_words(&it->words, ledgers[i]);
    for (size_t i = 0; i < codes->unit_count; i++)
        texts_add(&it->words, codes->units[i].name);
    gather_ids(it, &it->words);
    sort_once(&it->words);
    for (size_t i = 1; i <= intern_count(it->book->units); i++)
        texts_add(&it->units, intern_text(it->book->units, (uint32_t)i));
    sort_once(&it->units);
}

/* A short name is spread out to stand below longer ones, and the dot in a name
   is typed in several ways: so they may stand in other texts. */
static void
add_spellings(struct gathering *it, struct text name)
{
    static const char *const dots[] = {"\u00b7", "\u2022", "\u2027", "\u30fb",
                                       "\uff0e"};
    static const char *const blanks[] = {" ", "  ", "\u3000"};
    size_t first = 0, at;

    text_next(name, &first);
    for (size_t i = 0; i < 3 && name.length == 6 && first == 3; i++)
        texts_add(&it->names, text_format(it->arena, "%.3s%s%.3s", name.bytes,
                                          blanks[i], name.bytes + 3));
    for (size_t i = 0; i < 5; i++)
        if ((at = text_find(name, text_of(dots[i]))) < name.length)
            for (size_t j = 0; j < 5; j++)
                texts_add(&it->names,
                          text_format(it->arena, "%.*s%s%s", (int)at,
                                      name.bytes, dots[j],
                                      name.bytes + at + strlen(dots[i])));
}

static void
gather_amount(struct gathering *it, struct text cell)
{
    struct text number;
    const char *kind;

    if (pii_find(cell, &number, &kind) && !is_in(&it->numbers, number))
        texts_add(&it->amounts, text_copy(it->arena, number));
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
    struct arena *scratch = arena_new();

    sort_once(&it->numbers);
    for (int i = 0; it->forms.count > 0 && i < LEDGER_COUNT; i++)
        if (has_amounts(ledgers[i]))
            gather_amounts(it, i, scratch);
    arena_free(scratch);
    sort_once(&it->amounts);
    for (size_t i = 0; i < it->forms.count; i++)
        if (!is_in(&it->amounts, it->forms.items[i]))
            texts_add(&it->numbers, it->forms.items[i]);
    free(it->forms.items);
}

static struct text *
kept(struct arena *arena, struct texts *texts)
{
    struct text *items = arena_take(arena, (texts->count + 1) * sizeof(*items));

    if (texts->count > 0)
        memcpy(items, texts->items, texts->count * sizeof(*items));
    free(texts->items);
    return items;
}

void
pii_values_gather(struct arena *arena, const struct book *book,
                  struct pii_values *secrets)
{
    struct gathering it = {.book = book, .arena = arena};
    const struct names_mentioned_sink taker = {gather, &it};

    it.met = must_grow(NULL, MET * sizeof(*it.met));
    memset(it.met, 0, MET * sizeof(*it.met));
    gather_others(&it);
    names_mentioned_tell(book, &taker);
    free(it.met);
    free(it.words.items);
    free(it.units.items);
    settle_forms(&it);
    sort_once(&it.names);
    for (size_t i = 0, met = it.names.count; i < met; i++)
        add_spellings(&it, it.names.items[i]);
    sort_once(&it.names);
    secrets->name_count = it.names.count;
    for (size_t i = 0; i < it.names.count; i++)
        texts_add(&it.numbers, it.names.items[i]);
    secrets->names = kept(arena, &it.names);
    sort_once(&it.numbers);
    secrets->count = it.numbers.count;
    secrets->all = kept(arena, &it.numbers);
    secrets->amount_count = it.amounts.count;
    secrets->amounts = kept(arena, &it.amounts);
}
