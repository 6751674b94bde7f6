/*
 * A row of a sheet as nearly every program writes it: cells with a number or
 * a plain text, nothing between them, no reference, comment or formula.
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

/* Who is told; attributes as base/xml.h has them.  A false ends it. */
struct plain_row_reader {
    bool (*row)(void *data, const char **attributes);
    /* The value's bytes are NULL where the cell has none. */
    bool (*cell)(void *data, const char **attributes, struct text value);
    void *data;
};

/* The bytes from "<row" to "</row>".  False, and nobody was told anything, if
   that is not a plain row; else they have been changed. */
bool plain_row_read(char *bytes, size_t length,
                    const struct plain_row_reader *reader);

/* The same of a shared string, from "<si" to "</si>", which is one text. */
bool plain_string_read(char *bytes, size_t length, struct text *text);

#endif
