/*
 * The fast way through a record, and the cells of the record being read.
 *
 * A sound record is split here; for every other one libcsv is asked
 * (intake/records.h).  Such a record may hold any bytes but: '"' only as the
 * first byte of a cell, as the last byte of a cell that begins with one, and
 * doubled between these two; CR and LF only as its end (LF, CR LF, or a lone
 * CR, each of which ends a record for libcsv too) and between these two,
 * where they are content as delimiters are.
 */
#ifndef INTAKE_RECORD_SPLIT_H
#define INTAKE_RECORD_SPLIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

enum { SPLIT_LINES_MOST = 200 }; /* of a record in a file */

/* Some cells of a record, by their index: from one to before another. */
struct some_cells {
    size_t from, end;
};

/* Zeroed to begin with but for the first three.  Cells point into the content,
   but for those in which two quotes became one: these stand in the store. */
struct record_split {
    struct text content;
    char delimiter;
    uint32_t lines_most; /* of one record */
    struct text *cells;
    size_t count, room;
    /* Of the record split last: its lines, and among which cells are those
       that hold line ends, and those with doubled quotes. */
    uint32_t lines;
    struct some_cells broken, doubled;
    char *store;
    size_t store_room;
};

void record_split_add(struct record_split *split, const char *bytes,
                      size_t length);

/* Makes the store so large. */
void record_split_reserve(struct record_split *split, size_t size);

/* Fills the cells with the record at the offset; *end is where its line end,
   or the end of the content, stands.  A blank line has no cells.  False if
   the record must go to libcsv. */
bool record_split_record(struct record_split *split, size_t offset,
                         size_t *end);

void record_split_clear(struct record_split *split);

#endif
