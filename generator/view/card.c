#include "view/card.h"

#include "base/arena.h"
#include "view/view.h"
#include "view/wording.h"

__extension__ typedef __int128 wide;

enum {
    SMALL_BASE = 10, /* below it a percentage says less than the change */
    MONTHS = 12,
    CARDS_MOST = 4,
    MILLION = 1000000,
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
           privacy_shows_ledger(report->privacy, (int)figures[figure].ledger);
}

enum figure_id
figure_named(struct text id)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (text_is(id, figures[i].id))
            return (enum figure_id)i;
    return FIGURE_COUNT;
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

/* Between two rates, or two means: exact, then rounded once.  Scores have
   large denominators, so their product needs more than 64 bits. */
static struct text
apart(const struct figure *now, const struct figure *before, int64_t times,
      struct arena *arena, int64_t *way)
{
    wide part = (wide)now->numerator * before->denominator -
                (wide)before->numerator * now->denominator;
    wide whole = (wide)now->denominator * before->denominator;
    wide size = part < 0 ? -part : part;
    wide tenths = (2 * size * times * 10 + whole) / (2 * whole);

    *way = (part > 0) - (part < 0);
    return decimal_text(arena, (int64_t)tenths, 10, 1);
}

static struct text
change_of_rate(const struct report *report, const struct figure *now,
               const struct figure *before, struct arena *arena)
{
    int64_t way;
    struct text points = apart(now, before, 100, arena, &way);
    const struct text details[4] = {points};

    if (way == 0)
        return say(report->language, WORDING_CHANGE_SAME);
    if (text_is(points, "0.0"))
        return say(report->language, WORDING_CHANGE_NEARLY_SAME);
    return say_with(arena, report->language,
                    way > 0 ? WORDING_CHANGE_POINTS_UP
                            : WORDING_CHANGE_POINTS_DOWN,
                    details);
}

static struct text
change_of_mean(const struct report *report, enum figure_id figure,
               struct arena *arena)
{
    const struct figure *now = &report->year->figures[figure];
    const struct figure *before = &report->previous->figures[figure];
    int64_t way;
    const struct text details[4] = {apart(now, before, 1, arena, &way),
                                    figure_unit(report, figure)};

    if (way == 0)
        return say(report->language, WORDING_CHANGE_SAME);
    return say_with(arena, report->language,
                    way > 0 ? WORDING_CHANGE_MORE : WORDING_CHANGE_LESS,
                    details);
}

static struct text
change_of_count(const struct report *report, enum figure_id figure,
                struct arena *arena)
{
    int64_t whole = report->year->figures[figure].denominator;
    int64_t now = report->year->figures[figure].numerator;
    int64_t before = report->previous->figures[figure].numerator;
    int64_t by = now > before ? now - before : before - now;
    bool is_small = before < SMALL_BASE * whole;
    int decimals = by % whole == 0 ? 0 : 1;
    const struct text details[4] = {decimal_text(arena, by, whole, decimals),
                                    figure_unit(report, figure),
                                    percent_text(arena, by, before)};
    enum wording more =
        is_small ? WORDING_CHANGE_MORE : WORDING_CHANGE_MORE_PERCENT;
    enum wording less =
        is_small ? WORDING_CHANGE_LESS : WORDING_CHANGE_LESS_PERCENT;

    if (before == 0)
        return say(report->language, WORDING_CHANGE_FROM_NOTHING);
    if (now == before)
        return say(report->language, WORDING_CHANGE_SAME);
    return say_with(arena, report->language, now > before ? more : less,
                    details);
}

struct text
change_words(const struct report *report, enum figure_id figure,
             struct arena *arena)
{
    const struct figure *now = &report->year->figures[figure];
    const struct figure *before;

    if (report->previous == NULL)
        return say(report->language, WORDING_CHANGE_FIRST_MONTH);
    before = &report->previous->figures[figure];
    if (!before->is_present || before->denominator == 0 ||
        now->denominator == 0)
        return say(report->language, WORDING_CHANGE_NONE);
    switch (figures[figure].kind) {
    case FIGURE_IS_RATE:
        return change_of_rate(report, now, before, arena);
    case FIGURE_IS_MEDIAN:
    case FIGURE_IS_MEAN:
    case FIGURE_IS_P90:
        return change_of_mean(report, figure, arena);
    case FIGURE_IS_COUNT:
    case FIGURE_IS_SUM:
        break;
    }
    return change_of_count(report, figure, arena);
}

/* The target for this month, else the one for every month. */
static const struct target_entry *
find_target(const struct report *report, enum figure_id figure)
{
    const struct codes *codes = report->book->codes;
    const struct target_entry *found = NULL;

    for (size_t i = 0; i < codes->target_count; i++) {
        const struct target_entry *target = &codes->targets[i];

        if (!text_is(target->figure, figures[figure].id) ||
            target->millionths <= 0)
            continue;
        if (target->month.number == report->year->month.number)
            return target;
        if (target->month.number == 0)
            found = target;
    }
    return found;
}

struct pace
figure_pace(const struct report *report, enum figure_id figure)
{
    const struct target_entry *target = find_target(report, figure);
    const struct figure *value = &report->year->figures[figure];
    enum figure_kind kind = figures[figure].kind;
    bool is_rate = kind == FIGURE_IS_RATE;
    struct pace pace = {.elapsed = report->year->month.number -
                                   report->year->start.number + 1};

    if (target == NULL || value->denominator == 0 ||
        (!is_rate && kind != FIGURE_IS_COUNT && kind != FIGURE_IS_SUM))
        return pace;
    pace.is_given = true;
    pace.millionths = target->millionths;
    pace.is_scheduled = !is_rate && target->month.number == 0;
    if (is_rate) {
        pace.done_part = value->numerator * 100 * MILLION;
        pace.done_whole = value->denominator * target->millionths;
    } else {
        pace.done_part = value->numerator * (MILLION / value->denominator);
        pace.done_whole = target->millionths;
    }
    pace.ahead_part = pace.done_part - pace.done_whole;
    pace.ahead_whole =
        is_rate ? value->denominator * 100 * MILLION : pace.done_whole;
    if (pace.is_scheduled) {
        pace.ahead_part =
            pace.done_part * MONTHS - pace.done_whole * pace.elapsed;
        pace.ahead_whole = pace.done_whole * MONTHS;
    }
    return pace;
}

/* A target as people wrote it: no decimals unless there are some. */
static struct text
target_text(const struct pace *pace, struct arena *arena)
{
    return decimal_text(arena, pace->millionths, MILLION,
                        pace->millionths % MILLION == 0 ? 0 : 1);
}

static struct text
say_target(const struct report *report, enum figure_id figure,
           const struct pace *pace, enum wording of_count, struct arena *arena)
{
    const struct text details[4] = {
        target_text(pace, arena), figure_unit(report, figure),
        percent_text(arena, pace->done_part, pace->done_whole)};

    return say_with(arena, report->language,
                    figures[figure].kind == FIGURE_IS_RATE
                        ? WORDING_TARGET_OF_RATE
                        : of_count,
                    details);
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
    int64_t part = pace->ahead_part;
    const struct text details[4] = {decimal_text(
        arena, (part < 0 ? -part : part) * 100, pace->ahead_whole, 1)};
    enum wording words;

    if (pace->is_scheduled)
        words = part > 0   ? WORDING_PACE_AHEAD
                : part < 0 ? WORDING_PACE_BEHIND
                           : WORDING_PACE_EVEN;
    else
        words = part > 0   ? WORDING_TARGET_EXCEEDED
                : part < 0 ? WORDING_TARGET_MISSED
                           : WORDING_TARGET_MET;
    return say_with(arena, report->language, words, details);
}

const char *
pace_tone(const struct pace *pace)
{
    if (pace->ahead_part >= 0)
        return "good";
    if (pace->ahead_part * 100 > WARN_BEHIND * pace->ahead_whole)
        return "calm";
    return pace->ahead_part * 100 >= BAD_BEHIND * pace->ahead_whole ? "warn"
                                                                    : "bad";
}

/* A share of the whole in hundredths of a percent, for a bar. */
static void
fill_width(struct view *view, const char *name, int64_t part, int64_t whole)
{
    int64_t share = part >= whole ? 10000 : part * 100 / (whole / 100 + 1);

    view_format(view, name, "%d.%02d", (int)(share / 100), (int)(share % 100));
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
    fill_width(target, "WIDTH", pace.done_part, pace.done_whole);
    view_list(target, "SCHEDULE");
    if (pace.is_scheduled)
        fill_width(view_item(target, "SCHEDULE"), "X", pace.elapsed * 10000,
                   MONTHS * 10000);
}

/* Of a rate: what of what. */
static void
fill_share(const struct report *report, enum figure_id figure,
           struct view *item)
{
    const struct figure *value = &report->year->figures[figure];
    const struct text details[4] = {
        text_format(item->arena, "%lld", (long long)value->numerator),
        text_format(item->arena, "%lld", (long long)value->denominator)};

    view_list(item, "SHARE");
    if (figures[figure].kind == FIGURE_IS_RATE && value->denominator > 0)
        view_text(
            view_item(item, "SHARE"), "TEXT",
            say_with(item->arena, report->language, WORDING_PART_OF, details));
}

void
card_fill(const struct report *report, enum figure_id figure, struct view *item)
{
    view_text(item, "FIGURE", text_of(figures[figure].id));
    view_text(item, "LABEL", figure_label(report, figure));
    view_text(item, "VALUE", figure_text(item->arena, report->year, figure));
    view_text(item, "UNIT", figure_unit(report, figure));
    link_figure(report, figure, item);
    view_text(view_item(item, "CHANGE"), "TEXT",
              change_words(report, figure, item->arena));
    fill_target(report, figure, item);
    fill_share(report, figure, item);
    view_list(item, "SPARK");
}

void
cards_fill(const struct report *report, const enum figure_id *shown,
           struct view *view)
{
    size_t count = 0;

    view_list(view, "CARD");
    view_list(view, "STAT");
    for (size_t i = 0; shown[i] != FIGURE_COUNT; i++)
        if (figure_is_shown(report, shown[i]))
            card_fill(report, shown[i],
                      view_item(view, count++ < CARDS_MOST ? "CARD" : "STAT"));
    view_flag(view, "HAS_CARDS", count > 0);
    view_flag(view, "HAS_STATS", count > CARDS_MOST);
}
