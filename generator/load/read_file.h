/*
 * Reads the rows of one export into its ledger.
 *
 * Every record below the header is a row, or is listed as skipped
 * (load/row_kind.h).  A header in other words that comes again is such a row;
 * one in another order ends what can be read, and what follows is set aside.
 * A row that breaks a rule is reported and set aside; the
 * others are appended to the ledger in the order of the file.  What only all
 * the files together can tell (which row wins, since when a matter without
 * a closing day counts) is settled later, in load/same_matter.h.
 */
#ifndef LOAD_READ_FILE_H
#define LOAD_READ_FILE_H

#include <stddef.h>

struct book;
struct mark;
struct titles;

void read_file_rows(struct book *book, size_t file_index,
                    const struct titles *titles, struct mark rows);

#endif
