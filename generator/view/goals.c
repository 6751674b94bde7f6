#include "view/goals.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/breakdown.h"
#include "view/change.h"
#include "view/chart.h"
#include "view/months.h"
#include "view/places.h"
#include "view/view.h"

/* What people call the figures that usually have targets. */
static const struct goal_name {
    enum figure_id figure;
    enum wording name;
} names[] = {
    {FIGURE_PROBLEMS_SOLVED, WORDING_GOAL_PROBLEMS},
    {FIGURE_SUGGESTIONS_ADOPTED, WORDING_GOAL_SUGGESTIONS},
    {FIGURE_REPORTS_CONVERTED, WORDING_GOAL_REPORTS},
    {FIGURE_PROJECTS_STARTED, WORDING_GOAL_PROJECTS},
    {FIGURE_MENTORING_ONE_TO_ONE, WORDING_GOAL_ONE_TO_ONE},
};

enum { NAMES = sizeof(names) / sizeof(names[0]), MILLION = 1000000 };

static bool
is_named(enum figure_id figure)
{
    for (size_t i = 0; i < NAMES; i++)
        if (names[i].figure == figure)
            return true;
    return false;
}

static void
add(const struct report *report, enum figure_id figure, struct text name,
    struct goal *goals, size_t *count)
{
    struct pace pace;

    if (*count == GOALS_MOST || !figure_is_shown(report, figure))
        return;
    pace = figure_pace(report, figure);
    if (pace.is_given)
        goals[(*count)++] = (struct goal){figure, pace, name};
}

size_t
goals_of(const struct report *report, struct goal goals[GOALS_MOST],
         struct arena *arena)
{
    size_t count = 0;

    for (size_t i = 0; i < NAMES; i++)
        add(report, names[i].figure, say(report->language, names[i].name),
            goals, &count);
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (!is_named((enum figure_id)i))
            add(report, (enum figure_id)i,
                figure_name(report, (enum figure_id)i, arena), goals, &count);
    return count;
}

/* The month before as it was known then; only where it is the same today there
   is a list of so many. */
static void
fill_last(const struct report *report, const struct goal *goal, int64_t today,
          struct view *cell)
{
    size_t place =
        (size_t)(report->year->month.number - report->year->start.number - 1);
    int64_t printed = report->previous
                          ? report->previous->figures[goal->figure].events
                          : today;
    struct arena *arena = cell->arena;
    struct text number = count_text(arena, printed);

    if (printed != today)
        number = SAY(arena, report->language, WORDING_GOALS_LAST_NOW, number,
                     count_text(arena, today));
    view_text(cell, "TEXT", number);
    link_place(cell, printed == today ? place_of_month(report, goal->figure,
                                                       place, today, arena)
                                      : text_of(""));
}

/* This month and the one before, and all months as small columns. */
static void
fill_months(const struct report *report, const struct goal *goal,
            struct view *row)
{
    struct figure_months months = figure_months_of(report, goal->figure);
    bool has_months = goal->pace.is_scheduled;
    size_t now = months.known - 1;
    struct view *cell;

    view_list(row, "SPARK");
    view_list(row, "THIS");
    view_list(row, "LAST");
    view_flag(row, "HAS_MONTHS", has_months);
    if (!has_months)
        return;
    cell = view_item(row, "THIS");
    view_count(cell, "TEXT", months.values[now]);
    link_place(cell, place_of_month(report, goal->figure, now,
                                    months.values[now], row->arena));
    if (now == 0)
        return;
    fill_last(report, goal, months.values[now - 1], view_item(row, "LAST"));
    chart_spark(row, "SPARK", months.values, months.known);
}

/* Nobody "does" 300 % of what is to be kept within a limit. */
struct text
goal_share(const struct report *report, const struct goal *goal,
           struct arena *arena)
{
    const struct pace *pace = &goal->pace;

    return pace->target.is_ceiling
               ? say(report->language, WORDING_NO_VALUE)
               : SAY(arena, report->language, WORDING_PERCENT,
                     percent_text(arena, pace->done.numerator,
                                  pace->done.denominator));
}

struct text
goal_pace(const struct report *report, const struct goal *goal,
          struct arena *arena)
{
    struct text points = points_text(goal->pace.ahead, arena);

    if (!goal->pace.is_scheduled || text_is(points, "0.0"))
        return pace_words(report, goal->figure, &goal->pace, arena);
    return SAY(arena, report->language,
               goal->pace.ahead.numerator > 0 ? WORDING_PACE_SHORT_AHEAD
                                              : WORDING_PACE_SHORT_BEHIND,
               points);
}

static void
fill_row(const struct report *report, const struct goal *goal, struct view *row)
{
    struct arena *arena = row->arena;
    const struct pace *pace = &goal->pace;

    view_text(row, "NAME", goal->name);
    view_text(row, "NAME_AND_UNIT",
              SAY(arena, report->language, WORDING_BRIEF_GOAL_NAME, goal->name,
                  figure_unit(report, goal->figure)));
    view_text(row, "FIGURE", text_of(figures[goal->figure].id));
    view_text(row, "VALUE", figure_text(arena, report->year, goal->figure));
    link_figure(report, goal->figure, row);
    view_text(row, "GOAL",
              decimal_text(arena, pace->target.millionths, MILLION,
                           pace->target.millionths % MILLION != 0));
    view_text(row, "SHARE", goal_share(report, goal, arena));
    view_text(row, "PACE", pace_words(report, goal->figure, pace, arena));
    view_text(row, "PACE_SHORT", goal_pace(report, goal, arena));
    view_text(row, "TONE", text_of(pace_tone(pace)));
    view_text(row, "MARK", text_of(pace->ahead.numerator >= 0 ? "▲" : "▼"));
    fill_width(row, "WIDTH", pace->done);
    view_list(row, "SCHEDULE");
    if (pace->is_scheduled)
        fill_width(view_item(row, "SCHEDULE"), "X", pace->schedule);
    fill_months(report, goal, row);
}

static struct text
title_words(const struct report *report, const struct goal *goals, size_t count,
            struct arena *arena)
{
    int64_t of_month = 0;

    for (size_t i = 0; i < count; i++)
        of_month += goals[i].pace.target.is_of_month;
    return SAY(arena, report->language,
               of_month > 0 ? WORDING_GOALS_TITLE_MIXED : WORDING_GOALS_TITLE,
               count_text(arena, (int64_t)count), count_text(arena, of_month));
}

void
goals_fill(const struct report *report, struct view *view)
{
    struct goal goals[GOALS_MOST];
    size_t count = goals_of(report, goals, view->arena);
    size_t known =
        (size_t)(report->year->month.number - report->year->start.number + 1);
    struct view *item;

    view_list(view, "GOALS");
    if (count == 0)
        return;
    item = view_item(view, "GOALS");
    view_text(item, "TITLE", title_words(report, goals, count, view->arena));
    view_flag(item, "HAS_EARLIER_MONTHS", known > 1);
    view_text(item, "SCHEDULE_HEAD",
              SAY(view->arena, report->language, WORDING_GOALS_SCHEDULE,
                  percent_text(view->arena, (int64_t)known, YEAR_MONTHS)));
    for (size_t i = 0; i < count; i++)
        fill_row(report, &goals[i], view_item(item, "ROW"));
}
