/*
 * Lines join only inside a box that is scaled as a whole; words stand outside
 * it, x in percent and y in pixels, and keep their size at every width.
 */
#include "view/chart.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "view/breakdown.h"
#include "view/view.h"
#include "year/year.h"

enum {
    PLOT_LEFT = 900,  /* hundredths of a percent */
    MONTH_WIDE = 760, /* likewise */
    PLOT_TOP = 26,    /* pixels */
    PLOT_HIGH = 132,
    BOX_HIGH = 1000, /* of the scaled box; a month is 100 wide in it */
    GRID_STEPS = 4,
    LABEL_ABOVE = 9,
    LABEL_HIGH = 12, /* above its foot */
};

/* The distance of grid lines: 1, 2 or 5 times a power of ten, so that at most
   GRID_STEPS of them reach the highest value. */
static int64_t
grid_step(int64_t most)
{
    static const int64_t factors[] = {1, 2, 5};

    for (int64_t power = 1;; power *= 10)
        for (size_t i = 0; i < 3; i++)
            if (factors[i] * power * GRID_STEPS >= most)
                return factors[i] * power;
}

static int64_t
most_of(const struct trend *trend)
{
    int64_t most = trend->target > 0 ? trend->target : 1;

    for (size_t i = 0; i < trend->points; i++)
        if (trend->values[i] > most)
            most = trend->values[i];
    return most;
}

static int64_t
x_of(size_t month)
{
    return PLOT_LEFT + MONTH_WIDE * (int64_t)month;
}

static int64_t
y_of(int64_t value, int64_t top)
{
    return PLOT_TOP + PLOT_HIGH - PLOT_HIGH * value / top;
}

/* "5000", "1.5万": five signs and more have no room on a phone. */
static struct text
axis_label(struct view *item, int64_t value)
{
    int64_t unit = item->language == ZH ? 10000 : 1000;

    if (value < 10000)
        return count_text(item->arena, value);
    return SAY(item->arena, item->language, WORDING_AXIS_LARGE,
               decimal_text(item->arena, value, unit, value % unit != 0));
}

static void
fill_grid(struct view *item, int64_t step, int64_t top)
{
    view_list(item, "GRID");
    for (int64_t value = 0; value <= top; value += step) {
        struct view *line = view_item(item, "GRID");

        view_count(line, "Y", y_of(value, top));
        view_count(line, "TEXT_Y", y_of(value, top) + 4);
        view_text(line, "LABEL", axis_label(item, value));
    }
}

static void
fill_ticks(struct view *item, const struct trend *trend)
{
    view_list(item, "TICK");
    for (size_t i = 0; i < TREND_MONTHS; i++) {
        struct view *tick = view_item(item, "TICK");

        chart_percent(tick, "X", x_of(i));
        view_count(tick, "Y", PLOT_TOP + PLOT_HIGH + 18);
        view_text(tick, "LABEL", trend->ticks[i]);
    }
}

/* "0,1000 100,970": in the scaled box. */
static void
fill_line(struct view *item, const char *name, const int64_t *values,
          size_t points, int64_t top)
{
    struct buffer line = {.arena = item->arena};

    view_list(item, name);
    if (values == NULL || points < 2)
        return;
    for (size_t i = 0; i < points; i++)
        buffer_put(
            &line,
            text_format(item->arena, "%s%zu,%lld", i > 0 ? " " : "", i * 100,
                        (long long)(BOX_HIGH - BOX_HIGH * values[i] / top)));
    view_text(view_item(item, name), "POINTS", buffer_text(&line));
}

/* About how wide a label is, in pixels: hanzi are square, digits half that. */
static int64_t
width_of(struct text label)
{
    int64_t width = 8;

    for (size_t at = 0; at < label.length; at++)
        if (((unsigned char)label.bytes[at] & 0xc0) != 0x80)
            width += (unsigned char)label.bytes[at] < 0x80 ? 7 : 12;
    return width;
}

/* Names stand above their point and to its left, in the first months to its
   right, so none leaves the drawing. */
static void
fill_end(struct view *item, const char *tone, struct text label, size_t month,
         int64_t y)
{
    struct view *end = view_item(item, "END");
    bool is_early = month < TREND_MONTHS / 3;

    view_text(end, "TONE", text_of(tone));
    view_flag(end, "IS_BEFORE", !is_early);
    view_flag(end, "IS_BEHIND", is_early);
    chart_percent(end, "X",
                  x_of(month) + (month + 1 == TREND_MONTHS ? 150 : 0));
    view_count(end, "Y", y);
    view_count(end, "TOP", y - LABEL_HIGH);
    view_count(end, "WIDE", width_of(label));
    view_text(end, "LABEL", label);
}

static void
fill_ends(struct view *item, const struct trend *trend, int64_t top)
{
    size_t last = trend->points - 1;
    int64_t main = y_of(trend->values[last], top);
    struct view *dot = view_item(item, "DOT");

    chart_percent(dot, "X", x_of(last));
    view_count(dot, "Y", main);
    view_list(item, "END");
    fill_end(item, "main", trend->end, last, main - LABEL_ABOVE);
    view_list(item, "GOAL");
    if (trend->target <= 0)
        return;
    dot = view_item(item, "GOAL");
    chart_percent(dot, "X", x_of(TREND_MONTHS - 1));
    view_count(dot, "Y", y_of(trend->target, top));
    fill_end(item, "target", trend->target_end, TREND_MONTHS - 1,
             y_of(trend->target, top) - LABEL_ABOVE);
}

void
chart_trend(struct view *view, const char *name, const struct trend *trend)
{
    int64_t step = grid_step(most_of(trend));
    int64_t top = (most_of(trend) + step - 1) / step * step;
    struct view *item = chart_begin(view, name, &trend->words, &trend->table);
    int64_t schedule[TREND_MONTHS];

    if (item == NULL)
        return;
    view_text(item, "DESC", trend->desc);
    fill_grid(item, step, top);
    fill_ticks(item, trend);
    /* In twelfths, so that the line is straight. */
    for (size_t i = 0; i < TREND_MONTHS; i++)
        schedule[i] = trend->target * (int64_t)(i + 1);
    fill_line(item, "SCHEDULE", trend->target > 0 ? schedule : NULL,
              TREND_MONTHS, top * TREND_MONTHS);
    fill_line(item, "LINE", trend->values, trend->points, top);
    fill_ends(item, trend, top);
    for (size_t i = 0; i < trend->table.count; i++)
        chart_add_row(item, &trend->table, &trend->table.rows[i]);
}
