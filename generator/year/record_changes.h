/*
 * What is different from the month before, record by record.
 *
 * A record is compared with what was known of it then: its version in the
 * folders up to that month, as of that month's cutoff.  A ledger without any
 * file in those folders is compared by its dates alone.  One record may stand
 * under several headings.
 *
 * A running total is the total of the month before, with what happened this
 * month and what became known otherwise; so every such sum comes out even.
 *
 * Of ledgers other than the three core ones edits alone are told.
 */
#ifndef YEAR_RECORD_CHANGES_H
#define YEAR_RECORD_CHANGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "year/year.h"

struct redact;

enum changed {
    CHANGED_LATE,      /* entered or was done before this month, told since */
    CHANGED_NEW,       /* entered this month */
    CHANGED_SOLVED,    /* solved, adopted, converted this month */
    CHANGED_REOPENED,  /* was so then, is not now */
    CHANGED_WITHDRAWN, /* dropped since, or not in the unit's newer full list */
    CHANGED_UNSEEN,    /* not in the unit's newer file, and still counted */
    CHANGED_EDITED,    /* some column differs; of the supporting ledgers too */
    CHANGED_KINDS
};

struct changed_record {
    enum ledger_id ledger;
    const struct row *row;  /* as it is now */
    const struct row *then; /* as it was known; NULL if it was not */
    uint64_t columns;       /* of an edited record: one bit each */
    /* Told since the month before: that it entered, or was done, in an earlier
       month; that it was done in this one. */
    bool entered_late, done_late, done_now;
};

struct changed_list {
    struct changed_record *records; /* by ledger, then as read */
    size_t count, room;
};

/* base + events − reopened − withdrawn − corrected + late is the total. */
struct changed_sum {
    enum figure_id figure;
    int64_t base;      /* as it was known the month before */
    int64_t events;    /* of this month */
    int64_t reopened;  /* done then, not done now */
    int64_t withdrawn; /* counted then, not counted now or dropped */
    int64_t corrected; /* counted then, of another month now */
    int64_t late;      /* of an earlier month, not counted then */
    int64_t total;
};

enum { CHANGED_SUMS = 6 };

struct record_changes {
    bool is_first; /* there is no month before: nothing to compare with */
    struct changed_list lists[CHANGED_KINDS];
    struct changed_sum sums[CHANGED_SUMS]; /* none when is_first */
};

/* From before to now, two years of one book; before NULL when there is no
   month before.  Edited is what the edition shows otherwise, persons' columns
   of the public one apart.  All from the arena. */
struct record_changes record_changes_of(const struct year *now,
                                        const struct year *before,
                                        const struct redact *privacy,
                                        struct arena *arena);

/* Whether anything changed at all. */
bool record_changes_any(const struct record_changes *changes);

/* The sum of a running total; NULL when it needs none: it is the total of the
   month before with what happened this month, and nothing else. */
const struct changed_sum *
record_changes_sum(const struct record_changes *changes, enum figure_id figure);

#endif
