/*
 * What is added up while year_new goes through the rows once: the cells of
 * the tables, and for the cohorts how long each record took.
 */
#ifndef YEAR_TALLY_H
#define YEAR_TALLY_H

#include "year/event.h"

struct tables_tally;
struct cohorts_tally;

struct tables_tally *tables_new(struct year *year);
void tables_add(struct tables_tally *tally, enum ledger_id ledger,
                const struct event *event);
void tables_finish(struct tables_tally *tally);

struct cohorts_tally *cohorts_new(struct year *year);
void cohorts_add(struct cohorts_tally *tally, enum ledger_id ledger,
                 const struct event *event);

/* Fills the cohorts, and the figures of days. */
void cohorts_finish(struct cohorts_tally *tally);

#endif
