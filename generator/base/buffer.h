/*
 * A text that grows, in pieces from an arena, and is copied at most once, when
 * its length is known.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

#include "base/text.h"

struct arena;
struct buffer_piece;

/* struct buffer page = {.arena = arena}; */
struct buffer {
    struct arena *arena;
    struct buffer_piece *first, *last;
    size_t length;
};

void buffer_put(struct buffer *buffer, struct text text);
void buffer_put_bytes(struct buffer *buffer, const char *bytes, size_t length);

/* Room for so many bytes behind it, of which then so many were used. */
char *buffer_room(struct buffer *buffer, size_t most);
void buffer_used(struct buffer *buffer, size_t length);

/* All of it so far, from the arena, with a NUL behind it until more is put. */
struct text buffer_text(const struct buffer *buffer);

#endif
