/*
 * A list that grows: items, how many there are, and room for how many.
 *
 *     struct { struct row *rows; size_t count, room; } list = {0};
 *     *ARRAY_ADD(arena, list.rows, list.count, list.room) = row;
 *
 * Room doubles, so that a list of n items is copied no more than n items'
 * worth of times.
 */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include <stddef.h>

struct arena;

/* The place of one more item behind those counted, which it now counts too;
   the memory is the arena's, or where that is NULL the heap's, to be freed by
   free. */
#define ARRAY_ADD(arena, items, count, room)                               \
    ((items) =                                                             \
         array_grow((arena), (items), (count), &(room), sizeof(*(items))), \
     &(items)[(count)++])

/* The items where there is room for one more than count. */
void *array_grow(struct arena *arena, void *items, size_t count, size_t *room,
                 size_t size);

#endif
