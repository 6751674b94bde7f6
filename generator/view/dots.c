/*
 * Two dots a row on one scale: where something stands, and where it stood.
 */
#include "base/arena.h"
#include "base/wording.h"
#include "view/chart.h"
#include "view/view.h"

enum {
    INTERVALS_MOST = 5,
    /* Hundredths of a percent: the words at its ends have room beside it. */
    PLOT_LEFT = 800,
    PLOT_WIDE = 8400,
};

/* From low to high in whole steps. */
struct scale {
    int64_t low, high, step;
};

static void
take_in(struct scale *scale, int64_t value)
{
    if (value < 0)
        return;
    if (scale->high < 0 || value < scale->low)
        scale->low = value;
    if (value > scale->high)
        scale->high = value;
}

/* The finest steps of five and more that do not make too many. */
static struct scale
scale_of(const struct dots *dots)
{
    struct scale ends = {0, -1, 5}, scale;

    for (size_t i = 0; i < dots->table.count; i++) {
        take_in(&ends, dots->now[i]);
        take_in(&ends, dots->before[i]);
    }
    if (ends.high < 0)
        ends.high = 0;
    do {
        int64_t step = ends.step * dots->one;

        scale = (struct scale){ends.low / step * step,
                               (ends.high + step - 1) / step * step, step};
        if (scale.high == scale.low && scale.low > 0)
            scale.low -= step;
        else if (scale.high == scale.low)
            scale.high += step;
        ends.step *= 2;
    } while (scale.high - scale.low > INTERVALS_MOST * scale.step);
    return scale;
}

/* In hundredths of a percent of the cell; the steps keep it from overflow. */
static int64_t
place_of(const struct scale *scale, const struct dots *dots, int64_t value)
{
    int64_t fine = dots->one / 1000 > 0 ? dots->one / 1000 : 1;

    return PLOT_LEFT + (value - scale->low) / fine * PLOT_WIDE /
                           ((scale->high - scale->low) / fine);
}

static void
fill_ticks(const struct scale *scale, const struct dots *dots,
           struct view *item)
{
    for (int64_t at = scale->low; at <= scale->high; at += scale->step) {
        struct view *tick = view_item(item, "TICK");

        chart_percent(tick, "X", place_of(scale, dots, at));
        view_count(tick, "LABEL", at / dots->one);
    }
}

static void
fill_row(const struct scale *scale, const struct dots *dots, size_t i,
         struct view *line)
{
    int64_t now = dots->now[i], before = dots->before[i];

    view_list(line, "LINE");
    view_list(line, "BEFORE");
    view_list(line, "NOW");
    if (now >= 0 && before >= 0) {
        struct view *way = view_item(line, "LINE");

        chart_percent(way, "X1", place_of(scale, dots, before));
        chart_percent(way, "X2", place_of(scale, dots, now));
    }
    if (before >= 0)
        chart_percent(view_item(line, "BEFORE"), "X",
                      place_of(scale, dots, before));
    if (now >= 0)
        chart_percent(view_item(line, "NOW"), "X", place_of(scale, dots, now));
}

/* What the axis hides must be said, and which dot is which. */
static void
fill_key(const struct scale *scale, const struct dots *dots, struct view *item)
{
    bool has_before = false;

    for (size_t i = 0; i < dots->table.count; i++)
        has_before = has_before || dots->before[i] >= 0;
    view_flag(item, "LEGEND", has_before);
    view_list(item, "CUT_OFF");
    if (scale->low > 0)
        view_text(
            view_item(item, "CUT_OFF"), "TEXT",
            SAY(item->arena, item->language, WORDING_DOTS_CUT_OFF,
                text_format(item->arena, "%d", (int)(scale->low / dots->one)),
                text_format(item->arena, "%d",
                            (int)(scale->high / dots->one))));
}

void
chart_dots(struct view *view, const char *name, const struct dots *dots)
{
    struct view *item = chart_begin(view, name, &dots->words, &dots->table);
    struct scale scale;

    if (item == NULL)
        return;
    scale = scale_of(dots);
    fill_key(&scale, dots, item);
    fill_ticks(&scale, dots, item);
    for (size_t i = 0; i < dots->table.count; i++)
        fill_row(&scale, dots, i,
                 chart_add_row(item, &dots->table, &dots->table.rows[i]));
}
