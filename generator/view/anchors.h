/*
 * What a record is called in an address: its id where that can stand there and
 * is its alone, "r-17" else.
 */
#ifndef VIEW_ANCHORS_H
#define VIEW_ANCHORS_H

#include "ledger/ledgers.h"

struct anchors;
struct arena;
struct report;
struct row;

/* For the rows that count; freed by the caller.  The report is borrowed. */
struct anchors *anchors_new(const struct report *report);
void anchors_free(struct anchors *anchors);

/* Where the record stands in any list of the month. */
struct text list_anchor(const struct report *report, enum ledger_id ledger,
                        const struct row *row, struct arena *arena);

#endif
