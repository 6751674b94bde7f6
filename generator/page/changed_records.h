/*
 * What happened to which records since the month before, unit by unit.
 */
#ifndef PAGE_CHANGED_RECORDS_H
#define PAGE_CHANGED_RECORDS_H

#include "ledger/ledgers.h"

struct report;
struct row;
struct text;
struct view;

/* LATE, CHANGED: sections {ID TITLE ROW {…} and where it is cut} of records
   that came late, and of those reopened, withdrawn, not seen.  BY_UNIT: what
   is new and what is done.  EDITED: old and new text of each cell. */
void changed_records_fill(const struct report *report, struct view *view);

/* A list LINK {FILE MARKDOWN_FILE ANCHOR}: where the record stands in the list
   of its ledger; empty when it counts no more. */
void link_record(const struct report *report, enum ledger_id ledger,
                 const struct row *row, struct view *view);

#endif
