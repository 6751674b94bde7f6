#include "year/event.h"

#include "ledger/campaign.h"
#include "year/campaign.h"
#include "year/core.h"

/* What a ledger's rows count as, and the day they enter on. */
static const struct counting {
    struct event (*event)(const struct year *year, const struct row *row);
    struct date (*entered_on)(const struct row *row);
} countings[LEDGER_COUNT] = {
    [LEDGER_problems] = {problem_event, problem_entered_on},
    [LEDGER_suggestions] = {suggestion_event, suggestion_entered_on},
    [LEDGER_reports] = {report_event, report_entered_on},
    [LEDGER_cadres] = {cadre_event, cadre_entered_on},
    [LEDGER_mentoring] = {mentoring_event, mentoring_entered_on},
    [LEDGER_projects] = {project_event, project_entered_on},
    [LEDGER_evaluations] = {evaluation_event, evaluation_entered_on},
    [LEDGER_outcomes] = {outcome_event, outcome_entered_on},
    [LEDGER_indicators] = {indicator_event, indicator_entered_on},
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

struct event
event_of(const struct year *year, enum ledger_id ledger, const struct row *row)
{
    bool is_taken =
        !is_withdrawn(year, ledger, row) &&
        (year->is_as_known[ledger]
             ? version_is_newest_by(year->book, ledger, row, year->month)
             : row->state == ROW_ACCEPTED);

    if (!is_taken)
        return (struct event){.days = -1, .amount = 1};
    return countings[ledger].event(year, row);
}

struct date
row_entered_on(enum ledger_id ledger, const struct row *row)
{
    return countings[ledger].entered_on(row);
}

struct date
row_closed_on(enum ledger_id ledger, const struct row *row)
{
    return ledger_is_core(ledger) ? core_closed_on(ledger, row)
                                  : (struct date){0};
}
