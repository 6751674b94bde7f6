/*
 * What is different from the month before, record by record.
 *
 * A record is compared with what was known of it then: its version in the
 * folders up to that month, as of that month's cutoff.  A ledger without any
 * file in those folders is compared by its dates alone.  One record may stand
 * under several headings; a column is called edited only when no other
 * heading says why it changed.
 */
#ifndef YEAR_RECORD_CHANGES_H
#define YEAR_RECORD_CHANGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "year/year.h"

enum changed {
    CHANGED_NEW,       /* counts now, did not then */
    CHANGED_SOLVED,    /* solved, adopted, converted since */
    CHANGED_REOPENED,  /* was so then, is not now */
    CHANGED_WITHDRAWN, /* dropped since, or not in the unit's newer file */
    CHANGED_MOVED,     /* has another lead unit */
    CHANGED_EDITED,    /* some other column differs */
    CHANGED_KINDS
};

struct changed_record {
    enum ledger_id ledger;
    const struct row *row;  /* as it is now */
    const struct row *then; /* as it was known; NULL if it was not */
    uint64_t columns;       /* of an edited record: one bit each */
};

struct changed_list {
    struct changed_record *records; /* by ledger, then as read */
    size_t count, room;
};

struct record_changes {
    bool is_first; /* there is no month before: nothing to compare with */
    struct changed_list lists[CHANGED_KINDS];
};

/* From before to now, two years of one book; before NULL when there is no
   month before.  All from the arena. */
struct record_changes record_changes_of(const struct year *now,
                                        const struct year *before,
                                        struct arena *arena);

/* Whether anything changed at all. */
bool record_changes_any(const struct record_changes *changes);

#endif
