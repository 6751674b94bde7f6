/*
 * Problems, suggestions and reports at a cutoff: what a row counts as, and
 * the days it entered and was closed on.
 */
#ifndef YEAR_CORE_H
#define YEAR_CORE_H

#include "year/event.h"

bool ledger_is_core(enum ledger_id ledger);

struct event problem_event(const struct year *year, const struct row *row);
struct event suggestion_event(const struct year *year, const struct row *row);
struct event report_event(const struct year *year, const struct row *row);

struct date problem_entered_on(const struct row *row);
struct date suggestion_entered_on(const struct row *row);
struct date report_entered_on(const struct row *row);

/* As given, else the day it entered; none for any other status. */
struct date core_closed_on(enum ledger_id ledger, const struct row *row);

/* The same as it was known for the year's month: the event's day of closing,
   of a row that the year counts as closed. */
struct date core_known_closed_on(const struct year *year, enum ledger_id ledger,
                                 const struct row *row);

/* Whether the row says that it ended, on a day it gives behind the cutoff. */
bool core_ends_behind(enum ledger_id ledger, const struct row *row,
                      struct date cutoff);

/* The status by the marks of a year, a value of the ledger's own choice. */
uint8_t core_status_at(enum ledger_id ledger, const struct row *row,
                       uint64_t marks);

#endif
