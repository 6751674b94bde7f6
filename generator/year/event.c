/*
 * Problems, suggestions and reports at a cutoff.  The three ledgers are one
 * thing: a record enters, and may reach its aim on a later day; what differs
 * is the names of the figures.
 */
#include "year/event.h"

#include "ledger/campaign.h"
#include "ledger/problems.h"
#include "ledger/reports.h"
#include "ledger/suggestions.h"

/* The members the three have in common, whatever their names. */
struct core {
    struct date entered, due, closed;
    uint32_t unit, category;
    uint8_t status;
};

static struct core
core_of(enum ledger_id ledger, const struct row *row)
{
    if (ledger == LEDGER_problems) {
        const struct problem *it = (const struct problem *)row;
        return (struct core){it->raised_on,     it->due_on,
                             it->closed_on,     it->unit.code,
                             it->category.code, it->status.value};
    }
    if (ledger == LEDGER_suggestions) {
        const struct suggestion *it = (const struct suggestion *)row;
        return (struct core){it->submitted_on,  {0},
                             it->adopted_on,    it->unit.code,
                             it->category.code, it->status.value};
    }
    const struct research_report *it = (const struct research_report *)row;
    return (struct core){it->submitted_on,  {0},
                         it->converted_on,  it->unit.code,
                         it->category.code, it->status.value};
}

static bool
same_month(struct date date, struct month month)
{
    return month_of(date).number == month.number;
}

/* All three call the status that closes 1 (ledger headers). */
_Static_assert(PROBLEM_SOLVED == 1 && SUGGESTION_ADOPTED == 1 &&
                   REPORT_CONVERTED == 1,
               "the closing status is the first of each ledger");
enum { STATUS_CLOSED = 1 };

static struct date
closed_of(const struct core *core)
{
    if (core->status != STATUS_CLOSED)
        return (struct date){0};
    return date_is_given(core->closed) ? core->closed : core->entered;
}

/* Calendar days, when both are known to the day and neither is inferred. */
static int32_t
days_of(const struct core *core, const struct row *row)
{
    if (!date_has_day(core->entered) || !date_has_day(core->closed))
        return -1;
    if (row->flags & ROW_CLOSED_ASSUMED)
        return -1;
    return date_days(core->closed) - date_days(core->entered);
}

static uint64_t
open_marks(const struct year *year, const struct core *core)
{
    uint64_t own_folder_marks = MARK(PROBLEMS_OPEN);
    int32_t left;

    if (!date_is_given(core->due))
        return own_folder_marks;
    left = date_days(date_latest(core->due)) - date_days(year->cutoff);
    if (left < 0)
        own_folder_marks |= MARK(PROBLEMS_OVERDUE);
    else if (left <= 7)
        own_folder_marks |= MARK(PROBLEMS_DUE_SOON);
    return own_folder_marks;
}

static uint64_t
problem_marks(const struct year *year, const struct core *core,
              const struct event *event)
{
    struct month previous = {year->month.number - 1};
    uint64_t own_folder_marks = MARK(PROBLEMS_RAISED);

    if (same_month(core->entered, year->month))
        own_folder_marks |= MARK(PROBLEMS_RAISED_MONTH);
    if (same_month(core->entered, previous))
        own_folder_marks |= MARK(PROBLEMS_RAISED_PREVIOUS);
    if (core->status == PROBLEM_DROPPED &&
        (!date_is_given(core->closed) ||
         date_is_by(core->closed, year->cutoff)))
        return own_folder_marks | MARK(PROBLEMS_DROPPED);
    if (!date_is_given(event->closed))
        return own_folder_marks | open_marks(year, core);
    own_folder_marks |= MARK(PROBLEMS_SOLVED);
    if (same_month(event->closed, year->month))
        own_folder_marks |= MARK(PROBLEMS_SOLVED_MONTH);
    if (same_month(event->closed, previous))
        own_folder_marks |= MARK(PROBLEMS_SOLVED_PREVIOUS);
    if (event->days >= 0)
        own_folder_marks |= MARK(PROBLEMS_DAYS_MEDIAN);
    return own_folder_marks;
}

static uint64_t
suggestion_marks(const struct year *year, const struct core *core,
                 const struct event *event)
{
    uint64_t own_folder_marks = MARK(SUGGESTIONS_SUBMITTED);

    if (same_month(core->entered, year->month))
        own_folder_marks |= MARK(SUGGESTIONS_SUBMITTED_MONTH);
    if (core->status == SUGGESTION_NOT_ADOPTED)
        return own_folder_marks | MARK(SUGGESTIONS_NOT_ADOPTED);
    if (!date_is_given(event->closed))
        return own_folder_marks | MARK(SUGGESTIONS_REVIEWING);
    own_folder_marks |= MARK(SUGGESTIONS_ADOPTED);
    if (same_month(event->closed, year->month))
        own_folder_marks |= MARK(SUGGESTIONS_ADOPTED_MONTH);
    if (event->days >= 0)
        own_folder_marks |= MARK(SUGGESTIONS_DAYS_MEDIAN);
    return own_folder_marks;
}

static uint64_t
report_marks(const struct year *year, const struct core *core,
             const struct event *event)
{
    uint64_t own_folder_marks = MARK(REPORTS_SUBMITTED);

    if (same_month(core->entered, year->month))
        own_folder_marks |= MARK(REPORTS_SUBMITTED_MONTH);
    if (core->status == REPORT_NOT_CONVERTED)
        return own_folder_marks | MARK(REPORTS_NOT_CONVERTED);
    if (!date_is_given(event->closed))
        return own_folder_marks | MARK(REPORTS_CONVERTING);
    own_folder_marks |= MARK(REPORTS_CONVERTED);
    if (same_month(event->closed, year->month))
        own_folder_marks |= MARK(REPORTS_CONVERTED_MONTH);
    if (event->days >= 0)
        own_folder_marks |= MARK(REPORTS_DAYS_MEDIAN);
    return own_folder_marks;
}

static bool
is_core(enum ledger_id ledger)
{
    return ledger == LEDGER_problems || ledger == LEDGER_suggestions ||
           ledger == LEDGER_reports;
}

struct date
date_latest(struct date date)
{
    return date_is_given(date) && !date_has_day(date)
               ? month_last_day(month_of(date))
               : date;
}

int
year_month_index(const struct year *year, struct date date)
{
    return month_of(date).number - year->start.number;
}

bool
year_holds(const struct year *year, struct date date)
{
    return date_is_by(date, year->cutoff) && year_month_index(year, date) >= 0;
}

struct event
event_of(const struct year *year, enum ledger_id ledger, const struct row *row)
{
    struct event event = {.days = -1, .amount = 1};
    struct core core;

    if (!row_counts_in(row))
        return event;
    if (!is_core(ledger))
        return campaign_event(year, ledger, row);
    core = core_of(ledger, row);
    if (!year_holds(year, core.entered))
        return event;
    event.entered = core.entered;
    event.unit = core.unit;
    event.category = core.category;
    event.closed = closed_of(&core);
    if (!date_is_by(event.closed, year->cutoff))
        event.closed = (struct date){0};
    if (date_is_given(event.closed))
        event.days = days_of(&core, row);
    event.own_folder_marks =
        ledger == LEDGER_problems      ? problem_marks(year, &core, &event)
        : ledger == LEDGER_suggestions ? suggestion_marks(year, &core, &event)
                                       : report_marks(year, &core, &event);
    return event;
}

struct date
row_closed_on(enum ledger_id ledger, const struct row *row)
{
    struct core core;

    if (!is_core(ledger))
        return (struct date){0};
    core = core_of(ledger, row);
    return closed_of(&core);
}

static struct date
date_of_month(struct month month)
{
    struct date date = {0};

    if (month.number != 0)
        date_make(month_year(month), month_in_year(month), 0, &date);
    return date;
}

/* By the ledger's own column of entry, a day or a month. */
static struct date
entered_by_column(const struct ledger_type *type, const struct row *row)
{
    int index = column_index(type, type->entered_key);

    if (index < 0)
        return (struct date){0};
    return type->columns[index].kind == KIND_MONTH
               ? date_of_month(*row_month(&type->columns[index], row))
               : *row_date(&type->columns[index], row);
}

struct date
row_entered_on(enum ledger_id ledger, const struct row *row)
{
    const struct project *project = (const struct project *)row;

    if (is_core(ledger))
        return core_of(ledger, row).entered;
    if (ledger == LEDGER_cadres)
        return ((const struct cadre *)row)->start_on;
    if (ledger == LEDGER_projects && !date_is_given(project->signed_on))
        return project->started_on;
    return entered_by_column(ledgers[ledger], row);
}
