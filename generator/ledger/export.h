/*
 * Reads the rows of one export into its ledger.
 *
 * Every record below the header is a row, or is listed as skipped
 * (ledger/skips.h).  A row that breaks a rule is reported and set aside; the
 * others are appended to the ledger in the order of the file.  What only all
 * the files together can tell (which row wins, since when a matter without
 * a closing day counts) is settled later, in ledger/identity.h.
 */
#ifndef LEDGER_EXPORT_H
#define LEDGER_EXPORT_H

#include <stddef.h>

struct book;
struct mark;

void export_read(struct book *book, size_t export_index, struct mark rows);

#endif
