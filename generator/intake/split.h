/*
 * The fast way through a line, and the cells of the record being read.
 *
 * A line that stands at the start of a record and is one whole record is
 * split here; for every other line libcsv is asked (intake/records.h).  Such
 * a line may hold any bytes but: CR and LF only as its end (LF, CR LF, or a
 * lone CR, each of which ends a record for libcsv too); '"' only as the first
 * byte of a cell, as the last byte of a cell that begins with one, and
 * doubled between these two.  Delimiters between these two are content.
 */
#ifndef INTAKE_SPLIT_H
#define INTAKE_SPLIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* Zeroed to begin with.  Cells point into the content, but for those in which
   two quotes became one: these stand in the store. */
struct split {
    struct text content;
    char delimiter;
    struct text *cells;
    size_t count, room;
    char *store;
    size_t store_room;
};

void split_add(struct split *split, const char *bytes, size_t length);

/* Makes the store so large. */
void split_reserve(struct split *split, size_t size);

/* Fills the cells with the line at the offset; *end is where its line end,
   or the end of the content, stands.  A blank line has no cells.  False if
   the line must go to libcsv. */
bool split_line(struct split *split, size_t offset, size_t *end);

void split_clear(struct split *split);

#endif
