#include "view/opening.h"

#include "base/arena.h"
#include "page/frame.h"
#include "view/narrative.h"
#include "view/sentence.h"
#include "view/view.h"

/* A semicolon ends each ledger's clauses. */
static const struct clause lead[] = {
    {.figure = FIGURE_PROBLEMS_RAISED, .words = WORDING_LEAD_PROBLEMS_RAISED},
    {.figure = FIGURE_PROBLEMS_SOLVED, .words = WORDING_LEAD_PROBLEMS_SOLVED},
    {.figure = FIGURE_PROBLEMS_RATE, .words = WORDING_LEAD_PROBLEMS_RATE},
    {.figure = FIGURE_SUGGESTIONS_SUBMITTED,
     .words = WORDING_LEAD_SUGGESTIONS_SUBMITTED,
     .is_opening = true},
    {.figure = FIGURE_SUGGESTIONS_ADOPTED,
     .words = WORDING_LEAD_SUGGESTIONS_ADOPTED},
    {.figure = FIGURE_SUGGESTIONS_RATE, .words = WORDING_LEAD_SUGGESTIONS_RATE},
    {.figure = FIGURE_REPORTS_SUBMITTED,
     .words = WORDING_LEAD_REPORTS_SUBMITTED,
     .is_opening = true},
    {.figure = FIGURE_REPORTS_CONVERTED,
     .words = WORDING_LEAD_REPORTS_CONVERTED},
    {.figure = FIGURE_REPORTS_RATE, .words = WORDING_LEAD_REPORTS_RATE},
    {.figure = FIGURE_COUNT},
};

void
opening_fill(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    const struct text details[4] = {
        date_words(arena, report->language, report->year->cutoff)};

    narrative_fill(report, view);
    sentence_fill(report, lead,
                  say_with(arena, report->language, WORDING_AS_OF, details),
                  "LEAD", view);
}
