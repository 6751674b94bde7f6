/*
 * The supporting ledgers at a cutoff: what each row counts as.
 */
#include "ledger/campaign.h"

#include "year/event.h"

enum { MILLION = 1000000 };

/* A month without day is reached from its first day, and left after its last:
   an end given to the month keeps the cadre for all of it. */
static uint64_t
cadre_marks(const struct year *year, const struct cadre *cadre, bool is_active)
{
    static const uint64_t tracks[] = {
        [TRACK_PROJECT] = MARK(CADRES_TRACK_PROJECT),
        [TRACK_ENTERPRISE] = MARK(CADRES_TRACK_ENTERPRISE),
        [TRACK_GRASSROOTS] = MARK(CADRES_TRACK_GRASSROOTS),
    };
    uint64_t own_folder_marks = MARK(CADRES_TOTAL);

    if (date_is_given(cadre->start_on) &&
        !date_is_by(cadre->start_on, year->cutoff))
        return 0;
    if (date_is_given(cadre->end_on) &&
        date_compare(date_latest(cadre->end_on), year->cutoff) < 0)
        return 0;
    if (cadre->track.value <= TRACK_GRASSROOTS)
        own_folder_marks |= tracks[cadre->track.value];
    return is_active ? own_folder_marks | MARK(CADRES_ACTIVE)
                     : own_folder_marks;
}

static uint64_t
mentoring_marks(const struct mentoring *mentoring)
{
    switch (mentoring->kind.value) {
    case MENTORING_ONE_TO_ONE:
        return MARK(MENTORING_ONE_TO_ONE);
    case MENTORING_SYMPOSIUM:
        return MARK(MENTORING_SYMPOSIA);
    case MENTORING_STUDY:
        return MARK(MENTORING_STUDY);
    case MENTORING_TRAINING:
        return MARK(MENTORING_TRAINING);
    case MENTORING_VISIT:
        return MARK(MENTORING_VISITS);
    default:
        return 0;
    }
}

static uint64_t
project_marks(const struct year *year, const struct project *project)
{
    uint64_t own_folder_marks = 0;

    if (date_is_by(project->signed_on, year->cutoff)) {
        own_folder_marks |= MARK(PROJECTS_SIGNED);
        if (project->accelerated.value == 1)
            own_folder_marks |= MARK(PROJECTS_ACCELERATED);
    }
    if (date_is_by(project->started_on, year->cutoff))
        own_folder_marks |= MARK(PROJECTS_STARTED);
    return own_folder_marks;
}

static uint64_t
outcome_marks(const struct outcome *outcome)
{
    switch (outcome->kind.value) {
    case OUTCOME_PROMOTED:
        return MARK(OUTCOMES_PROMOTED);
    case OUTCOME_RANK:
        return MARK(OUTCOMES_RANK);
    case OUTCOME_RESERVE:
        return MARK(OUTCOMES_RESERVE);
    case OUTCOME_AWARD:
        return MARK(OUTCOMES_AWARD);
    default:
        return 0;
    }
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

static void
project_event(const struct year *year, const struct project *project,
              struct event *event)
{
    event->unit = project->unit.code;
    event->category = project->category.code;
    event->own_folder_marks = project_marks(year, project);
    event->invest = project->invest_wan.wan.millionths;
    event->done = project->done_wan.wan.millionths;
}

struct event
campaign_event(const struct year *year, enum ledger_id ledger,
               const struct row *row)
{
    struct event event = {.days = -1, .amount = 1};
    const struct mentoring *mentoring = (const struct mentoring *)row;
    const struct cadre *cadre = (const struct cadre *)row;

    event.entered = row_entered_on(ledger, row);
    if (ledger == LEDGER_cadres) {
        event.unit = cadre->unit.code;
        event.own_folder_marks =
            cadre_marks(year, cadre, is_chosen(year, ledger, row));
        return event;
    }
    if (ledger == LEDGER_projects) {
        project_event(year, (const struct project *)row, &event);
        return event;
    }
    if (!year_holds(year, event.entered))
        return event;
    if (ledger == LEDGER_mentoring) {
        event.own_folder_marks = mentoring_marks(mentoring);
        if (mentoring->times.given)
            event.amount = mentoring->times.millionths / MILLION;
    } else if (ledger == LEDGER_outcomes) {
        event.own_folder_marks = outcome_marks((const struct outcome *)row);
    } else if (ledger == LEDGER_evaluations && is_chosen(year, ledger, row)) {
        event.own_folder_marks = MARK(EVALUATIONS_SCORED);
    }
    return event;
}
