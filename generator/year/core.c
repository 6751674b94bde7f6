/*
 * The three ledgers are one thing: a record enters, and may reach its aim, or
 * be turned down, on a later day; what differs is the names of the figures.
 *
 * What a record has a day for is taken from today's rows.  What has no day of
 * its own (turned down, taken up again, a due day) is taken as it was known
 * for the month: a later export is no correction of an earlier month.
 */
#include "year/core.h"

#include "ledger/problems.h"
#include "ledger/reports.h"
#include "ledger/suggestions.h"
#include "year/span.h"

/* The members the three have in common, whatever their names. */
struct core {
    struct date entered, due, closed;
    uint32_t unit, category;
    uint8_t status, refused; /* refused: the status that says so */
};

static struct core
core_of(enum ledger_id ledger, const struct row *row)
{
    if (ledger == LEDGER_problems) {
        const struct problem *it = (const struct problem *)row;
        return (struct core){
            it->raised_on,     it->due_on,       it->closed_on,  it->unit.code,
            it->category.code, it->status.value, PROBLEM_DROPPED};
    }
    if (ledger == LEDGER_suggestions) {
        const struct suggestion *it = (const struct suggestion *)row;
        return (struct core){it->submitted_on,      {0},
                             it->adopted_on,        it->unit.code,
                             it->category.code,     it->status.value,
                             SUGGESTION_NOT_ADOPTED};
    }
    const struct research_report *it = (const struct research_report *)row;
    return (struct core){it->submitted_on,    {0},
                         it->converted_on,    it->unit.code,
                         it->category.code,   it->status.value,
                         REPORT_NOT_CONVERTED};
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

static bool
is_refused_by(const struct core *core, struct date cutoff)
{
    return core->status == core->refused &&
           (!date_is_given(core->closed) || date_is_by(core->closed, cutoff));
}

/* A day says when it was closed or turned down. */
static bool
has_ended(const struct core *core)
{
    return core->status == STATUS_CLOSED ||
           (core->status == core->refused && date_is_given(core->closed));
}

/* A core with its undated things as they were known for the year's month. */
static struct core
core_known(const struct year *year, enum ledger_id ledger,
           const struct row *row)
{
    const struct row *version =
        versions_for(&year->versions[ledger], row, year->month);
    struct core core = core_of(ledger, row), known;

    if (year->is_as_known[ledger] || version == row)
        return core;
    known = core_of(ledger, version);
    core.due = known.due;
    if (has_ended(&core) &&
        (known.status != known.refused || date_is_given(known.closed) ||
         date_is_by(core.closed, year->cutoff)))
        return core;
    core.status = known.status;
    core.closed = known.closed;
    return core;
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

/* From before the year, and not done before it; what was turned down without
   a day is not. */
static bool
is_carried(const struct year *year, const struct core *core)
{
    struct date ended = core->status == STATUS_CLOSED   ? closed_of(core)
                        : core->status == core->refused ? core->closed
                                                        : year->cutoff;

    return date_is_given(core->entered) && date_is_given(ended) &&
           year_month_index(year, core->entered) < 0 &&
           year_month_index(year, ended) >= 0;
}

/* All but the marks; entered is not given when the row does not count. */
static struct event
event_of_core(const struct year *year, const struct core *core,
              const struct row *row)
{
    struct event event = {.days = -1, .amount = 1};

    event.is_carried = is_carried(year, core);
    if (!event.is_carried && !year_holds(year, core->entered))
        return event;
    event.entered = core->entered;
    event.unit = core->unit;
    event.category = core->category;
    event.closed = closed_of(core);
    if (!date_is_by(event.closed, year->cutoff))
        event.closed = (struct date){0};
    if (date_is_given(event.closed))
        event.days = days_of(core, row);
    return event;
}

static uint64_t
open_marks(const struct year *year, const struct core *core)
{
    uint64_t marks = MARK(PROBLEMS_OPEN);
    int32_t left;

    if (!date_is_given(core->due))
        return marks;
    left = date_days(date_latest(core->due)) - date_days(year->cutoff);
    if (left < 0)
        marks |= MARK(PROBLEMS_OVERDUE);
    else if (left <= 7)
        marks |= MARK(PROBLEMS_DUE_SOON);
    return marks;
}

static uint64_t
problem_marks(const struct year *year, const struct core *core,
              const struct event *event)
{
    struct month previous = month_moved(year->month, -1);
    uint64_t marks =
        event->is_carried ? MARK(PROBLEMS_CARRIED) : MARK(PROBLEMS_RAISED);

    if (!event->is_carried && date_is_in(core->entered, year->month))
        marks |= MARK(PROBLEMS_RAISED_MONTH);
    if (!event->is_carried && date_is_in(core->entered, previous))
        marks |= MARK(PROBLEMS_RAISED_PREVIOUS);
    if (is_refused_by(core, year->cutoff))
        return marks | MARK(PROBLEMS_DROPPED);
    if (!date_is_given(event->closed))
        return marks | open_marks(year, core);
    marks |= MARK(PROBLEMS_SOLVED);
    if (date_is_in(event->closed, year->month))
        marks |= MARK(PROBLEMS_SOLVED_MONTH);
    if (date_is_in(event->closed, previous))
        marks |= MARK(PROBLEMS_SOLVED_PREVIOUS);
    if (event->days >= 0)
        marks |= MARK(PROBLEMS_DAYS_MEDIAN);
    return marks;
}

static uint64_t
suggestion_marks(const struct year *year, const struct core *core,
                 const struct event *event)
{
    uint64_t marks = event->is_carried ? MARK(SUGGESTIONS_CARRIED)
                                       : MARK(SUGGESTIONS_SUBMITTED);

    if (date_is_in(core->entered, year->month))
        marks |= MARK(SUGGESTIONS_SUBMITTED_MONTH);
    if (is_refused_by(core, year->cutoff))
        return marks | MARK(SUGGESTIONS_NOT_ADOPTED);
    if (!date_is_given(event->closed))
        return marks | MARK(SUGGESTIONS_REVIEWING);
    marks |= MARK(SUGGESTIONS_ADOPTED);
    if (date_is_in(event->closed, year->month))
        marks |= MARK(SUGGESTIONS_ADOPTED_MONTH);
    if (event->days >= 0)
        marks |= MARK(SUGGESTIONS_DAYS_MEDIAN);
    return marks;
}

static uint64_t
report_marks(const struct year *year, const struct core *core,
             const struct event *event)
{
    uint64_t marks =
        event->is_carried ? MARK(REPORTS_CARRIED) : MARK(REPORTS_SUBMITTED);

    if (date_is_in(core->entered, year->month))
        marks |= MARK(REPORTS_SUBMITTED_MONTH);
    if (is_refused_by(core, year->cutoff))
        return marks | MARK(REPORTS_NOT_CONVERTED);
    if (!date_is_given(event->closed))
        return marks | MARK(REPORTS_CONVERTING);
    marks |= MARK(REPORTS_CONVERTED);
    if (date_is_in(event->closed, year->month))
        marks |= MARK(REPORTS_CONVERTED_MONTH);
    if (event->days >= 0)
        marks |= MARK(REPORTS_DAYS_MEDIAN);
    return marks;
}

bool
ledger_is_core(enum ledger_id ledger)
{
    return ledger == LEDGER_problems || ledger == LEDGER_suggestions ||
           ledger == LEDGER_reports;
}

struct event
problem_event(const struct year *year, const struct row *row)
{
    struct core core = core_known(year, LEDGER_problems, row);
    struct event event = event_of_core(year, &core, row);

    if (date_is_given(event.entered))
        event.marks = problem_marks(year, &core, &event);
    return event;
}

struct event
suggestion_event(const struct year *year, const struct row *row)
{
    struct core core = core_known(year, LEDGER_suggestions, row);
    struct event event = event_of_core(year, &core, row);

    if (date_is_given(event.entered))
        event.marks = suggestion_marks(year, &core, &event);
    return event;
}

struct event
report_event(const struct year *year, const struct row *row)
{
    struct core core = core_known(year, LEDGER_reports, row);
    struct event event = event_of_core(year, &core, row);

    if (date_is_given(event.entered))
        event.marks = report_marks(year, &core, &event);
    return event;
}

struct date
problem_entered_on(const struct row *row)
{
    return ((const struct problem *)row)->raised_on;
}

struct date
suggestion_entered_on(const struct row *row)
{
    return ((const struct suggestion *)row)->submitted_on;
}

struct date
report_entered_on(const struct row *row)
{
    return ((const struct research_report *)row)->submitted_on;
}

struct date
core_closed_on(enum ledger_id ledger, const struct row *row)
{
    struct core core = core_of(ledger, row);

    return closed_of(&core);
}

struct date
core_known_closed_on(const struct year *year, enum ledger_id ledger,
                     const struct row *row)
{
    struct core core = core_known(year, ledger, row);

    return closed_of(&core);
}

bool
core_ends_behind(enum ledger_id ledger, const struct row *row,
                 struct date cutoff)
{
    struct core core = core_of(ledger, row);

    return has_ended(&core) && date_is_given(core.closed) &&
           !date_is_by(core.closed, cutoff);
}

/* All three call the status that waits 2. */
_Static_assert(PROBLEM_OPEN == 2 && SUGGESTION_REVIEWING == 2 &&
                   REPORT_CONVERTING == 2,
               "the waiting status is the second of each ledger");
enum { STATUS_WAITING = 2 };

uint8_t
core_status_at(enum ledger_id ledger, const struct row *row, uint64_t marks)
{
    static const uint64_t closed[LEDGER_COUNT] = {
        [LEDGER_problems] = MARK(PROBLEMS_SOLVED),
        [LEDGER_suggestions] = MARK(SUGGESTIONS_ADOPTED),
        [LEDGER_reports] = MARK(REPORTS_CONVERTED),
    };
    static const uint64_t refused[LEDGER_COUNT] = {
        [LEDGER_problems] = MARK(PROBLEMS_DROPPED),
        [LEDGER_suggestions] = MARK(SUGGESTIONS_NOT_ADOPTED),
        [LEDGER_reports] = MARK(REPORTS_NOT_CONVERTED),
    };
    struct core core = core_of(ledger, row);

    if (marks & closed[ledger])
        return STATUS_CLOSED;
    if (marks & refused[ledger])
        return core.refused;
    return core.status == STATUS_CLOSED || core.status == core.refused
               ? STATUS_WAITING
               : core.status;
}
