#include "view/conversion.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/chart.h"
#include "view/places.h"
#include "view/view.h"

enum { WHOLE = 10000, COLUMNS = 4 };

static const struct conversion {
    enum wording title;
    const char *page;
    enum figure_id entered, done, rate;
    enum figure_id days; /* FIGURE_COUNT: not measured */
} conversions[] = {
    {WORDING_CONVERSION_PROBLEMS, "problems", FIGURE_PROBLEMS_RAISED,
     FIGURE_PROBLEMS_SOLVED, FIGURE_PROBLEMS_RATE, FIGURE_PROBLEMS_DAYS_MEDIAN},
    {WORDING_CONVERSION_SUGGESTIONS, "suggestions",
     FIGURE_SUGGESTIONS_SUBMITTED, FIGURE_SUGGESTIONS_ADOPTED,
     FIGURE_SUGGESTIONS_RATE, FIGURE_SUGGESTIONS_DAYS_MEDIAN},
    {WORDING_CONVERSION_REPORTS, "reports", FIGURE_REPORTS_SUBMITTED,
     FIGURE_REPORTS_CONVERTED, FIGURE_REPORTS_RATE, FIGURE_REPORTS_DAYS_MEDIAN},
    {WORDING_CONVERSION_PROJECTS, "projects", FIGURE_PROJECTS_SIGNED,
     FIGURE_PROJECTS_STARTED, FIGURE_PROJECTS_START_RATE, FIGURE_COUNT},
};

enum { CONVERSION_COUNT = sizeof(conversions) / sizeof(conversions[0]) };

static struct chart_row
conversion_row(const struct report *report, const struct conversion *it,
               struct arena *arena)
{
    const struct year *year = report->year;
    const struct figure *rate = &year->figures[it->rate];
    struct text *cells = arena_take(arena, COLUMNS * sizeof(*cells));
    struct text *places = arena_take(arena, COLUMNS * sizeof(*places));

    places[0] = place_of_figure(report, it->entered);
    places[1] = place_of_figure(report, it->done);
    places[2] = places[3] = text_of("?"); /* measures, not counts */
    cells[0] = figure_text(arena, year, it->entered);
    cells[1] = figure_text(arena, year, it->done);
    cells[2] = figure_text(arena, year, it->rate);
    cells[3] = it->days == FIGURE_COUNT ? text_of("—")
                                        : figure_text(arena, year, it->days);
    return (struct chart_row){
        .label = say(report->language, it->title),
        .stem = text_of(it->page),
        .cells = cells,
        .places = places,
        .length = rate->denominator == 0
                      ? 0
                      : rate->numerator * WHOLE / rate->denominator,
        .whole = WHOLE,
    };
}

void
conversion_fill(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    const struct text heads[COLUMNS] = {
        say(report->language, WORDING_CONVERSION_ENTERED),
        say(report->language, WORDING_CONVERSION_DONE),
        say(report->language, WORDING_CONVERSION_RATE),
        say(report->language, WORDING_MEDIAN_DAYS)};
    const struct chart_title words = {
        "conversion", say(report->language, WORDING_CONVERSION),
        SAY(arena, report->language, WORDING_CONVERSION_SUBTITLE,
            date_words(arena, report->language, report->year->cutoff),
            chapter_carried(report, NULL, WORDING_CARRIED_IN_SHARES)),
        say(report->language, WORDING_CONVERSION_KEY)};
    struct chart_row rows[CONVERSION_COUNT];
    size_t count = 0;

    for (size_t i = 0; i < CONVERSION_COUNT; i++)
        if (figure_is_shown(report, conversions[i].entered))
            rows[count++] = conversion_row(report, &conversions[i], arena);
    chart_bars(
        view, "CONVERSION", &words,
        &(struct chart_table){heads, COLUMNS, rows, count, 0, "conversion"});
}
