#include "view/change.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/wording.h"
#include "view/figure.h"
#include "year/compare.h"
#include "year/record_changes.h"

/* What a month is compared with: "较上月" or "同比", "上月" or "上年同月". */
struct base {
    const struct year *year;
    const struct year *now; /* the same by today's rows, or NULL */
    enum wording compared, name;
};

struct text
unit_agreeing(enum language language, struct text unit, struct text number)
{
    if (language == EN && text_is(number, "1") && text_ends(unit, "s"))
        unit.length--;
    return unit;
}

struct text
unit_of_count(const struct report *report, enum figure_id figure,
              struct text number)
{
    return unit_agreeing(report->language, figure_unit(report, figure), number);
}

struct text
points_text(struct fraction by, struct arena *arena)
{
    int64_t tenths = round_half_up(llabs(by.numerator), by.denominator, 3);

    return decimal_text(arena, tenths, 10, 1);
}

static bool
is_counted(enum figure_id figure)
{
    return figures[figure].kind == FIGURE_IS_COUNT ||
           figures[figure].kind == FIGURE_IS_SUM;
}

/* So much in the figure's own unit: whole where it is. */
static struct text
amount_text(enum figure_id figure, struct fraction by, struct arena *arena)
{
    bool is_whole = is_counted(figure) && by.denominator == 1;

    return decimal_text(arena, llabs(by.numerator), by.denominator,
                        is_whole ? 0 : 1);
}

/* "3项" */
static struct text
counted_text(const struct report *report, enum figure_id figure,
             struct fraction value, struct arena *arena)
{
    struct text number = amount_text(figure, value, arena);

    return SAY(arena, report->language, WORDING_AMOUNT, number,
               unit_of_count(report, figure, number));
}

/* Behind words that have said of what: in English the number alone. */
static struct text
bare_text(const struct report *report, enum figure_id figure, int64_t value,
          struct arena *arena)
{
    bool is_of_months = figures[figure].events != EVENTS_NONE;

    if (report->language == EN &&
        (is_of_months || figures[figure].kind == FIGURE_IS_COUNT))
        return amount_text(figure, (struct fraction){value, 1}, arena);
    return counted_text(report, figure, (struct fraction){value, 1}, arena);
}

static struct text
change_in_points(const struct report *report, const struct base *base,
                 struct fraction by, struct arena *arena)
{
    struct text points = points_text(by, arena);
    struct text compared = say(report->language, base->compared);

    if (text_is(points, "0.0"))
        return SAY(arena, report->language, WORDING_CHANGE_SAME, compared);
    return SAY(arena, report->language,
               by.numerator > 0 ? WORDING_CHANGE_POINTS_UP
                                : WORDING_CHANGE_POINTS_DOWN,
               compared, points);
}

static struct text
change_in_amount(const struct report *report, enum figure_id figure,
                 const struct base *base, const struct comparison *change,
                 struct arena *arena)
{
    struct text amount = amount_text(figure, change->by, arena);
    struct text compared = say(report->language, base->compared);
    bool is_more = change->by.numerator > 0;
    bool is_share = change->kind == CHANGE_PERCENT;

    if (text_is(amount, "0") || text_is(amount, "0.0"))
        return SAY(arena, report->language, WORDING_CHANGE_SAME, compared);
    amount = counted_text(report, figure, change->by, arena);
    if (!is_share)
        return SAY(arena, report->language,
                   is_more ? WORDING_CHANGE_MORE : WORDING_CHANGE_LESS,
                   compared, amount);
    return SAY(arena, report->language,
               is_more ? WORDING_CHANGE_MORE_PERCENT
                       : WORDING_CHANGE_LESS_PERCENT,
               compared, amount,
               percent_text(arena, llabs(change->share.numerator),
                            change->share.denominator));
}

/* What has no day of its own, and was not reported then, is not known to have
   changed. */
static bool
is_known(const struct base *base, enum figure_id figure)
{
    return base->now == NULL || !figures[figure].is_undated ||
           base->year->is_as_known[figures[figure].ledger];
}

/* Numbers behind a base of 0: "上月0项，增加3项". */
static struct text
change_from_nothing(const struct report *report, enum figure_id figure,
                    const struct base *base, struct arena *arena)
{
    struct fraction now = figure_value(&report->year->figures[figure]);

    if (now.numerator == 0)
        return text_of("");
    return SAY(arena, report->language, WORDING_CHANGE_FROM_NOTHING,
               say(report->language, base->name),
               counted_text(report, figure, (struct fraction){0, 1}, arena),
               counted_text(report, figure, now, arena));
}

static struct text
change_of_value(const struct report *report, enum figure_id figure,
                const struct base *base, struct arena *arena)
{
    const struct figure *before = &base->year->figures[figure];
    struct comparison change =
        change_of(figures[figure].kind, &report->year->figures[figure], before);

    if (!is_known(base, figure) ||
        figure_value(&report->year->figures[figure]).denominator == 0)
        return text_of("");
    if (!before->is_present || before->denominator == 0)
        return SAY(arena, report->language, WORDING_CHANGE_NONE,
                   say(report->language, base->name));
    if (change.kind == CHANGE_NONE)
        return change_from_nothing(report, figure, base, arena);
    if (change.kind == CHANGE_POINTS)
        return change_in_points(report, base, change.by, arena);
    return change_in_amount(report, figure, base, &change, arena);
}

/* The number of the month before, as printed then and as it is by today's
   rows. */
static struct text
restated_words(const struct report *report, enum figure_id figure,
               int64_t printed, int64_t now, struct arena *arena)
{
    return SAY(arena, report->language, WORDING_CHANGE_RESTATED,
               bare_text(report, figure, printed, arena),
               bare_text(report, figure, now, arena));
}

/* How many of the month before's are taken up again: what happened this month
   does not tell of them. */
static int64_t
reopened(const struct report *report, enum figure_id figure)
{
    const struct changed_sum *sum = record_changes_sum(report->changes, figure);

    return sum ? sum->reopened : 0;
}

/* "本月6项，上月12项" */
static struct text
events_words(const struct report *report, enum figure_id figure,
             struct arena *arena)
{
    int64_t now = report->year->figures[figure].events;
    int64_t printed = report->previous->figures[figure].events;
    int64_t today = report->previous_now
                        ? report->previous_now->figures[figure].events
                        : printed;
    struct text this_month = bare_text(report, figure, now, arena);
    struct text last_month = bare_text(report, figure, printed, arena);

    if (printed != today)
        return SAY(arena, report->language, WORDING_CHANGE_EVENTS_RESTATED,
                   this_month,
                   restated_words(report, figure, printed, today, arena));
    if (now == 0 && printed == 0 && reopened(report, figure) == 0)
        return text_of("");
    return SAY(arena, report->language, WORDING_CHANGE_EVENTS, this_month,
               last_month);
}

/* "本月6项，上月12项，恢复办理1项" */
static struct text
with_reopened(const struct report *report, enum figure_id figure,
              struct text words, struct arena *arena)
{
    struct fraction by = {reopened(report, figure), 1};

    if (by.numerator == 0)
        return words;
    return SAY(arena, report->language, WORDING_CHANGE_AND_REOPENED, words,
               counted_text(report, figure, by, arena));
}

/* Behind the words: what the month before has become since. */
static struct text
with_restated(const struct report *report, enum figure_id figure,
              struct text words, struct arena *arena)
{
    int64_t printed = report->previous->figures[figure].numerator;
    int64_t today = report->previous_now
                        ? report->previous_now->figures[figure].numerator
                        : printed;
    struct text restated;

    if (!is_counted(figure) || printed == today ||
        report->previous->figures[figure].denominator != 1)
        return words;
    restated = restated_words(report, figure, printed, today, arena);
    return words.length == 0
               ? restated
               : SAY(arena, report->language, WORDING_CHANGE_AND_RESTATED,
                     words, restated);
}

struct text
change_words(const struct report *report, enum figure_id figure,
             struct arena *arena)
{
    const struct base month = {report->previous, report->previous_now,
                               WORDING_CHANGE_ON_MONTH,
                               WORDING_CHANGE_SINCE_MONTH};

    if (report->previous == NULL)
        return text_of(""); /* said once, not of each figure */
    if (figures[figure].events != EVENTS_NONE)
        return with_reopened(report, figure,
                             events_words(report, figure, arena), arena);
    return with_restated(report, figure,
                         change_of_value(report, figure, &month, arena), arena);
}

struct text
change_on_year(const struct report *report, enum figure_id figure,
               struct arena *arena)
{
    const struct base year = {report->last_year, NULL, WORDING_CHANGE_ON_YEAR,
                              WORDING_CHANGE_SINCE_YEAR};

    return change_of_value(report, figure, &year, arena);
}
