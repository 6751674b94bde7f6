/*
 * The same few names come again and again, and the same numbers; they are
 * kept in lists that are sorted, each once, whenever they are full.
 */
#include "year/secrets.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "ledger/book.h"
#include "year/masks.h"

struct texts {
    struct text *items;
    size_t count, room;
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

void
secrets_gather(struct arena *arena, const struct book *book,
               struct secrets *secrets)
{
    struct gathering it = {.book = book, .arena = arena};

    gather_units(&it);
    for (int i = 0; i < LEDGER_COUNT; i++)
        gather_ledger(&it, i);
    free(it.units);
    sort_once(&it.names);
    secrets->name_count = it.names.count;
    for (size_t i = 0; i < it.names.count; i++)
        texts_add(&it.numbers, it.names.items[i]);
    secrets->names = kept(arena, &it.names);
    sort_once(&it.numbers);
    secrets->count = it.numbers.count;
    secrets->all = kept(arena, &it.numbers);
}
