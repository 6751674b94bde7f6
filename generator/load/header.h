/*
 * Which row of an export is its header, and which ledger that makes it.
 *
 * The first 20 records are looked at, split at each delimiter allowed, and
 * titles are matched exactly (ledger/column_titles.h). A row is a header when
 * it has two titles of one ledger, one of them of that ledger alone, or three,
 * or all that ledger requires; the row (and delimiter, and ledger) with every
 * required title wins, then the one with the most titles. The file's name only
 * decides between equals.
 */
#ifndef LOAD_HEADER_H
#define LOAD_HEADER_H

#include <stdbool.h>

#include "intake/records.h"

struct book;
struct input_file;
struct titles;

/* Fills what an export tells before its rows: ledger, delimiter, where each
   column stands, the notes above the header; *rows is where the rows begin.
   False, with a message, when the file must be set aside whole. */
bool header_read(struct book *book, struct input_file *export,
                 const struct titles *titles, struct mark *rows);

#endif
