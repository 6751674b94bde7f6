#include "intake/quoted.h"

#include <stdbool.h>

#include "base/pile.h"
#include "base/simd.h"

/* How far there are whole parts with no byte that may need quotes; the last
   part overlaps the one before. */
static size_t
pass_parts(struct text cell)
{
    size_t i = 0;

    while (i + PART <= cell.length &&
           part_between(cell.bytes + i, '\n', ',') == 0)
        i += PART;
    return i >= PART && i + PART > cell.length &&
                   part_between(cell.bytes + cell.length - PART, '\n', ',') == 0
               ? cell.length
               : i;
}

static bool
needs_quotes(struct text cell)
{
    for (size_t i = pass_parts(cell); i < cell.length; i++)
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
quoted_put_cell(struct pile *text, struct text cell)
{
    char *end;

    if (!needs_quotes(cell)) {
        pile_put(text, cell.bytes, cell.length);
        return;
    }
    end = pile_room(text, 2 * cell.length + 2);
    *end++ = '"';
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.bytes[i] == '"')
            *end++ = '"';
        *end++ = cell.bytes[i];
    }
    *end++ = '"';
    text->length = (size_t)(end - text->bytes);
}
