/*
 * Each piece is twice as large as the one before, so that there are few of
 * them and a short text wastes little; what fits one is not copied at all.
 */
#include "base/buffer.h"

#include <string.h>

#include "base/arena.h"

enum { LEAST_ROOM = 16 * 1024, MOST_ROOM = 4 * 1024 * 1024 };

struct buffer_piece {
    struct buffer_piece *next;
    char *bytes;
    size_t used;
    size_t room;
};

static void
add_piece(struct buffer *buffer, size_t least)
{
    struct buffer_piece *piece = ARENA_NEW(buffer->arena, struct buffer_piece);

    piece->room = buffer->last ? buffer->last->room * 2 : LEAST_ROOM;
    if (piece->room > MOST_ROOM)
        piece->room = MOST_ROOM;
    if (piece->room < least)
        piece->room = least;
    piece->bytes = arena_room(buffer->arena, piece->room + 1);
    if (buffer->last)
        buffer->last->next = piece;
    else
        buffer->first = piece;
    buffer->last = piece;
}

char *
buffer_room(struct buffer *buffer, size_t most)
{
    const struct buffer_piece *piece = buffer->last;

    if (piece == NULL || piece->room - piece->used < most)
        add_piece(buffer, most);
    return buffer->last->bytes + buffer->last->used;
}

void
buffer_used(struct buffer *buffer, size_t length)
{
    buffer->last->used += length;
    buffer->length += length;
}

void
buffer_put_bytes(struct buffer *buffer, const char *bytes, size_t length)
{
    struct buffer_piece *piece = buffer->last;

    if (length == 0)
        return;
    if (piece == NULL || piece->room - piece->used < length) {
        add_piece(buffer, length);
        piece = buffer->last;
    }
    memcpy(piece->bytes + piece->used, bytes, length);
    piece->used += length;
    buffer->length += length;
}

void
buffer_put(struct buffer *buffer, struct text text)
{
    buffer_put_bytes(buffer, text.bytes, text.length);
}

struct text
buffer_text(const struct buffer *buffer)
{
    const struct buffer_piece *only = buffer->first;
    char *bytes;
    size_t at = 0;

    if (only != NULL && only->next == NULL) {
        only->bytes[only->used] = '\0';
        return (struct text){only->bytes, only->used};
    }
    bytes = arena_room(buffer->arena, buffer->length + 1);
    for (const struct buffer_piece *piece = buffer->first; piece;
         piece = piece->next) {
        memcpy(bytes + at, piece->bytes, piece->used);
        at += piece->used;
    }
    bytes[at] = '\0';
    return (struct text){bytes, at};
}
