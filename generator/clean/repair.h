/*
 * One damaged line, read again.
 *
 * A cell is read as plain (every quote in it is a letter), as quoted, or as
 * quoted without end at the end of the line.  What departs from RFC 4180
 * costs: each quote taken as a letter, each side with blanks around the
 * quotes, a missing end, a missing delimiter between text and a quoted cell.
 * Text and quotes are parted only where the quotes have a cause, a delimiter
 * between them, or in a header: elsewhere they may set off a word.
 */
#ifndef CLEAN_REPAIR_H
#define CLEAN_REPAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;

struct damaged_line {
    struct text line;
    char delimiter;
    size_t columns; /* cells expected */
    bool is_header;
};

/* How many cheapest readings there are: 0, 1, or 2 for more than one.  Of
   several that is taken which leaves more quotes letters.  cells has room for
   all columns; the texts live in the arena or in the line. */
size_t repair_line(struct arena *arena, const struct damaged_line *damaged,
                   struct text *cells);

/* A header may be split by another delimiter than its rows: by one of these. */
#define HEADER_DELIMITERS ";\t|,"

/* The one of these delimiters that gives as many titles as there are columns,
   none of them empty, or 0. */
char repair_header(struct arena *arena, const struct damaged_line *damaged,
                   const char *delimiters, struct text *cells);

#endif
