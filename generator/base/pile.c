#include "base/pile.h"

#include <string.h>

#include "base/arena.h"
#include "base/huge.h"

enum { FIRST_ROOM = 256 };

void
pile_reserve(struct pile *pile, size_t room)
{
    pile->bytes = huge_take(room);
    pile->room = room;
}

char *
pile_room(struct pile *pile, size_t most)
{
    if (most > pile->room - pile->length) {
        pile->room = 2 * pile->room + most + FIRST_ROOM;
        pile->bytes = must_grow(pile->bytes, pile->room);
    }
    return pile->bytes + pile->length;
}

void
pile_put(struct pile *pile, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    memcpy(pile_room(pile, length), bytes, length);
    pile->length += length;
}

void
pile_put_byte(struct pile *pile, char byte)
{
    *pile_room(pile, 1) = byte;
    pile->length++;
}
