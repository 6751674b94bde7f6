#include <stdlib.h>

#include "base/arena.h"
#include "base/wording.h"
#include "view/goals.h"
#include "view/report.h"
#include "view/sentence.h"
#include "view/view.h"

enum { BULLET_GOALS_MOST = 3 };

/* Compared as exact fractions of one kind: all have the same schedule. */
static bool
is_ahead_of(const struct goal *one, const struct goal *other)
{
    return (double)one->pace.ahead.numerator *
               (double)other->pace.ahead.denominator >
           (double)other->pace.ahead.numerator *
               (double)one->pace.ahead.denominator;
}

/* The goals with a schedule, furthest ahead first. */
static size_t
sorted(const struct report *report, struct goal *goals, struct arena *arena)
{
    size_t all = goals_of(report, goals, arena), count = 0;

    for (size_t i = 0; i < all; i++) {
        struct goal goal = goals[i];
        size_t j = count;

        if (!goal.pace.is_scheduled)
            continue;
        for (; j > 0 && is_ahead_of(&goal, &goals[j - 1]); j--)
            goals[j] = goals[j - 1];
        goals[j] = goal;
        count++;
    }
    return count;
}

/* "今年难题解决132项，快于序时进度4.7个百分点"; what lags stands out. */
static void
say_goal(const struct report *report, const struct goal *goal,
         enum wording before, bool is_stressed, struct view *sentence)
{
    struct arena *arena = sentence->arena;
    struct text unit = figure_unit(report, goal->figure);
    struct text pace = pace_words(report, goal->figure, &goal->pace, arena);

    sentence_number(report, goal->figure,
                    SAY(arena, report->language, before, goal->name),
                    SAY(arena, report->language, WORDING_HEAD_AFTER, unit,
                        is_stressed ? text_of("") : pace),
                    sentence);
    if (is_stressed)
        sentence_stress(pace, sentence);
}

/* Whether a goal of any kind is missed by now, one without schedule too. */
static bool
has_missed(const struct report *report, struct arena *arena)
{
    struct goal goals[GOALS_MOST];
    size_t count = goals_of(report, goals, arena);

    for (size_t i = 0; i < count; i++)
        if (goals[i].pace.ahead.numerator < 0)
            return true;
    return false;
}

static void
say_goals(const struct report *report, const struct goal *goals, size_t count,
          struct view *view)
{
    const struct goal *first = &goals[0], *last = &goals[count - 1];
    bool leads = first->pace.ahead.numerator >= 0;
    bool lags = last->pace.ahead.numerator < 0;
    struct view *sentence = sentence_new("HEADLINE", view);

    if (leads)
        say_goal(report, first, WORDING_HEAD_FIRST, false, sentence);
    if (lags)
        say_goal(report, last, leads ? WORDING_HEAD_NEXT : WORDING_HEAD_FIRST,
                 true, sentence);
    if (lags && count > 1)
        sentence_words(say(report->language, WORDING_HEAD_GAP), sentence);
    if (!lags && count > 1 && !has_missed(report, sentence->arena))
        sentence_words(say(report->language, WORDING_HEAD_NO_GAP), sentence);
}

static const struct clause without_goals[] = {
    {.figure = FIGURE_PROBLEMS_SOLVED_MONTH, .words = WORDING_NOW_SOLVED},
    {.figure = FIGURE_PROBLEMS_OPEN, .words = WORDING_NOW_OPEN},
    {.figure = FIGURE_PROBLEMS_OVERDUE,
     .words = WORDING_NOW_OVERDUE,
     .is_if_any = true},
    {.figure = FIGURE_SUGGESTIONS_ADOPTED_MONTH,
     .words = WORDING_NOW_ADOPTED,
     .is_opening = true},
    {.figure = FIGURE_REPORTS_CONVERTED_MONTH, .words = WORDING_NOW_CONVERTED},
    {.figure = FIGURE_COUNT},
};

static const struct clause this_month[] = {
    {.figure = FIGURE_PROBLEMS_SOLVED_MONTH, .words = WORDING_NOW_SOLVED},
    {.figure = FIGURE_PROBLEMS_SOLVED_MONTH,
     .kind = CLAUSE_LAST,
     .words = WORDING_NOW_LAST_BRACKETS},
    {.figure = FIGURE_PROBLEMS_RAISED_MONTH, .words = WORDING_NOW_RAISED},
    {.figure = FIGURE_PROBLEMS_OPEN,
     .words = WORDING_NOW_OPEN,
     .is_opening = true},
    {.figure = FIGURE_PROBLEMS_OVERDUE,
     .words = WORDING_NOW_OVERDUE,
     .is_if_any = true},
    {.figure = FIGURE_COUNT},
};

static const struct clause outcomes[] = {
    {.figure = FIGURE_OUTCOMES_PROMOTED, .words = WORDING_NOW_PROMOTED},
    {.figure = FIGURE_OUTCOMES_RANK, .words = WORDING_NOW_RANK},
    {.figure = FIGURE_COUNT},
};

/* The goals between the first and the last, those behind or those ahead. */
static void
say_others(const struct report *report, const struct goal *goals, size_t count,
           bool behind, struct view *view)
{
    struct view *sentence = NULL;
    size_t said = 0;

    for (size_t i = 1; i + 1 < count && said < BULLET_GOALS_MOST; i++) {
        if ((goals[i].pace.ahead.numerator < 0) != behind)
            continue;
        if (sentence == NULL)
            sentence = sentence_new("BULLET", view);
        say_goal(report, &goals[i],
                 said++ == 0 ? WORDING_HEAD_BEGIN : WORDING_HEAD_NEXT, false,
                 sentence);
    }
}

void
headline_fill(const struct report *report, struct view *view)
{
    struct goal goals[GOALS_MOST];
    size_t count = sorted(report, goals, view->arena);
    const struct view *headline;

    view_list(view, "HEADLINE");
    if (count > 0)
        say_goals(report, goals, count, view);
    else
        sentence_fill(report, without_goals, text_of(""), "HEADLINE", view);
    view_list(view, "BULLET");
    if (count > 0)
        sentence_fill(report, this_month, text_of(""), "BULLET", view);
    say_others(report, goals, count, true, view);
    say_others(report, goals, count, false, view);
    if (count < 4)
        sentence_fill(report, outcomes, text_of(""), "BULLET", view);
    headline = view_find_list(view, "HEADLINE")->first;
    view_flag(view, "HAS_BULLETS",
              view_find_list(view, "BULLET")->first != NULL);
    if (headline)
        view_text(view, "DESCRIPTION",
                  text_join(view->arena, sentence_plain(headline),
                            say(report->language, WORDING_SENTENCE_END)));
}
