#include "view/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "view/breakdown.h"
#include "view/chart.h"
#include "view/months.h"
#include "view/report.h"
#include "view/view.h"
#include "year/span.h"

enum {
    SPANS_LEAST = 3,
    SPANS_MOST = 90,
    BANDS_MOST = 8,
    TOP = 22, /* pixels: the names of the months */
    BAND_HIGH = 20,
    SPAN_HIGH = 7,
    ALL = 10000 /* the width, in hundredths of a percent */
};

struct drawn {
    struct span span;
    size_t band;
};

struct timeline {
    const struct report *report;
    struct text bands[BANDS_MOST];
    size_t band_count;
    struct drawn spans[SPANS_MOST];
    size_t count; /* more than SPANS_MOST: not all are kept */
};

struct timeline *
timeline_new(const struct report *report, struct arena *arena)
{
    struct timeline *timeline = ARENA_NEW(arena, struct timeline);

    timeline->report = report;
    return timeline;
}

void
timeline_begin(struct timeline *timeline, struct text title)
{
    if (timeline->band_count < BANDS_MOST)
        timeline->bands[timeline->band_count++] = title;
}

void
timeline_add(struct timeline *timeline, const struct span *span)
{
    if (!date_is_given(span->from) || !date_is_given(span->to))
        return;
    if (timeline->count < SPANS_MOST)
        timeline->spans[timeline->count] =
            (struct drawn){*span, timeline->band_count};
    timeline->count++;
}

/* What came first stands on top. */
static int
by_start(const void *a, const void *b)
{
    const struct drawn *one = a, *other = b;

    if (one->band != other->band)
        return one->band < other->band ? -1 : 1;
    if (date_compare(one->span.from, other->span.from) != 0)
        return date_compare(one->span.from, other->span.from);
    return date_compare(one->span.to, other->span.to);
}

static int64_t
first_day_of(struct month month)
{
    struct date day = {0};

    date_make(month_year(month), month_in_year(month), 1, &day);
    return date_days(day);
}

/* A day's place in the year, within its ends. */
static int64_t
x_of(const struct timeline *timeline, int64_t day)
{
    struct month start = timeline->report->year->start;
    int64_t first = first_day_of(start);
    int64_t end = first_day_of((struct month){start.number + (int)YEAR_MONTHS});
    int64_t x = (day - first) * ALL / (end - first);

    return x < 0 ? 0 : x > ALL ? ALL : x;
}

static void
draw(const struct timeline *timeline, const struct span *span, int64_t y,
     struct view *item)
{
    static const char *const tones[] = {
        [SPAN_DONE] = "done", [SPAN_OPEN] = "open", [SPAN_LATE] = "late"};
    int64_t to = x_of(timeline, date_days(date_latest(span->to)));
    int64_t from = x_of(timeline, date_days(date_latest(span->from)));
    struct view *line = view_item(item, "LINE"), *dot = view_item(item, "DOT");

    chart_percent(line, "X1", from < to ? from : to);
    chart_percent(line, "X2", to);
    view_count(line, "Y", y);
    view_text(line, "TONE", text_of(tones[span->kind]));
    chart_percent(dot, "X", to);
    view_count(dot, "Y", y);
    view_text(dot, "TONE", text_of(tones[span->kind]));
}

static void
fill_months(const struct timeline *timeline, struct view *item)
{
    const struct report *report = timeline->report;
    struct month start = report->year->start;

    for (size_t i = 0; i < YEAR_MONTHS; i++) {
        struct view *grid = view_item(item, "GRID");
        struct view *tick = view_item(item, "TICK");
        int64_t x =
            x_of(timeline, first_day_of((struct month){start.number + (int)i}));

        chart_percent(grid, "X", x);
        chart_percent(tick, "X", x + ALL / YEAR_MONTHS / 2);
        view_text(tick, "LABEL", month_tick(report, i, item->arena));
    }
}

static void
fill_words(const struct timeline *timeline, struct view *item)
{
    const struct report *report = timeline->report;
    struct arena *arena = item->arena;
    int64_t done = 0;

    for (size_t i = 0; i < timeline->count; i++)
        done += timeline->spans[i].span.kind == SPAN_DONE;
    view_text(item, "TITLE",
              SAY(arena, report->language, WORDING_TIMELINE_TITLE,
                  count_text(arena, (int64_t)timeline->count),
                  count_text(arena, done)));
    view_text(item, "SUBTITLE",
              SAY(arena, report->language, WORDING_TIMELINE_SUBTITLE,
                  day_words(report, report->year->cutoff, arena)));
    view_text(item, "DESC", say(report->language, WORDING_TIMELINE_DESC));
}

void
timeline_fill(const struct timeline *timeline, struct view *view)
{
    struct drawn *spans;
    struct view *item;
    int64_t y = TOP;
    size_t band = 0;

    view_list(view, "TIMELINE");
    if (timeline->count < SPANS_LEAST || timeline->count > SPANS_MOST)
        return;
    item = view_item(view, "TIMELINE");
    spans = arena_take(view->arena, timeline->count * sizeof(*spans));
    memcpy(spans, timeline->spans, timeline->count * sizeof(*spans));
    qsort(spans, timeline->count, sizeof(*spans), by_start);
    fill_words(timeline, item);
    fill_months(timeline, item);
    for (size_t i = 0; i < timeline->count; i++) {
        if (spans[i].band != band) {
            struct view *title = view_item(item, "BAND");

            band = spans[i].band;
            y += BAND_HIGH;
            view_count(title, "Y", y - SPAN_HIGH);
            view_text(title, "LABEL", timeline->bands[band - 1]);
        }
        draw(timeline, &spans[i].span, y, item);
        y += SPAN_HIGH;
    }
    chart_percent(view_item(item, "NOW"), "X",
                  x_of(timeline, date_days(timeline->report->year->cutoff)));
    view_count(item, "HEIGHT", y);
}
