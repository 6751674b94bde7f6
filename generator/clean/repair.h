/*
 * One damaged line, read again.
 *
 * A cell is read as plain (every quote in it is a letter), as quoted, or as
 * quoted without end at the end of the line.  What departs from RFC 4180
 * costs: each quote taken as a letter, each side with blanks around the
 * quotes, a missing end.  Repaired is only what has exactly one cheapest
 * reading with the number of cells expected.
 */
#ifndef CLEAN_REPAIR_H
#define CLEAN_REPAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;

/* cells has room for count texts; they live in the arena or in the line.
   False if there is no reading, or more than one. */
bool repair_line(struct arena *arena, struct text line, char delimiter,
                 size_t count, struct text *cells);

#endif
