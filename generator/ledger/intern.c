/*
 * Texts numbered in the order first met: an open-addressing table of numbers
 * over an array of the texts, at most half full.
 */
#include "ledger/book.h"

#include <string.h>

#include "base/arena.h"

struct name {
    uint64_t hash;
    struct text text;
};

struct intern {
    struct arena *arena;
    struct name *items; /* number n is items[n - 1] */
    size_t count, room;
    uint32_t *slots; /* numbers; 0 is free; a power of two of them */
    size_t slot_count;
};

/* The slot that holds the text, or the free one where it belongs. */
static uint32_t *
slot_of(const struct intern *names, struct text text, uint64_t hash)
{
    size_t mask = names->slot_count - 1, at = (size_t)hash & mask;

    while (names->slots[at] != 0) {
        const struct name *name = &names->items[names->slots[at] - 1];

        if (name->hash == hash && text_equal(name->text, text))
            break;
        at = (at + 1) & mask;
    }
    return &names->slots[at];
}

/* The arena keeps the smaller arrays too; doubling makes them together no
   larger than the last. */
static void
grow(struct intern *names)
{
    size_t room = names->room * 2;
    struct name *items = arena_take(names->arena, room * sizeof(*items));

    memcpy(items, names->items, names->count * sizeof(*items));
    names->items = items;
    names->room = room;
    names->slot_count = room * 2;
    names->slots =
        arena_take(names->arena, names->slot_count * sizeof(*names->slots));
    for (size_t i = 0; i < names->count; i++)
        *slot_of(names, items[i].text, items[i].hash) = (uint32_t)(i + 1);
}

struct intern *
intern_new(struct arena *arena)
{
    struct intern *names = ARENA_NEW(arena, struct intern);

    names->arena = arena;
    names->room = 16;
    names->slot_count = names->room * 2;
    names->items = arena_take(arena, names->room * sizeof(*names->items));
    names->slots = arena_take(arena, names->slot_count * sizeof(*names->slots));
    return names;
}

uint32_t
intern_find(const struct intern *names, struct text text)
{
    return *slot_of(names, text, text_hash(text, 0));
}

uint32_t
intern_code(struct intern *names, struct text text)
{
    uint64_t hash = text_hash(text, 0);
    uint32_t *slot = slot_of(names, text, hash);

    if (*slot != 0)
        return *slot;
    if (names->count == names->room) {
        grow(names);
        slot = slot_of(names, text, hash);
    }
    names->items[names->count].hash = hash;
    names->items[names->count].text = text_copy(names->arena, text);
    *slot = (uint32_t)++names->count;
    return *slot;
}

struct text
intern_text(const struct intern *names, uint32_t code)
{
    if (code == 0 || code > names->count)
        return text_of("");
    return names->items[code - 1].text;
}

size_t
intern_count(const struct intern *names)
{
    return names->count;
}
