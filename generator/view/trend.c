#include "view/trend.h"

#include "base/arena.h"
#include "view/view.h"

/* The plot's edges; right of it stand the names of the lines. */
enum {
    PLOT_LEFT = 900,   /* hundredths of a percent */
    PLOT_RIGHT = 7400, /* likewise */
    PLOT_NAMES = 7650, /* likewise */
    PLOT_TOP = 24,     /* pixels */
    PLOT_BOTTOM = 236,
    PLOT_HEIGHT = 264,
    LABEL_APART = 19, /* pixels between two names */
    TICKS_MOST = 6,
    GRID_STEPS = 4,
    LABELS_MOST = TREND_SERIES_MOST + 1,
};

/* Where and what the name of a line is. */
struct end_label {
    const char *tone;
    struct text text;
    int64_t y;
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
    int64_t most = trend->target;

    for (size_t s = 0; s < trend->series_count; s++)
        for (size_t i = 0; i < trend->points; i++)
            if (trend->series[s].values[i] > most)
                most = trend->series[s].values[i];
    return most > 0 ? most : 1;
}

static int64_t
x_of(const struct trend *trend, size_t point)
{
    if (trend->points < 2)
        return (PLOT_LEFT + PLOT_RIGHT) / 2;
    return PLOT_LEFT + (PLOT_RIGHT - PLOT_LEFT) * (int64_t)point /
                           (int64_t)(trend->points - 1);
}

static int64_t
y_of(int64_t value, int64_t top)
{
    return PLOT_BOTTOM - (PLOT_BOTTOM - PLOT_TOP) * value / top;
}

static void
fill_grid(struct view *item, int64_t step, int64_t top)
{
    view_list(item, "GRID");
    for (int64_t value = 0; value <= top; value += step) {
        struct view *line = view_item(item, "GRID");

        chart_percent(line, "X", PLOT_RIGHT);
        view_count(line, "Y", y_of(value, top));
        view_count(line, "TEXT_Y", y_of(value, top) - 4);
        view_count(line, "LABEL", value);
    }
}

/* The last month is always named, and so many before it as have room. */
static void
fill_ticks(struct view *item, const struct trend *trend)
{
    size_t step = (trend->points + TICKS_MOST - 1) / TICKS_MOST;

    view_list(item, "TICK");
    for (size_t i = 0; i < trend->points; i++) {
        struct view *tick;
        int64_t x = x_of(trend, i);

        if ((trend->points - 1 - i) % step != 0)
            continue;
        tick = view_item(item, "TICK");
        chart_percent(tick, "X", x);
        view_count(tick, "Y", PLOT_BOTTOM + 20);
        view_text(tick, "LABEL", trend->ticks[i]);
    }
}

static void
add_line(struct view *item, const char *tone, int64_t x1, int64_t x2,
         const int64_t y[2])
{
    struct view *line = view_item(item, "LINE");

    view_text(line, "TONE", text_of(tone));
    chart_percent(line, "X1", x1);
    chart_percent(line, "X2", x2);
    view_count(line, "Y1", y[0]);
    view_count(line, "Y2", y[1]);
}

static void
fill_lines(struct view *item, const struct trend *trend, int64_t top)
{
    static const char *const tones[TREND_SERIES_MOST] = {"main", "second"};

    view_list(item, "LINE");
    view_list(item, "DOT");
    if (trend->target > 0)
        add_line(
            item, "target", 0, PLOT_RIGHT,
            (int64_t[]){y_of(trend->target, top), y_of(trend->target, top)});
    for (size_t s = trend->series_count; s-- > 0;)
        for (size_t i = 1; i < trend->points; i++)
            add_line(item, tones[s], x_of(trend, i - 1), x_of(trend, i),
                     (int64_t[]){y_of(trend->series[s].values[i - 1], top),
                                 y_of(trend->series[s].values[i], top)});
    for (size_t i = 0; i < trend->points; i++) {
        struct view *dot = view_item(item, "DOT");

        chart_percent(dot, "X", x_of(trend, i));
        view_count(dot, "Y", y_of(trend->series[0].values[i], top));
    }
}

/* Names that would touch are moved apart, the highest line's name on top. */
static void
spread(struct end_label *labels, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && labels[j].y < labels[j - 1].y; j--) {
            struct end_label lower = labels[j];

            labels[j] = labels[j - 1];
            labels[j - 1] = lower;
        }
    for (size_t i = 1; i < count; i++)
        if (labels[i].y < labels[i - 1].y + LABEL_APART)
            labels[i].y = labels[i - 1].y + LABEL_APART;
    for (size_t i = count; i-- > 0;) {
        int64_t lowest = PLOT_BOTTOM - LABEL_APART * (int64_t)(count - 1 - i);

        if (labels[i].y > lowest)
            labels[i].y = lowest;
    }
}

static void
fill_ends(struct view *item, const struct trend *trend, int64_t top)
{
    struct end_label labels[LABELS_MOST];
    size_t count = 0;

    if (trend->target > 0)
        labels[count++] = (struct end_label){
            "target",
            text_format(item->arena, "%.*s %lld", TEXT_ARG(trend->target_name),
                        (long long)trend->target),
            y_of(trend->target, top)};
    for (size_t s = 0; s < trend->series_count; s++) {
        int64_t last = trend->series[s].values[trend->points - 1];

        labels[count++] = (struct end_label){
            s == 0 ? "main" : "second",
            text_format(item->arena, "%.*s %lld",
                        TEXT_ARG(trend->series[s].name), (long long)last),
            y_of(last, top)};
    }
    spread(labels, count);
    view_list(item, "END");
    for (size_t i = 0; i < count; i++) {
        struct view *end = view_item(item, "END");

        view_text(end, "TONE", text_of(labels[i].tone));
        chart_percent(end, "X", PLOT_NAMES);
        view_count(end, "Y", labels[i].y + 4);
        view_text(end, "LABEL", labels[i].text);
    }
}

void
chart_trend(struct view *view, const char *name, const struct trend *trend)
{
    int64_t most = most_of(trend);
    int64_t step = grid_step(most);
    int64_t top = (most + step - 1) / step * step;
    struct view *item = chart_begin(view, name, &trend->words, &trend->table);

    if (item == NULL)
        return;
    view_text(item, "DESC", trend->desc);
    view_count(item, "HEIGHT", PLOT_HEIGHT);
    fill_grid(item, step, top);
    fill_ticks(item, trend);
    fill_lines(item, trend, top);
    fill_ends(item, trend, top);
    for (size_t i = 0; i < trend->table.count; i++)
        chart_add_row(item, &trend->table, &trend->table.rows[i]);
}
