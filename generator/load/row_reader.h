/*
 * Fills a row from its record, cell by cell.
 */
#ifndef LOAD_ROW_READER_H
#define LOAD_ROW_READER_H

#include <stdbool.h>

struct row_reading;

/* What stays the same from row to row of an export; at->cells is made here. */
void row_reader_begin(struct row_reading *at);
void row_reader_end(struct row_reading *at);

/* Cleans every cell of at->record and fills at->row; all faults of a row are
   reported.  False when it must be set aside. */
bool row_reader_fill(struct row_reading *at);

#endif
