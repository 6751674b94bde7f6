/*
 * Every personal value of the book, gathered once: what stands in a person
 * column, and what looks like a telephone, identity or card number in a free
 * text.  They are sorted; a filter over the first two characters tells almost
 * every place in a text where no name can begin.
 */
#include "year/privacy.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "year/masks.h"

enum { FILTER_BITS = 1 << 16 };

struct texts {
    struct text *items;
    size_t count, room;
};

struct privacy {
    const struct book *book;
    enum edition edition;
    struct text *names; /* sorted, each once */
    size_t name_count;
    struct text *secrets;
    size_t secret_count;
    uint8_t filter[FILTER_BITS / 8];
};

struct gathering {
    const struct book *book;
    struct arena *arena;
    struct texts names;
    struct texts numbers;
    struct text *units; /* sorted, with our own words: nobody's names */
    size_t unit_count;
};

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

static bool
is_unit(const struct gathering *it, struct text name)
{
    return it->unit_count > 0 &&
           bsearch(&name, it->units, it->unit_count, sizeof(name), by_bytes);
}

static void
gather_names(struct gathering *it, struct text cell, struct arena *scratch)
{
    struct text *items;
    size_t count = list_split(scratch, cell, &items);

    for (size_t i = 0; i < count; i++)
        if (text_count(items[i]) > 1 && !is_unit(it, items[i]))
            texts_add(&it->names, text_copy(it->arena, items[i]));
}

static void
gather_numbers(struct gathering *it, struct text cell)
{
    for (size_t offset = 0, length; offset < cell.length; offset += length)
        if (secret_at(cell, offset, &length) != SECRET_NONE)
            texts_add(&it->numbers,
                      text_copy(it->arena, text_slice(cell, offset, length)));
}

static void
gather_ledger(struct gathering *it, int number)
{
    const struct ledger *held = &it->book->ledgers[number];
    const struct ledger_type *type = held->type;
    struct arena *scratch = arena_new();

    for (size_t i = 0; i < held->count; i++) {
        struct text *cells;

        arena_reset(scratch);
        cells = arena_take(scratch, type->column_count * sizeof(*cells));
        row_texts(it->book, number, ledger_row(held, i), scratch, cells);
        for (size_t j = 0; j < type->column_count; j++) {
            const struct column *column = &type->columns[j];

            if (column->kind == KIND_PERSONS)
                gather_names(it, cells[j], scratch);
            if (column->kind == KIND_PERSONS || column->kind == KIND_TEXT)
                gather_numbers(it, cells[j]);
        }
    }
    arena_free(scratch);
}

/* 区领导 may stand where a name should. */
static void
gather_words(struct texts *units, const struct ledger_type *type)
{
    for (size_t i = 0; i < type->column_count; i++) {
        const struct choice_words *it = type->columns[i].words;

        for (; it && it->words; it++) {
            const char *rest = it->words;
            struct text word;

            while (word_next(&rest, &word))
                texts_add(units, word);
        }
    }
}

static void
gather_units(struct gathering *it)
{
    struct texts units = {0};

    for (int i = 0; i < LEDGER_COUNT; i++)
        gather_words(&units, ledgers[i]);
    for (size_t i = 1; i <= names_count(it->book->units); i++)
        texts_add(&units, names_text(it->book->units, (uint32_t)i));
    sort_once(&units);
    it->units = units.items;
    it->unit_count = units.count;
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

/* The bytes of the two characters at the offset. */
static struct text
pair_at(struct text text, size_t offset)
{
    size_t end = offset;

    text_next(text, &end);
    text_next(text, &end);
    return text_slice(text, offset, end - offset);
}

static bool
is_word_byte(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

/* 干部07 does not stand in 干部071, nor G07 in AG07. */
static bool
stands_alone(struct text text, size_t offset, struct text name)
{
    size_t end = offset + name.length;

    if (offset > 0 && is_word_byte(name.bytes[0]) &&
        is_word_byte(text.bytes[offset - 1]))
        return false;
    return end == text.length || !is_word_byte(text.bytes[end]) ||
           !is_word_byte(name.bytes[name.length - 1]);
}

/* Behind the last name that is not after the text at the offset. */
static size_t
names_up_to(const struct privacy *privacy, struct text rest)
{
    size_t low = 0, high = privacy->name_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (text_compare(privacy->names[middle], rest) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The longest name that begins at the offset: in the sorted list every prefix
   of the text stands before the text, behind all names of the same two
   characters that come earlier. */
static size_t
name_at(const struct privacy *privacy, struct text text, size_t offset)
{
    struct text rest = text_from(text, offset), pair = pair_at(text, offset);
    uint64_t bit = text_hash(pair, 0) % FILTER_BITS;

    if (!(privacy->filter[bit / 8] >> bit % 8 & 1))
        return 0;
    for (size_t i = names_up_to(privacy, rest); i > 0; i--) {
        struct text name = privacy->names[i - 1];

        if (!text_equal(text_slice(name, 0, pair.length), pair))
            break;
        if (name.length <= rest.length &&
            memcmp(name.bytes, rest.bytes, name.length) == 0 &&
            stands_alone(text, offset, name))
            return name.length;
    }
    return 0;
}

/* Nothing masked is longer than what it stands for, so the copy fits. */
static struct text
masked(const struct privacy *privacy, struct text text, bool with_numbers,
       struct arena *arena)
{
    char *bytes = arena_take(arena, text.length + 1);
    size_t written = 0;

    for (size_t offset = 0, length; offset < text.length; offset += length) {
        enum secret_kind kind = SECRET_NONE;

        length = name_at(privacy, text, offset);
        if (length > 0) {
            written +=
                name_mask(text_slice(text, offset, length), bytes + written);
            continue;
        }
        kind = with_numbers ? secret_at(text, offset, &length) : SECRET_NONE;
        if (kind != SECRET_NONE) {
            written += secret_mask(kind, text_slice(text, offset, length),
                                   bytes + written);
            continue;
        }
        if (!with_numbers || length == 1) {
            size_t end = offset;

            text_next(text, &end);
            length = end - offset;
        }
        memcpy(bytes + written, text.bytes + offset, length);
        written += length;
    }
    return (struct text){bytes, written};
}

static struct text
masked_names(struct text cell, struct arena *arena)
{
    struct text *items, all = TEXT("");
    size_t count = list_split(arena, cell, &items);

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            all = text_join(arena, all, TEXT("、"));
        all = text_join(arena, all, mask_name(arena, items[i]));
    }
    return all;
}

static struct text
projected(const struct privacy *privacy, const struct column *column,
          struct text cell, struct arena *arena)
{
    switch (column->kind) {
    case KIND_PERSONS:
        return masked_names(cell, arena);
    case KIND_ID:
        return masked(privacy, cell, false, arena);
    case KIND_TEXT:
    case KIND_UNITS:
    case KIND_UNIT:
    case KIND_CATEGORY:
        return masked(privacy, cell, true, arena);
    default:
        return cell;
    }
}

static void
set_secrets(struct privacy *privacy, struct gathering *gathering,
            struct arena *arena)
{
    struct texts all = {0};

    for (size_t i = 0; i < privacy->name_count; i++) {
        uint64_t bit =
            text_hash(pair_at(privacy->names[i], 0), 0) % FILTER_BITS;

        privacy->filter[bit / 8] |= (uint8_t)(1 << bit % 8);
        texts_add(&all, privacy->names[i]);
    }
    for (size_t i = 0; i < gathering->numbers.count; i++)
        texts_add(&all, gathering->numbers.items[i]);
    sort_once(&all);
    privacy->secret_count = all.count;
    privacy->secrets = kept(arena, &all);
    free(gathering->numbers.items);
}

struct privacy *
privacy_new(struct arena *arena, const struct book *book, enum edition edition)
{
    struct privacy *privacy = ARENA_NEW(arena, struct privacy);
    struct gathering gathering = {.book = book, .arena = arena};

    privacy->book = book;
    privacy->edition = edition;
    if (edition == EDITION_INTERNAL)
        return privacy;
    gather_units(&gathering);
    for (int i = 0; i < LEDGER_COUNT; i++)
        gather_ledger(&gathering, i);
    free(gathering.units);
    sort_once(&gathering.names);
    privacy->name_count = gathering.names.count;
    privacy->names = kept(arena, &gathering.names);
    set_secrets(privacy, &gathering, arena);
    return privacy;
}

void
privacy_texts(const struct privacy *privacy, int ledger, const struct row *row,
              struct arena *arena, struct text *cells)
{
    const struct ledger_type *type = privacy->book->ledgers[ledger].type;
    struct text *texts =
        arena_take(arena, (type->column_count + 1) * sizeof(*texts));

    row_texts(privacy->book, ledger, row, arena, texts);
    for (size_t i = 0; i < type->column_count; i++) {
        cells[i] = TEXT("");
        if (!privacy_shows_column(privacy, ledger, i))
            continue;
        cells[i] = row_shown(privacy->book, row, i, texts, arena);
        if (privacy->edition == EDITION_PUBLIC)
            cells[i] = projected(privacy, &type->columns[i], cells[i], arena);
    }
}

bool
privacy_shows_ledger(const struct privacy *privacy, int ledger)
{
    return privacy->edition == EDITION_INTERNAL ||
           !ledgers[ledger]->is_internal;
}

bool
privacy_shows_column(const struct privacy *privacy, int ledger, size_t column)
{
    return privacy_shows_ledger(privacy, ledger) &&
           column < ledgers[ledger]->column_count &&
           (privacy->edition == EDITION_INTERNAL ||
            !ledgers[ledger]->columns[column].withheld);
}

struct text
privacy_text(const struct privacy *privacy, struct text text,
             struct arena *arena)
{
    return privacy->edition == EDITION_PUBLIC
               ? masked(privacy, text, true, arena)
               : text;
}

const struct text *
privacy_secrets(const struct privacy *privacy, size_t *count)
{
    *count = privacy->secret_count;
    return privacy->secrets;
}
