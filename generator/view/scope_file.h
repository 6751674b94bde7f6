/*
 * All that a unit or a field has, ledger by ledger: what is open, what was
 * done, what came to nothing.
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
   TITLE REF} names records that stand above.  CLAUSE {TEXT} says what matters
   most, if IS_SUMMED_UP; TIMELINE draws all of it (view/timeline.h). */
void scope_file_fill(const struct report *report, enum scope_kind scope,
                     uint32_t code, struct view *view);

/* A GROUP of records of others that the unit works on. */
void scope_shared_fill(const struct report *report, uint32_t code,
                       struct view *view);

#endif
