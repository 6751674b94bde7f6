#include "year/campaign.h"

#include "ledger/campaign.h"
#include "year/dated.h"
#include "year/span.h"

/* A month without day is reached from its first day, and left after its last:
   an end given to the month keeps the cadre for all of it. */
bool
cadre_is_on_roster(const struct row *row, struct date cutoff)
{
    const struct cadre *cadre = (const struct cadre *)row;

    return (!date_is_given(cadre->start_on) ||
            date_is_by(cadre->start_on, cutoff)) &&
           (!date_is_given(cadre->end_on) ||
            date_compare(date_latest(cadre->end_on), cutoff) >= 0);
}

static uint64_t
cadre_marks(const struct year *year, const struct cadre *cadre, bool is_active)
{
    static const uint64_t tracks[] = {
        [TRACK_PROJECT] = MARK(CADRES_TRACK_PROJECT),
        [TRACK_ENTERPRISE] = MARK(CADRES_TRACK_ENTERPRISE),
        [TRACK_GRASSROOTS] = MARK(CADRES_TRACK_GRASSROOTS),
    };
    uint64_t marks = MARK(CADRES_TOTAL);

    if (!cadre_is_on_roster(&cadre->row, year->cutoff))
        return 0;
    if (cadre->track.value <= TRACK_GRASSROOTS)
        marks |= tracks[cadre->track.value];
    return is_active ? marks | MARK(CADRES_ACTIVE) : marks;
}

/* Work is not begun on what is not agreed upon: a project begun without a
   signing day, or before it, counts as signed on the day it was begun. */
static struct date
signed_on(const struct project *project)
{
    bool is_begun_first = date_is_given(project->started_on) &&
                          (!date_is_given(project->signed_on) ||
                           date_compare(date_latest(project->started_on),
                                        project->signed_on) < 0);

    return is_begun_first ? project->started_on : project->signed_on;
}

static uint64_t
project_marks(const struct year *year, const struct project *project,
              bool is_accelerated)
{
    uint64_t marks = 0;

    if (date_is_by(signed_on(project), year->cutoff)) {
        marks |= MARK(PROJECTS_SIGNED);
        if (is_accelerated)
            marks |= MARK(PROJECTS_ACCELERATED);
    }
    if (date_is_by(project->started_on, year->cutoff))
        marks |= MARK(PROJECTS_STARTED);
    return marks;
}

static bool
is_chosen(const struct year *year, enum ledger_id ledger, const struct row *row)
{
    const struct ledger *held = &year->book->ledgers[ledger];
    size_t index;

    if (!year->chosen[ledger])
        return false;
    index = (size_t)((const char *)row - held->rows) / held->type->row_size;
    return year->chosen[ledger][index] != 0;
}

struct event
cadre_event(const struct year *year, const struct row *row)
{
    const struct cadre *cadre = (const struct cadre *)row;
    struct event event = {.days = -1, .amount = 1};

    event.entered = cadre->start_on;
    event.unit = cadre->unit.code;
    event.marks = cadre_marks(year, cadre, is_chosen(year, LEDGER_cadres, row));
    return event;
}

struct event
project_event(const struct year *year, const struct row *row)
{
    const struct project *project = (const struct project *)row;
    const struct project *known =
        (const struct project *)(year->is_as_known[LEDGER_projects]
                                     ? row
                                     : versions_for(
                                           &year->versions[LEDGER_projects],
                                           row, year->month));
    struct event event = {.days = -1, .amount = 1};

    event.entered = signed_on(project);
    if (date_is_by(project->started_on, year->cutoff))
        event.closed = project->started_on;
    event.unit = project->unit.code;
    event.category = project->category.code;
    event.marks = project_marks(year, project, known->accelerated.value == 1);
    event.invest = known->invest_wan.wan.millionths;
    event.done = known->done_wan.wan.millionths;
    return event;
}

struct event
evaluation_event(const struct year *year, const struct row *row)
{
    struct event event = dated_event(year, LEDGER_evaluations, row);

    if (!is_chosen(year, LEDGER_evaluations, row))
        event.marks = 0;
    return event;
}

struct event
indicator_event(const struct year *year, const struct row *row)
{
    struct event event = dated_event(year, LEDGER_indicators, row);

    event.is_listed =
        row_counts_in(row) && date_is_by(event.entered, year->cutoff);
    return event;
}

struct date
cadre_entered_on(const struct row *row)
{
    return ((const struct cadre *)row)->start_on;
}

struct date
project_entered_on(const struct row *row)
{
    return signed_on((const struct project *)row);
}
