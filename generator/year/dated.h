/*
 * A record that counts by what its columns say: on the day of the ledger's
 * entered_key, for the unit of its unit_key, in the figures of its ledger, or
 * in those of its choice where the ledger has a counted_by_key.
 */
#ifndef YEAR_DATED_H
#define YEAR_DATED_H

#include "year/event.h"

struct event dated_event(const struct year *year, enum ledger_id ledger,
                         const struct row *row);

/* A month without day is its first; none when the ledger has no such column. */
struct date dated_on(enum ledger_id ledger, const struct row *row);

#endif
