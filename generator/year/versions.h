/*
 * What was known when: the versions of a record by month folder.
 */
#ifndef YEAR_VERSIONS_H
#define YEAR_VERSIONS_H

#include <stdint.h>

#include "year/event.h"

struct versions {
    const struct book *book;
    enum ledger_id ledger;
    uint32_t *older; /* by row: index plus 1 of the version before, or 0 */
};

/* Of one of the core ledgers; free known.older. */
struct versions versions_new(const struct book *book, enum ledger_id ledger);

/* The version of the row that stood in the folders up to the month; NULL if
   none did.  Files outside month folders are newer than any. */
const struct row *versions_by(const struct versions *known,
                              const struct row *row, struct month month);

/* event_of for a version that has been superseded since. */
struct event versions_event(const struct year *year, enum ledger_id ledger,
                            const struct row *row);

#endif
