/*
 * A row of a sheet as nearly every program writes it: cells with a number or
 * a plain text, nothing between them, no comment or formula.
 *
 * Sheets are large, and reading XML in all its generality takes three times
 * what the rest of the reading does.  What is told of a plain row is what
 * base/xml.h would tell of it; any other row is left to it.
 */
#ifndef INTAKE_PLAIN_ROW_H
#define INTAKE_PLAIN_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* The attributes that say something of a row or a cell; NULL bytes where one
   is not there. */
struct plain_marks {
    struct text r, s, t, hidden;
};

struct plain_cell {
    struct plain_marks marks;
    struct text value; /* NULL bytes where the cell has none */
    bool is_coded;     /* characters in it are written as references */
};

/* Zeroed to begin with, and used for one row after the other; cells are to be
   freed.  The texts are in the bytes of the row. */
struct plain_row {
    struct plain_marks marks;
    struct plain_cell *cells;
    size_t count, room;
};

/* The bytes from "<row" to "</row>".  False, and they are as they were, if
   that is not a plain row; else references in them have been undone. */
bool plain_row_read(char *bytes, size_t length, struct plain_row *row);

/* The same of a shared string, from "<si" to "</si>": one text, or runs that
   look different. */
bool plain_string_read(char *bytes, size_t length, struct text *text);

#endif
