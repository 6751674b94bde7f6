#include "view/narrative.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/card.h"
#include "view/report.h"
#include "view/sentence.h"
#include "view/view.h"
#include "year/narrative.h"
#include "year/redact.h"
#include "year/year.h"

/* A semicolon ends each ledger's clauses. */
static const struct clause opening[] = {
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

/* A claim stands as it was written; a value as everywhere else. */
static void
fill_figure(const struct report *report, const struct narrative_part *part,
            struct view *view)
{
    struct view *item;

    if (!figure_is_shown(report, part->figure)) {
        view_text(view, "WORDS", say(report->language, WORDING_NO_VALUE));
        return;
    }
    if (part->words.length > 0) {
        item = view_item(view, "CLAIM");
        view_text(item, "TEXT",
                  redact_text(report->privacy, part->words, view->arena));
    } else {
        item = view_item(view, "SHOWN");
        view_text(item, "FIGURE", text_of(figures[part->figure].id));
        view_text(item, "VALUE",
                  figure_text(view->arena, report->year, part->figure));
    }
    link_figure(report, part->figure, item);
}

static void
fill_part(const struct report *report, const struct narrative_part *part,
          struct view *view)
{
    view_list(view, "SHOWN");
    view_list(view, "CLAIM");
    if (part->kind == NARRATIVE_FIGURE) {
        view_text(view, "WORDS", text_of(""));
        fill_figure(report, part, view);
    } else {
        view_text(view, "WORDS",
                  redact_text(report->privacy, part->words, view->arena));
    }
}

static void
fill_written(const struct report *report, struct view *view)
{
    const struct narrative *lead = report->lead;
    struct view *paragraph = NULL;

    view_list(view, "WRITTEN");
    view_flag(view, "HAS_WRITTEN", lead && lead->count > 0);
    for (size_t i = 0; lead && i < lead->count; i++) {
        if (lead->parts[i].kind == NARRATIVE_BREAK) {
            paragraph = NULL;
            continue;
        }
        if (paragraph == NULL)
            paragraph = view_item(view, "WRITTEN");
        fill_part(report, &lead->parts[i], view_item(paragraph, "PART"));
    }
}

void
narrative_fill(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;

    fill_written(report, view);
    sentence_fill(
        report, opening,
        SAY(arena, report->language, WORDING_AS_OF,
            date_words(arena, report->language, report->year->cutoff)),
        "LEAD", view);
}
