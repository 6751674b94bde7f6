/*
 * Records as the page of changes tells them: in which order, by what they are
 * known, where they lead.
 */
#ifndef PAGE_TOLD_RECORDS_H
#define PAGE_TOLD_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/wording.h"
#include "ledger/ledgers.h"
#include "view/units.h"
#include "year/record_changes.h"

struct arena;
struct report;
struct view;

/* The page while it is filled. */
struct telling {
    const struct report *report;
    struct arena *arena;
    const struct unit_shown *units;
    size_t unit_count;
    size_t *places;              /* by unit code: its place among the units */
    size_t room;                 /* bytes, of each section */
    size_t shown[CHANGED_KINDS]; /* rows of the sections filled so far */
};

/* A record and its place on the page. */
struct told {
    const struct changed_record *record;
    int64_t rank; /* what comes first; of one rank by unit, then as read */
    size_t unit;  /* place among the units; behind the last: it has no page */
    size_t index;
};

/* All from the view's arena. */
struct telling told_begin(const struct report *report, struct view *view);

/* The records of a kind; rank may be NULL. */
struct told *
told_in_order(const struct telling *telling, enum changed kind,
              int64_t (*rank)(const struct telling *telling,
                              const struct changed_record *record));

/* How many rows a section may have, and the bytes of one. */
size_t told_most(const struct telling *telling);
size_t told_bytes(const struct view *view);

/* ID REF NAME UNIT UNIT_LINK LINK OWN: the id leads to the record's list, with
   the name beside it, or the name where there is no id, or the ledger's word.
   A record that no list has leads to itself.  UNIT is the day of records of
   ledgers without units. */
void told_fill(const struct telling *telling, const char *section,
               const struct told *told, struct view *view);
void told_fill_unit(const struct telling *telling, uint32_t code,
                    struct text name, struct view *view);

/* A list LINK {FILE MARKDOWN_FILE ANCHOR}: where the record stands in the list
   of its ledger; empty when it counts no more. */
void link_record(const struct report *report, enum ledger_id ledger,
                 const struct row *row, struct view *view);

/* REST {SHOWN CUT}: what a section says of the records it has no room for. */
void told_fill_cut(const struct telling *telling, size_t shown, size_t count,
                   struct view *view);

/* "10月6日提出", in the ledger's own word (提交时间 says 提交), and "10月9日办结",
   by what the row says it is. */
struct text told_entry(const struct telling *telling,
                       const struct changed_record *record);
struct text told_end(const struct telling *telling, enum wording wording,
                     enum ledger_id ledger, const struct row *row);

/* The ledger's word for its entry: 提出. */
struct text told_entry_word(enum ledger_id ledger);

/* "9月" */
struct text told_month(const struct report *report, struct month month,
                       struct arena *arena);

#endif
