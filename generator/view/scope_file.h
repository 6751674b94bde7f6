/*
 * All that a unit, a field or a cadre has, ledger by ledger: what is open, what
 * was done, what came to nothing.
 */
#ifndef VIEW_SCOPE_FILE_H
#define VIEW_SCOPE_FILE_H

#include <stdint.h>

#include "view/places.h"

struct report;
struct view;

/* STAT {LABEL PART {TEXT LINK} WHOLE {TEXT LINK} SHARE}: what became of what
   entered, beside the district's share.  LEDGER {ID TITLE COUNT GROUP SUBSET}:
   a GROUP {ID TITLE COUNT RECORD CUT} of records for each state; SUBSET {ID
   TITLE REF} names records that stand above, and so does MONTH what a unit
   solved in it.  CLAUSE {TEXT} says what matters
   most, if IS_SUMMED_UP; TIMELINE draws all of it (view/timeline.h). */
void scope_file_fill(const struct report *report, enum scope_kind scope,
                     uint32_t code, struct view *view);

/* LEDGER and IS_LONG alone. */
void scope_ledgers_fill(const struct report *report, struct scope_key scope,
                        struct view *view);

/* The group its record stands in: open, solved, dropped; FIGURE_COUNT where
   none of those has it. */
enum figure_id scope_state(const struct report *report, enum ledger_id ledger,
                           const struct row *row);

/* A record of a GROUP: KEY NAME ENTERED, what became of it and when as STATE
   with its TONE, and where it stands in the list of the figure. */
void scope_record_fill(const struct report *report, enum figure_id figure,
                       const struct row *row, struct view *item);

/* A GROUP of records of others that the unit works on. */
void scope_shared_fill(const struct report *report, uint32_t code,
                       struct view *view);

#endif
