/*
 * Text on the heap that grows in one piece, and cells as CSV writes them.
 */
#ifndef INTAKE_QUOTED_H
#define INTAKE_QUOTED_H

#include <stddef.h>

#include "base/text.h"

/* Zeroed to begin with; bytes are to be freed. */
struct quoted {
    char *bytes;
    size_t length, room;
};

/* Makes room at once for what is to come, before anything has been put. */
void quoted_reserve(struct quoted *text, size_t room);

void quoted_put(struct quoted *text, const char *bytes, size_t length);
void quoted_put_byte(struct quoted *text, char byte);

/* In quotes where it needs them. */
void quoted_put_cell(struct quoted *text, struct text cell);

#endif
