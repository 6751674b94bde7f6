#include "view/narrative.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
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
    {.figure = FIGURE_PROBLEMS_CARRIED,
     .words = WORDING_SAID_CARRIED_PROBLEMS,
     .is_if_any = true},
    {.figure = FIGURE_PROBLEMS_SOLVED, .words = WORDING_LEAD_PROBLEMS_SOLVED},
    {.figure = FIGURE_PROBLEMS_RATE, .words = WORDING_LEAD_PROBLEMS_RATE},
    {.figure = FIGURE_SUGGESTIONS_SUBMITTED,
     .words = WORDING_LEAD_SUGGESTIONS_SUBMITTED,
     .is_opening = true},
    {.figure = FIGURE_SUGGESTIONS_CARRIED,
     .words = WORDING_SAID_CARRIED_SUGGESTIONS,
     .is_if_any = true},
    {.figure = FIGURE_SUGGESTIONS_ADOPTED,
     .words = WORDING_LEAD_SUGGESTIONS_ADOPTED},
    {.figure = FIGURE_SUGGESTIONS_RATE, .words = WORDING_LEAD_SUGGESTIONS_RATE},
    {.figure = FIGURE_REPORTS_SUBMITTED,
     .words = WORDING_LEAD_REPORTS_SUBMITTED,
     .is_opening = true},
    {.figure = FIGURE_REPORTS_CARRIED,
     .words = WORDING_SAID_CARRIED_REPORTS,
     .is_if_any = true},
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

/* How many bytes a text's first sentence has, with what parts it from the
   next; all of it when it does not end there.  A point within a number ends
   none. */
static size_t
sentence_length(struct text text, bool *is_end)
{
    static const char *const ends[] = {"。", "！", "？", ". ", "! ", "? "};

    *is_end = true;
    for (size_t i = 0; i < text.length; i++)
        for (size_t e = 0; e < sizeof(ends) / sizeof(ends[0]); e++)
            if (text_starts(text_from(text, i), ends[e]))
                return i + strlen(ends[e]);
    *is_end = false;
    return text.length;
}

/* Sentences as they are gathered: one that speaks of what is not known is
   taken back as a whole. */
struct telling {
    const struct report *report;
    struct narrative_part *parts;
    size_t count, room;
    size_t start; /* of the sentence being read */
    bool is_unknown;
    struct arena *arena;
};

static void
end_sentence(struct telling *telling)
{
    if (telling->is_unknown)
        telling->count = telling->start;
    telling->start = telling->count;
    telling->is_unknown = false;
}

static void
tell(struct telling *telling, const struct narrative_part *part)
{
    *ARRAY_ADD(telling->arena, telling->parts, telling->count, telling->room) =
        *part;
    if (part->kind == NARRATIVE_FIGURE &&
        (part->is_absent || !figure_is_shown(telling->report, part->figure)))
        telling->is_unknown = true;
}

static void
tell_words(struct telling *telling, struct narrative_part part)
{
    struct text rest = part.words;

    while (rest.length > 0) {
        bool is_end;
        size_t length = sentence_length(rest, &is_end);

        part.words = text_slice(rest, 0, length);
        tell(telling, &part);
        if (is_end)
            end_sentence(telling);
        rest = text_from(rest, length);
    }
}

/* The parts of all sentences that can be told. */
static struct telling
told(const struct report *report, struct arena *arena)
{
    const struct narrative *lead = report->lead;
    struct telling telling = {.report = report, .arena = arena};

    for (size_t i = 0; lead && i < lead->count; i++) {
        if (lead->parts[i].kind == NARRATIVE_BREAK)
            end_sentence(&telling);
        if (lead->parts[i].kind == NARRATIVE_WORDS)
            tell_words(&telling, lead->parts[i]);
        else
            tell(&telling, &lead->parts[i]);
    }
    end_sentence(&telling);
    return telling;
}

static void
fill_written(const struct report *report, struct view *view)
{
    struct telling telling = told(report, view->arena);
    struct view *paragraph = NULL;

    view_list(view, "WRITTEN");
    for (size_t i = 0; i < telling.count; i++) {
        if (telling.parts[i].kind == NARRATIVE_BREAK) {
            paragraph = NULL;
            continue;
        }
        if (paragraph == NULL)
            paragraph = view_item(view, "WRITTEN");
        fill_part(report, &telling.parts[i], view_item(paragraph, "PART"));
    }
    view_flag(view, "HAS_WRITTEN",
              view_find_list(view, "WRITTEN")->first != NULL);
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
