#include "gate/id_set.h"

#include "base/arena.h"

enum { LEAST_ROOM = 64 };

/* 0 is no place. */
uint64_t
id_set_of(struct text path, struct text anchor)
{
    uint64_t place = text_hash(anchor, text_hash(path, anchor.length > 0));

    return place != 0 ? place : 1;
}

/* Where the place stands, or would. */
static uint64_t *
slot_of(const struct id_set *places, uint64_t place)
{
    size_t at = (size_t)place & (places->room - 1);

    while (places->slots[at] != 0 && places->slots[at] != place)
        at = (at + 1) & (places->room - 1);
    return &places->slots[at];
}

static void
grow(struct id_set *places)
{
    struct id_set larger = *places;

    larger.room = places->room > 0 ? places->room * 4 : LEAST_ROOM;
    larger.slots =
        arena_take(places->arena, larger.room * sizeof(*larger.slots));
    for (size_t i = 0; i < places->room; i++)
        if (places->slots[i] != 0)
            *slot_of(&larger, places->slots[i]) = places->slots[i];
    *places = larger;
}

bool
id_set_has(const struct id_set *places, uint64_t place)
{
    return places->room > 0 && *slot_of(places, place) == place;
}

bool
id_set_add(struct id_set *places, uint64_t place)
{
    uint64_t *slot;

    if (places->count * 2 >= places->room)
        grow(places);
    slot = slot_of(places, place);
    if (*slot == place)
        return false;
    *slot = place;
    places->count++;
    return true;
}
