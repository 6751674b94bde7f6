/*
 * One row at one cutoff: what it counts as, and when that happened.
 */
#ifndef YEAR_EVENT_H
#define YEAR_EVENT_H

#include "year/year.h"

struct event {
    uint64_t marks; /* 0: the row does not count at the cutoff */
    struct date entered;
    struct date closed; /* when solved, of projects begun, at the cutoff, else
                           none */
    uint32_t unit;
    uint32_t category;
    bool is_listed;  /* counts, though no figure of figures.def counts it */
    bool is_carried; /* of a core ledger, from before the year */
    int32_t days;         /* from entry to closing; -1 when not to be counted */
    int64_t amount;       /* what it adds to a sum of times; 1 for all others */
    int64_t invest, done; /* of projects, in millionths of 万元 */
};

/* Whether the row is what the year knows of its matter: today's, or that of
   the folders up to the month. */
bool event_is_taken(const struct year *year, enum ledger_id ledger,
                    const struct row *row);

struct event event_of(const struct year *year, enum ledger_id ledger,
                      const struct row *row);

/* The day (or month) a record entered: raised, submitted, held, signed (a
   project never signed: started), scored, decided.  A cadre's start. */
struct date row_entered_on(enum ledger_id ledger, const struct row *row);

/* The day a problem was solved, a suggestion adopted, a report converted: as
   given, else the day it entered; none for any other status or ledger. */
struct date row_closed_on(enum ledger_id ledger, const struct row *row);

#endif
