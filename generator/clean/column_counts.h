/*
 * How evenly a delimiter splits a content, and where its table begins.
 *
 * Most rows of a table have one number of cells.  Records with few filled
 * cells may stand above its header: a title, who reports and when.
 */
#ifndef CLEAN_COLUMN_COUNTS_H
#define CLEAN_COLUMN_COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Records are counted without blank lines. */
struct column_counts {
    size_t above;        /* records above the header */
    size_t header_cells; /* of its widest record; 0: none, or damaged */
    size_t titles;       /* of these, up to the last one filled */
    size_t gaps;         /* cells without title before that one */
    size_t records;      /* below the header */
    size_t even;         /* of these, with the usual number of cells … */
    size_t usual;        /* … which is this */
};

/* Looks at no more than the first so many records.  The header has so many
   records; without one nothing stands above. */
struct column_counts column_counts_of(struct text content, char delimiter,
                                      uint32_t header_records, size_t most);

/* Whether more than half of several rows have the usual number of cells. */
bool column_counts_are_agreed(const struct column_counts *found);

/* Whether all rows and the header, if there is one, have that number, and it
   is not 1. */
bool column_counts_are_perfect(const struct column_counts *found,
                               uint32_t header_records);

#endif
