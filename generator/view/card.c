#include "view/card.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/wording.h"
#include "view/view.h"
#include "year/redact.h"

__extension__ typedef __int128 wide;

enum {
    CARDS_MOST = 4,
    MILLION = 1000000,
    WHOLE = 10000,     /* hundredths of a percent */
    WARN_BEHIND = -10, /* percentage points behind schedule */
    BAD_BEHIND = -30,
};

bool
figure_is_shown(const struct report *report, enum figure_id figure)
{
    if (!report->year->figures[figure].is_present)
        return false;
    return report->edition == EDITION_INTERNAL ||
           figures[figure].ledger != LEDGER_evaluations;
}

bool
figure_has_list(const struct report *report, enum figure_id figure)
{
    return figure_is_shown(report, figure) &&
           redact_shows_ledger(report->privacy, (int)figures[figure].ledger);
}

struct text
figure_label(const struct report *report, enum figure_id figure)
{
    return text_of(figures[figure].label[report->language]);
}

struct text
figure_unit(const struct report *report, enum figure_id figure)
{
    return text_of(figures[figure].unit[report->language]);
}

void
link_fill(struct view *view, struct text stem)
{
    view_format(view, "FILE", "%.*s.html", TEXT_ARG(stem));
    view_format(view, "MARKDOWN_FILE", "%.*s.md", TEXT_ARG(stem));
}

void
link_figure(const struct report *report, enum figure_id figure,
            struct view *view)
{
    enum figure_id shown_by = report->year->figures[figure].shown_by;

    view_list(view, "LINK");
    if (figure_has_list(report, figure))
        link_fill(view_item(view, "LINK"), text_of(figures[shown_by].page));
}

/* How much more or fewer, in the figure's own unit: whole where it is. */
static struct text
amount_text(enum figure_kind kind, struct fraction by, struct arena *arena)
{
    bool is_whole = (kind == FIGURE_IS_COUNT || kind == FIGURE_IS_SUM) &&
                    by.denominator == 1;

    return decimal_text(arena, llabs(by.numerator), by.denominator,
                        is_whole ? 0 : 1);
}

static struct text
points_text(struct fraction by, struct arena *arena)
{
    int64_t tenths = round_half_up(llabs(by.numerator), by.denominator, 3);

    return decimal_text(arena, tenths, 10, 1);
}

static struct text
change_in_points(const struct report *report, struct fraction by,
                 struct arena *arena)
{
    const struct text details[4] = {points_text(by, arena)};

    if (text_is(details[0], "0.0"))
        return say(report->language, WORDING_CHANGE_NEARLY_SAME);
    return say_with(arena, report->language,
                    by.numerator > 0 ? WORDING_CHANGE_POINTS_UP
                                     : WORDING_CHANGE_POINTS_DOWN,
                    details);
}

/* What a month is compared with: "较上月" or "同比", "上月" or "上年同月". */
struct base {
    const struct year *year;
    enum wording compared, name;
};

static struct text
change_in_amount(const struct report *report, enum figure_id figure,
                 const struct comparison *change, struct text compared,
                 struct arena *arena)
{
    bool is_share = change->kind == CHANGE_PERCENT;
    enum wording more =
        is_share ? WORDING_CHANGE_MORE_PERCENT : WORDING_CHANGE_MORE;
    enum wording less =
        is_share ? WORDING_CHANGE_LESS_PERCENT : WORDING_CHANGE_LESS;
    enum wording words = change->by.numerator > 0   ? more
                         : change->by.numerator < 0 ? less
                                                    : WORDING_CHANGE_SAME;

    return SAY(arena, report->language, words,
               amount_text(figures[figure].kind, change->by, arena),
               figure_unit(report, figure),
               is_share ? percent_text(arena, llabs(change->share.numerator),
                                       change->share.denominator)
                        : text_of(""),
               compared);
}

static struct text
change_none(const struct report *report, enum figure_id figure,
            const struct base *base, struct arena *arena)
{
    const struct figure *before = &base->year->figures[figure];
    const struct text details[4] = {[3] = say(report->language, base->name)};
    bool is_zero = before->is_present && before->denominator != 0 &&
                   before->numerator == 0;

    return say_with(arena, report->language,
                    is_zero ? WORDING_CHANGE_FROM_NOTHING : WORDING_CHANGE_NONE,
                    details);
}

static struct text
change_since(const struct report *report, enum figure_id figure,
             const struct base *base, struct arena *arena)
{
    struct comparison change =
        change_of(figures[figure].kind, &report->year->figures[figure],
                  &base->year->figures[figure]);

    if (change.kind == CHANGE_NONE)
        return change_none(report, figure, base, arena);
    if (change.kind == CHANGE_POINTS && change.by.numerator != 0)
        return change_in_points(report, change.by, arena);
    return change_in_amount(report, figure, &change,
                            say(report->language, base->compared), arena);
}

struct text
change_words(const struct report *report, enum figure_id figure,
             struct arena *arena)
{
    const struct base month = {report->previous, WORDING_CHANGE_ON_MONTH,
                               WORDING_CHANGE_SINCE_MONTH};

    if (report->previous == NULL)
        return say(report->language, WORDING_CHANGE_FIRST_MONTH);
    return change_since(report, figure, &month, arena);
}

/* Of what happened within the month; running totals of two years are not
   counted from the same day. */
static void
fill_on_year(const struct report *report, enum figure_id figure,
             struct view *item)
{
    const struct base year = {report->last_year, WORDING_CHANGE_ON_YEAR,
                              WORDING_CHANGE_SINCE_YEAR};

    view_list(item, "ON_YEAR");
    if (report->last_year && text_ends(text_of(figures[figure].id), ".month"))
        view_text(view_item(item, "ON_YEAR"), "TEXT",
                  change_since(report, figure, &year, item->arena));
}

struct pace
figure_pace(const struct report *report, enum figure_id figure)
{
    enum figure_kind kind = figures[figure].kind;
    bool is_rate = kind == FIGURE_IS_RATE;
    struct attainment attainment;
    struct pace pace = {.is_given = false};

    if ((!is_rate && kind != FIGURE_IS_COUNT && kind != FIGURE_IS_SUM) ||
        !target_of(report->year, figure, &pace.target))
        return pace;
    attainment = attainment_of(report->year, figure, &pace.target);
    pace.is_given = attainment.share.denominator != 0;
    pace.is_scheduled = !is_rate && !pace.target.is_of_month;
    pace.done = attainment.share;
    pace.schedule = attainment.schedule;
    pace.ahead = pace.is_scheduled ? attainment.ahead : attainment.above;
    return pace;
}

/* A target as people wrote it: no decimals unless there are some. */
static struct text
target_text(int64_t millionths, struct arena *arena)
{
    return decimal_text(arena, millionths, MILLION,
                        millionths % MILLION == 0 ? 0 : 1);
}

static struct text
say_target(const struct report *report, enum figure_id figure,
           const struct pace *pace, enum wording of_count, struct arena *arena)
{
    return SAY(
        arena, report->language,
        figures[figure].kind == FIGURE_IS_RATE ? WORDING_TARGET_OF_RATE
                                               : of_count,
        target_text(pace->target.millionths, arena),
        figure_unit(report, figure),
        percent_text(arena, pace->done.numerator, pace->done.denominator));
}

struct text
pace_target(const struct report *report, enum figure_id figure,
            const struct pace *pace, struct arena *arena)
{
    return say_target(report, figure, pace, WORDING_TARGET_AND_DONE, arena);
}

struct text
pace_reached(const struct report *report, enum figure_id figure,
             const struct pace *pace, struct arena *arena)
{
    return say_target(report, figure, pace, WORDING_TARGET_REACHED, arena);
}

struct text
pace_words(const struct report *report, const struct pace *pace,
           struct arena *arena)
{
    int64_t part = pace->ahead.numerator;
    enum wording words;

    if (pace->is_scheduled)
        words = part > 0   ? WORDING_PACE_AHEAD
                : part < 0 ? WORDING_PACE_BEHIND
                           : WORDING_PACE_EVEN;
    else
        words = part > 0   ? WORDING_TARGET_EXCEEDED
                : part < 0 ? WORDING_TARGET_MISSED
                           : WORDING_TARGET_MET;
    return SAY(arena, report->language, words, points_text(pace->ahead, arena));
}

const char *
pace_tone(const struct pace *pace)
{
    wide points = (wide)pace->ahead.numerator * 100;
    wide whole = pace->ahead.denominator;

    return points >= 0                    ? "good"
           : points > WARN_BEHIND * whole ? "calm"
           : points >= BAD_BEHIND * whole ? "warn"
                                          : "bad";
}

/* A share of the whole in hundredths of a percent, for a bar. */
static void
fill_width(struct view *view, const char *name, struct fraction share)
{
    int64_t part = round_half_up(share.numerator, share.denominator, 4);

    if (part > WHOLE)
        part = WHOLE;
    view_format(view, name, "%d.%02d", (int)(part / 100), (int)(part % 100));
}

static void
fill_target(const struct report *report, enum figure_id figure,
            struct view *item)
{
    struct pace pace = figure_pace(report, figure);
    struct view *target;

    view_list(item, "TARGET");
    if (!pace.is_given)
        return;
    target = view_item(item, "TARGET");
    view_text(target, "TEXT", pace_target(report, figure, &pace, item->arena));
    view_text(target, "PACE", pace_words(report, &pace, item->arena));
    view_text(target, "TONE", text_of(pace_tone(&pace)));
    fill_width(target, "WIDTH", pace.done);
    view_list(target, "SCHEDULE");
    if (pace.is_scheduled)
        fill_width(view_item(target, "SCHEDULE"), "X", pace.schedule);
}

/* Of a rate: what of what. */
static void
fill_share(const struct report *report, enum figure_id figure,
           struct view *item)
{
    const struct figure *value = &report->year->figures[figure];

    view_list(item, "SHARE");
    if (figures[figure].kind == FIGURE_IS_RATE && value->denominator > 0)
        view_text(
            view_item(item, "SHARE"), "TEXT",
            SAY(item->arena, report->language, WORDING_PART_OF,
                text_format(item->arena, "%lld", (long long)value->numerator),
                text_format(item->arena, "%lld",
                            (long long)value->denominator)));
}

/* The unit beside the value: none beside a dash; in English "1 problem", not
   "1 problems". */
static struct text
unit_beside(const struct report *report, enum figure_id figure)
{
    const struct figure *value = &report->year->figures[figure];
    struct text unit = figure_unit(report, figure);

    if (value->denominator == 0)
        return text_of("");
    if (report->language == EN && value->numerator == value->denominator &&
        text_ends(unit, "s"))
        unit.length--;
    return unit;
}

void
card_fill(const struct report *report, enum figure_id figure, struct view *item)
{
    view_text(item, "FIGURE", text_of(figures[figure].id));
    view_text(item, "LABEL", figure_label(report, figure));
    view_text(item, "VALUE", figure_text(item->arena, report->year, figure));
    view_text(item, "UNIT", unit_beside(report, figure));
    link_figure(report, figure, item);
    view_text(view_item(item, "CHANGE"), "TEXT",
              change_words(report, figure, item->arena));
    fill_on_year(report, figure, item);
    fill_target(report, figure, item);
    fill_share(report, figure, item);
    view_list(item, "SPARK");
    view_list(item, "SUBJECT");
}

/* Years in which nothing was carried over need no card that says so. */
static bool
has_card(const struct report *report, enum figure_id figure)
{
    return figure_is_shown(report, figure) &&
           (report->year->figures[figure].count > 0 ||
            !text_ends(text_of(figures[figure].id), ".carried"));
}

void
cards_fill(const struct report *report, const enum figure_id *shown,
           struct view *view)
{
    size_t count = 0;

    view_list(view, "CARD");
    view_list(view, "STAT");
    for (size_t i = 0; shown[i] != FIGURE_COUNT; i++)
        if (has_card(report, shown[i]))
            card_fill(report, shown[i],
                      view_item(view, count++ < CARDS_MOST ? "CARD" : "STAT"));
    view_flag(view, "HAS_CARDS", count > 0);
    view_flag(view, "HAS_STATS", count > CARDS_MOST);
}
