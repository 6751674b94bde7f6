#include "base/array.h"

#include <string.h>

#include "base/arena.h"

enum { ROOM_FIRST = 64 };

void *
array_grow(struct arena *arena, void *items, size_t count, size_t *room,
           size_t size)
{
    void *larger;

    if (count < *room)
        return items;
    *room = *room > 0 ? *room * 2 : ROOM_FIRST;
    if (arena == NULL)
        return must_grow(items, *room * size);
    larger = arena_take(arena, *room * size);
    if (count > 0)
        memcpy(larger, items, count * size);
    return larger;
}
