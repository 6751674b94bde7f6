/*
 * One row at one cutoff: what it counts as, and when that happened.
 */
#ifndef YEAR_EVENT_H
#define YEAR_EVENT_H

#include "year/year.h"

#define MARK(figure) (UINT64_C(1) << FIGURE_##figure)

struct event {
    uint64_t own_folder_marks; /* 0: the row does not count at the cutoff */
    struct date entered;
    struct date closed; /* when solved at the cutoff, else none */
    uint32_t unit;
    uint32_t category;
    int32_t days;         /* from entry to closing; -1 when not to be counted */
    int64_t amount;       /* what it adds to a sum of times; 1 for all others */
    int64_t invest, done; /* of projects, in millionths of 万元 */
};

struct event event_of(const struct year *year, enum ledger_id ledger,
                      const struct row *row);

/* The same for the supporting ledgers (year/campaign.c). */
struct event campaign_event(const struct year *year, enum ledger_id ledger,
                            const struct row *row);

/* The last day a date can mean: itself, or the last day of its month. */
struct date date_latest(struct date date);

/* Counted months from the start of the year: 0 is the first. */
int year_month_index(const struct year *year, struct date date);

/* Whether the date lies between the year's start and the cutoff. */
bool year_holds(const struct year *year, struct date date);

#endif
