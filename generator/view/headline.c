#include <stdlib.h>

#include "base/arena.h"
#include "base/wording.h"
#include "view/goals.h"
#include "view/report.h"
#include "view/sentence.h"
#include "view/view.h"

enum { BULLET_GOALS_MOST = 3 };

/* Where the goals stand. */
struct standing {
    struct goal goals[GOALS_MOST];
    bool is_said[GOALS_MOST];
    size_t scheduled, count;
};

/* Compared as exact fractions; the kinds of target are not. */
static bool
is_ahead_of(const struct goal *one, const struct goal *other)
{
    if (one->pace.is_scheduled != other->pace.is_scheduled)
        return one->pace.is_scheduled;
    return (double)one->pace.ahead.numerator *
               (double)other->pace.ahead.denominator >
           (double)other->pace.ahead.numerator *
               (double)one->pace.ahead.denominator;
}

/* Those with a schedule, furthest ahead first, and behind them those without
   one that are missed by now, the worst last. */
static struct standing
standing_of(const struct report *report, struct arena *arena)
{
    struct standing standing = {.count = 0};
    struct goal all[GOALS_MOST];
    size_t given = goals_of(report, all, arena);

    for (size_t i = 0; i < given; i++) {
        size_t j = standing.count;

        if (!all[i].pace.is_scheduled && all[i].pace.ahead.numerator >= 0)
            continue;
        for (; j > 0 && is_ahead_of(&all[i], &standing.goals[j - 1]); j--)
            standing.goals[j] = standing.goals[j - 1];
        standing.goals[j] = all[i];
        standing.scheduled += all[i].pace.is_scheduled;
        standing.count++;
    }
    return standing;
}

/* "今年难题解决132项，快于序时进度4.7个百分点"; what lags may stand out. */
static void
say_goal(const struct report *report, const struct goal *goal,
         enum wording before, bool is_stressed, struct view *sentence)
{
    struct arena *arena = sentence->arena;
    struct text value, unit;
    struct text pace =
        goal->pace.is_scheduled
            ? pace_words(report, goal->figure, &goal->pace, arena)
            : pace_missed(report, goal->figure, &goal->pace, arena);

    figure_said(report, goal->figure, &value, &unit, arena);
    if (unit.length == 0)
        unit = figure_unit_behind(report, goal->figure);
    sentence_number(report, goal->figure,
                    SAY(arena, report->language, before,
                        before == WORDING_HEAD_NEXT
                            ? label_within(report, goal->name, arena)
                            : goal->name),
                    SAY(arena, report->language, WORDING_HEAD_AFTER, unit,
                        is_stressed ? text_of("") : pace),
                    sentence);
    if (is_stressed)
        sentence_stress(pace, sentence);
}

/* A year that begins with another month than January is not 今年. */
static enum wording
first_words(const struct report *report)
{
    return month_in_year(report->year->start) == 1 ? WORDING_HEAD_FIRST
                                                   : WORDING_HEAD_FIRST_ACROSS;
}

/* As the next clause of the headline. */
static void
say_next(const struct report *report, struct standing *standing, size_t place,
         struct view *sentence)
{
    const struct goal *goal = &standing->goals[place];
    bool is_first = view_find_list(sentence, "CLAUSE") == NULL;

    say_goal(report, goal,
             !is_first                 ? WORDING_HEAD_NEXT
             : goal->pace.is_scheduled ? first_words(report)
                                       : WORDING_HEAD_BEGIN,
             goal->pace.ahead.numerator < 0, sentence);
    standing->is_said[place] = true;
}

/* What is missed, then the largest lag, then good news: the largest lead goes
   before the lag where nothing is missed. */
static void
say_goals(const struct report *report, struct standing *standing,
          struct view *view)
{
    size_t count = standing->count, scheduled = standing->scheduled;
    bool is_missed = count > scheduled;
    bool lags = scheduled > 0 &&
                standing->goals[scheduled - 1].pace.ahead.numerator < 0;
    bool leads = scheduled > 0 && standing->goals[0].pace.ahead.numerator >= 0;
    struct view *sentence = sentence_new("HEADLINE", view);

    if (is_missed)
        say_next(report, standing, count - 1, sentence);
    if (leads && !(is_missed && lags))
        say_next(report, standing, 0, sentence);
    if (lags)
        say_next(report, standing, scheduled - 1, sentence);
    if (lags && !is_missed && count > 1)
        sentence_words(say(report->language, WORDING_HEAD_GAP), sentence);
    if (!lags && !is_missed && count > 1)
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

/* The goals the headline has not said: those missed or behind, the worst
   first, or those ahead. */
static void
say_others(const struct report *report, const struct standing *standing,
           bool is_behind, struct view *view)
{
    struct view *sentence = NULL;
    size_t said = 0;

    for (size_t i = 0; i < standing->count && said < BULLET_GOALS_MOST; i++) {
        size_t place = is_behind ? standing->count - 1 - i : i;
        const struct goal *goal = &standing->goals[place];

        if (standing->is_said[place] ||
            (goal->pace.ahead.numerator < 0) != is_behind)
            continue;
        if (sentence == NULL)
            sentence = sentence_new("BULLET", view);
        say_goal(report, goal,
                 said++ == 0 ? WORDING_HEAD_BEGIN : WORDING_HEAD_NEXT, false,
                 sentence);
    }
}

void
headline_fill(const struct report *report, struct view *view)
{
    struct standing standing = standing_of(report, view->arena);
    const struct view *headline;

    view_list(view, "HEADLINE");
    if (standing.count > 0)
        say_goals(report, &standing, view);
    else
        sentence_fill(report, without_goals,
                      figure_is_shown(report, FIGURE_PROBLEMS_SOLVED_MONTH)
                          ? text_of("") /* its words name the month */
                          : say(report->language, WORDING_NOW_THIS_MONTH),
                      "HEADLINE", view);
    view_list(view, "BULLET");
    if (standing.count > 0)
        sentence_fill(report, this_month, text_of(""), "BULLET", view);
    say_others(report, &standing, true, view);
    say_others(report, &standing, false, view);
    if (standing.count < 4)
        sentence_fill(report, outcomes, text_of(""), "BULLET", view);
    headline = view_find_list(view, "HEADLINE")->first;
    view_flag(view, "HAS_BULLETS",
              view_find_list(view, "BULLET")->first != NULL);
    if (headline)
        view_text(view, "DESCRIPTION",
                  text_join(view->arena, sentence_plain(headline),
                            say(report->language, WORDING_SENTENCE_END)));
}
