#include "view/progress.h"

#include "base/arena.h"
#include "base/json.h"
#include "base/wording.h"
#include "view/change.h"
#include "view/chapter.h"
#include "view/figure.h"
#include "view/goals.h"
#include "view/months.h"
#include "view/places.h"

enum { MILLION = 1000000 };

/* Each month's count, and the place that shows its records; none while the
   lists are not yet cut into pages, as when a revision is compared. */
static struct json_t *
months_json(const struct report *report, enum figure_id figure,
            const struct figure_months *months, struct arena *arena)
{
    struct json_t *array = json_array_new();

    for (size_t i = 0; i < months->known; i++) {
        struct json_t *object = json_object_new();
        struct text place =
            report->kept.lists
                ? place_of_month(report, figure, i, months->values[i], arena)
                : text_of("");
        size_t anchor = text_find(place, TEXT("#"));

        json_put_text(object, "key", month_text(arena, year_month(report, i)));
        json_put_count(object, "count", months->values[i]);
        if (anchor < place.length)
            json_put_text(object, "records",
                          text_format(arena, "%.*s.html%.*s", (int)anchor,
                                      place.bytes,
                                      TEXT_ARG(text_from(place, anchor))));
        json_add(array, object);
    }
    return array;
}

static void
put_goal(const struct report *report, const struct goal *goal,
         struct json_t *object, struct arena *arena)
{
    const struct pace *pace = &goal->pace;
    struct attainment attainment =
        attainment_of(report->year, goal->figure, &pace->target);

    json_put_text(object, "target",
                  decimal_text(arena, pace->target.millionths, MILLION,
                               pace->target.millionths % MILLION != 0));
    json_put_text(object, "share", goal_share(report, goal, arena));
    json_put_text(object, "pace", goal_pace(report, goal, arena));
    json_put_text(object, "tone", text_of(pace_tone(pace)));
    if (pace->target.is_ceiling)
        json_put_text(object, "direction", TEXT("at most"));
    if (pace->target.is_of_month)
        json_put_text(object, "of", TEXT("month"));
    json_put_count(
        object, "ahead",
        pace->ahead.denominator == 0
            ? 0
            : round_half_up(pace->ahead.numerator, pace->ahead.denominator, 3));
    if (pace->is_scheduled && attainment.above.denominator == 1)
        json_put_count(object, "missing", -attainment.above.numerator);
}

static struct json_t *
figure_json(const struct report *report, enum figure_id figure,
            struct text name, struct arena *arena)
{
    struct figure_months months = figure_months_of(report, figure);
    const struct figure *found = &report->year->figures[figure];
    struct json_t *object = json_object_new();

    json_put_text(object, "figure", text_of(figures[figure].id));
    json_put_text(object, "label", name);
    json_put_text(object, "unit", figure_unit(report, figure));
    json_put_text(object, "value", figure_text(arena, report->year, figure));
    if (figures[figure].events && found->denominator == 1) {
        json_put_count(object, "before",
                       found->numerator - months.running[YEAR_MONTHS - 1]);
        json_put(object, "months", months_json(report, figure, &months, arena));
    }
    return object;
}

struct json_t *
progress_json(const struct report *report, struct arena *arena)
{
    static const struct {
        enum figure_id figure;
        enum wording name;
    } usual[] = {
        {FIGURE_PROBLEMS_SOLVED, WORDING_GOAL_PROBLEMS},
        {FIGURE_SUGGESTIONS_ADOPTED, WORDING_GOAL_SUGGESTIONS},
        {FIGURE_REPORTS_CONVERTED, WORDING_GOAL_REPORTS},
    };
    struct json_t *array = json_array_new();
    struct goal goals[GOALS_MOST];
    size_t count = goals_of(report, goals, arena);

    for (size_t i = 0; i < count; i++) {
        struct json_t *object =
            figure_json(report, goals[i].figure, goals[i].name, arena);

        put_goal(report, &goals[i], object, arena);
        json_add(array, object);
    }
    for (size_t i = 0; count == 0 && i < sizeof(usual) / sizeof(usual[0]); i++)
        if (figure_is_shown(report, usual[i].figure))
            json_add(array,
                     figure_json(report, usual[i].figure,
                                 say(report->language, usual[i].name), arena));
    return array;
}
