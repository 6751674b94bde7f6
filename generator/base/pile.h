/*
 * Bytes on the heap that grow in one piece.
 */
#ifndef BASE_PILE_H
#define BASE_PILE_H

#include <stddef.h>

/* Zeroed to begin with; bytes are to be freed. */
struct pile {
    char *bytes;
    size_t length, room;
};

/* Makes room at once for what is to come, before anything has been put. */
void pile_reserve(struct pile *pile, size_t room);

/* Room for so many bytes behind it, whose length is to be added. */
char *pile_room(struct pile *pile, size_t most);

void pile_put(struct pile *pile, const char *bytes, size_t length);
void pile_put_byte(struct pile *pile, char byte);

#endif
