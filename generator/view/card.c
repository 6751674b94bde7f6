#include "view/card.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/change.h"
#include "view/pace.h"
#include "view/view.h"
#include "year/redact.h"

enum {
    CARDS_MOST = 4,
};

/* Of what happened within the month; running totals of two years are not
   counted from the same day. */
static void
fill_changes(const struct report *report, enum figure_id figure,
             struct view *item)
{
    struct text words = change_words(report, figure, item->arena);

    view_list(item, "CHANGE");
    if (words.length > 0)
        view_text(view_item(item, "CHANGE"), "TEXT", words);
    view_list(item, "ON_YEAR");
    if (report->last_year == NULL ||
        !text_ends(text_of(figures[figure].id), ".month"))
        return;
    words = change_on_year(report, figure, item->arena);
    if (words.length > 0)
        view_text(view_item(item, "ON_YEAR"), "TEXT", words);
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
    view_text(target, "PACE", pace_words(report, figure, &pace, item->arena));
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

/* The unit beside the value: none beside a dash. */
static struct text
unit_beside(const struct report *report, enum figure_id figure,
            struct text value)
{
    return report->year->figures[figure].denominator == 0
               ? text_of("")
               : unit_of_count(report, figure, value);
}

void
card_fill(const struct report *report, enum figure_id figure, struct view *item)
{
    struct text value = figure_text(item->arena, report->year, figure);
    struct text said, unit;
    bool is_exact = figure_said(report, figure, &said, &unit, item->arena);

    view_text(item, "FIGURE", text_of(figures[figure].id));
    view_text(item, "LABEL", figure_label(report, figure));
    view_text(item, "VALUE", value);
    view_text(item, "UNIT",
              is_exact || report->language == ZH
                  ? unit_beside(report, figure, value)
                  : text_join(item->arena, TEXT("× "),
                              unit_beside(report, figure, value)));
    view_flag(item, "IS_EXACT", is_exact);
    view_flag(item, "IS_ROUNDED", !is_exact);
    view_text(item, "SAID", said);
    view_text(item, "SAID_UNIT",
              is_exact ? unit_beside(report, figure, value) : unit);
    link_figure(report, figure, item);
    fill_changes(report, figure, item);
    fill_target(report, figure, item);
    fill_share(report, figure, item);
    view_list(item, "SPARK");
}

/* What is zero now and then, and good news then. */
static bool
comes_and_goes(enum figure_id figure)
{
    return text_ends(text_of(figures[figure].id), ".month") ||
           text_ends(text_of(figures[figure].id), ".open") ||
           text_ends(text_of(figures[figure].id), ".overdue") ||
           text_ends(text_of(figures[figure].id), ".due_soon");
}

/* What there was none of all year needs no card that says so, unless it is
   the first or there is a target to it. */
static bool
has_card(const struct report *report, enum figure_id figure, bool is_first)
{
    return figure_is_shown(report, figure) &&
           (report->year->figures[figure].count > 0 || is_first ||
            comes_and_goes(figure) || figure_pace(report, figure).is_given ||
            figures[figure].kind == FIGURE_IS_RATE);
}

void
cards_fill(const struct report *report, const enum figure_id *shown,
           struct view *view)
{
    size_t count = 0;

    view_list(view, "CARD");
    view_list(view, "STAT");
    for (size_t i = 0; shown[i] != FIGURE_COUNT; i++)
        if (has_card(report, shown[i], count == 0))
            card_fill(report, shown[i],
                      view_item(view, count++ < CARDS_MOST ? "CARD" : "STAT"));
    view_list(view, "FIRST");
    if (count > 0 && report->previous == NULL)
        view_text(view_item(view, "FIRST"), "TEXT",
                  say(report->language, WORDING_CHANGES_FIRST));
    view_flag(view, "HAS_CARDS", count > 0);
    view_flag(view, "HAS_STATS", count > CARDS_MOST);
}
