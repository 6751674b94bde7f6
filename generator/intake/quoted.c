#include "intake/quoted.h"

#include <string.h>

#include "base/arena.h"
#include "base/huge.h"
#include "base/simd.h"

enum { FIRST_ROOM = 256 };

static void
make_room(struct quoted *text, size_t length)
{
    if (length <= text->room - text->length)
        return;
    text->room = 2 * text->room + length + FIRST_ROOM;
    text->bytes = must_grow(text->bytes, text->room);
}

void
quoted_reserve(struct quoted *text, size_t room)
{
    text->bytes = huge_take(room);
    text->room = room;
}

void
quoted_put(struct quoted *text, const char *bytes, size_t length)
{
    make_room(text, length);
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
}

void
quoted_put_byte(struct quoted *text, char byte)
{
    make_room(text, 1);
    text->bytes[text->length++] = byte;
}

/* Whole parts between whose bytes none of those that need quotes can be are
   passed at once. */
static bool
needs_quotes(struct text cell)
{
    size_t i = 0;

    while (i + PART <= cell.length &&
           part_between(cell.bytes + i, '\n', ',') == 0)
        i += PART;
    for (; i < cell.length; i++)
        switch (cell.bytes[i]) {
        case '"':
        case ',':
        case '\r':
        case '\n':
            return true;
        default:
            break;
        }
    return false;
}

void
quoted_put_cell(struct quoted *text, struct text cell)
{
    if (!needs_quotes(cell)) {
        quoted_put(text, cell.bytes, cell.length);
        return;
    }
    make_room(text, 2 * cell.length + 2);
    text->bytes[text->length++] = '"';
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.bytes[i] == '"')
            text->bytes[text->length++] = '"';
        text->bytes[text->length++] = cell.bytes[i];
    }
    text->bytes[text->length++] = '"';
}
