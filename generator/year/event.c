#include "year/event.h"

#include "year/campaign.h"
#include "year/core.h"
#include "year/dated.h"

/* Ledgers that count by more than their columns say. */
static const struct counting {
    struct event (*event)(const struct year *year, const struct row *row);
    struct date (*entered_on)(const struct row *row); /* NULL: as they say */
} countings[LEDGER_COUNT] = {
    [LEDGER_problems] = {problem_event, problem_entered_on},
    [LEDGER_suggestions] = {suggestion_event, suggestion_entered_on},
    [LEDGER_reports] = {report_event, report_entered_on},
    [LEDGER_cadres] = {cadre_event, cadre_entered_on},
    [LEDGER_projects] = {project_event, project_entered_on},
    [LEDGER_evaluations] = {evaluation_event, NULL},
    [LEDGER_indicators] = {indicator_event, NULL},
};

/* What the newer full list of its unit leaves out is withdrawn, and was then
   if the unit had sent such a list by then. */
static bool
is_withdrawn(const struct year *year, enum ledger_id ledger,
             const struct row *row)
{
    if (!(row->flags & ROW_WITHDRAWN))
        return false;
    return !year->is_as_known[ledger] ||
           version_is_left_out_by(year->book, ledger, row, year->month);
}

bool
event_is_taken(const struct year *year, enum ledger_id ledger,
               const struct row *row)
{
    return !is_withdrawn(year, ledger, row) &&
           (year->is_as_known[ledger]
                ? version_is_newest_by(year->book, ledger, row, year->month)
                : row->state == ROW_ACCEPTED);
}

struct event
event_of(const struct year *year, enum ledger_id ledger, const struct row *row)
{
    if (!event_is_taken(year, ledger, row))
        return (struct event){.days = -1, .amount = 1};
    return countings[ledger].event ? countings[ledger].event(year, row)
                                   : dated_event(year, ledger, row);
}

struct date
row_entered_on(enum ledger_id ledger, const struct row *row)
{
    return countings[ledger].entered_on ? countings[ledger].entered_on(row)
                                        : dated_on(ledger, row);
}

struct date
row_closed_on(enum ledger_id ledger, const struct row *row)
{
    return ledger_is_core(ledger) ? core_closed_on(ledger, row)
                                  : (struct date){0};
}
