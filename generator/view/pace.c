#include "view/pace.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/wide.h"
#include "base/wording.h"
#include "view/change.h"
#include "view/figure.h"

enum {
    MILLION = 1000000,
    WARN_BEHIND = -10, /* percentage points behind schedule */
    BAD_BEHIND = -30,
};

static bool
is_rate(enum figure_id figure)
{
    return figures[figure].kind == FIGURE_IS_RATE;
}

struct pace
figure_pace(const struct report *report, enum figure_id figure)
{
    const struct fraction one = {1, 1};
    struct attainment attainment;
    struct pace pace = {.is_given = false};

    if (!target_of(report->year, figure, &pace.target))
        return pace;
    attainment = attainment_of(report->year, figure, &pace.target);
    pace.done = attainment.share;
    pace.schedule = attainment.schedule;
    if (pace.target.is_ceiling) {
        pace.is_given = attainment.above.denominator != 0;
        pace.is_reached = attainment.above.numerator <= 0;
        pace.ahead = fraction_difference(one, attainment.share);
        if (pace.target.millionths == 0) /* nothing may be left */
            pace.ahead =
                fraction_difference((struct fraction){0, 1}, attainment.above);
        return pace;
    }
    pace.is_given = attainment.share.denominator != 0;
    pace.is_reached = attainment.above.numerator >= 0;
    pace.is_scheduled = !is_rate(figure) && !pace.target.is_of_month &&
                        !pace.is_reached && figures[figure].events;
    pace.ahead = pace.is_scheduled ? attainment.ahead
                 : is_rate(figure) ? attainment.above
                                   : fraction_difference(attainment.share, one);
    return pace;
}

/* A number as people wrote it, no decimals unless there are some, with its
   unit: "140项", "95%". */
static struct text
target_text(const struct report *report, enum figure_id figure,
            const struct pace *pace, struct arena *arena)
{
    int64_t millionths = pace->target.millionths;
    struct text number = decimal_text(arena, millionths, MILLION,
                                      millionths % MILLION == 0 ? 0 : 1);

    if (is_rate(figure))
        return SAY(arena, report->language, WORDING_PERCENT, number);
    return SAY(arena, report->language, WORDING_AMOUNT, number,
               unit_of_count(report, figure, number));
}

/* "2.5" when it is reached at least twice over, else nothing. */
static struct text
times_text(const struct pace *pace, struct arena *arena)
{
    struct text times;

    if (!pace->is_reached ||
        wide_compare(wide_of(pace->done.numerator),
                     wide_product(2, pace->done.denominator)) < 0)
        return text_of("");
    times =
        decimal_text(arena, pace->done.numerator, pace->done.denominator, 1);
    return text_ends(times, ".0") ? text_slice(times, 0, times.length - 2)
                                  : times;
}

struct text
pace_target(const struct report *report, enum figure_id figure,
            const struct pace *pace, struct arena *arena)
{
    struct text target = target_text(report, figure, pace, arena);
    struct text times = times_text(pace, arena);

    if (pace->target.is_ceiling)
        return SAY(arena, report->language, WORDING_TARGET_CEILING, target);
    if (is_rate(figure))
        return SAY(arena, report->language, WORDING_TARGET_ALONE, target);
    if (times.length > 0)
        return SAY(arena, report->language, WORDING_TARGET_TIMES, target,
                   times);
    return SAY(
        arena, report->language, WORDING_TARGET_AND_DONE, target,
        percent_text(arena, pace->done.numerator, pace->done.denominator));
}

struct text
pace_reached(const struct report *report, enum figure_id figure,
             const struct pace *pace, struct arena *arena)
{
    struct text target = target_text(report, figure, pace, arena);

    if (pace->target.is_ceiling || is_rate(figure) || pace->is_reached)
        return pace_target(report, figure, pace, arena);
    return SAY(
        arena, report->language, WORDING_TARGET_REACHED, target,
        percent_text(arena, pace->done.numerator, pace->done.denominator));
}

/* How far value and target are apart: "4项", of a rate "4.0个百分点". */
static struct text
distance(const struct report *report, enum figure_id figure,
         const struct pace *pace, struct arena *arena)
{
    struct fraction apart =
        attainment_of(report->year, figure, &pace->target).above;
    struct text number;

    if (is_rate(figure))
        return SAY(arena, report->language, WORDING_PERCENT_POINTS,
                   points_text(apart, arena));
    number = decimal_text(arena, llabs(apart.numerator), apart.denominator,
                          apart.denominator == 1 ? 0 : 1);
    return SAY(arena, report->language, WORDING_AMOUNT, number,
               unit_of_count(report, figure, number));
}

struct text
pace_missed(const struct report *report, enum figure_id figure,
            const struct pace *pace, struct arena *arena)
{
    return SAY(arena, report->language,
               pace->target.is_ceiling ? WORDING_HEAD_ABOVE
                                       : WORDING_HEAD_BELOW,
               target_text(report, figure, pace, arena),
               distance(report, figure, pace, arena));
}

/* "现7项，超出4项" */
static struct text
ceiling_words(const struct report *report, enum figure_id figure,
              const struct pace *pace, struct arena *arena)
{
    struct text now = figure_text(arena, report->year, figure);

    if (pace->is_reached)
        return say(report->language, WORDING_CEILING_KEPT);
    return SAY(arena, report->language, WORDING_CEILING_ABOVE,
               is_rate(figure)
                   ? SAY(arena, report->language, WORDING_PERCENT, now)
                   : SAY(arena, report->language, WORDING_AMOUNT, now,
                         unit_of_count(report, figure, now)),
               distance(report, figure, pace, arena));
}

struct text
pace_words(const struct report *report, enum figure_id figure,
           const struct pace *pace, struct arena *arena)
{
    int64_t part = pace->ahead.numerator;
    struct text points = points_text(pace->ahead, arena);
    enum wording words;

    if (pace->target.is_ceiling)
        return ceiling_words(report, figure, pace, arena);
    if (pace->is_scheduled)
        words = text_is(points, "0.0") ? WORDING_PACE_EVEN
                : part > 0             ? WORDING_PACE_AHEAD
                                       : WORDING_PACE_BEHIND;
    else if (pace->is_reached && !is_rate(figure))
        words = pace->target.is_of_month ? WORDING_TARGET_MET_OF_MONTH
                                         : WORDING_TARGET_MET_OF_YEAR;
    else
        words = part == 0  ? WORDING_TARGET_MET
                : part > 0 ? WORDING_TARGET_EXCEEDED
                           : WORDING_TARGET_MISSED;
    return SAY(arena, report->language, words, points);
}

const char *
pace_tone(const struct pace *pace)
{
    struct wide points = wide_product(pace->ahead.numerator, 100);
    int64_t whole = pace->ahead.denominator;

    if (pace->ahead.numerator >= 0)
        return "good";
    if (wide_compare(points, wide_product(WARN_BEHIND, whole)) > 0)
        return "calm";
    return wide_compare(points, wide_product(BAD_BEHIND, whole)) >= 0 ? "warn"
                                                                      : "bad";
}
