/*
 * The supporting ledgers that count by more than a date: what each row counts
 * as, and the day it enters on.
 */
#ifndef YEAR_CAMPAIGN_H
#define YEAR_CAMPAIGN_H

#include "year/event.h"

bool cadre_is_on_roster(const struct row *row, struct date cutoff);

struct event cadre_event(const struct year *year, const struct row *row);
struct event project_event(const struct year *year, const struct row *row);
struct event evaluation_event(const struct year *year, const struct row *row);
struct event indicator_event(const struct year *year, const struct row *row);

struct date cadre_entered_on(const struct row *row);
struct date project_entered_on(const struct row *row);

#endif
