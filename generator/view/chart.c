#include "view/chart.h"

#include "base/arena.h"
#include "view/card.h"
#include "view/view.h"

/* The plot's edges; right of it stand the names of the lines. */
enum {
    PLOT_LEFT = 150,   /* hundredths of a percent */
    PLOT_RIGHT = 7200, /* likewise */
    PLOT_NAMES = 7500, /* likewise */
    PLOT_TOP = 28,     /* pixels */
    PLOT_BOTTOM = 208,
    PLOT_HEIGHT = 236,
    LABEL_APART = 19, /* pixels between two names */
    TICKS_MOST = 6,
    GRID_STEPS = 4,
    LABELS_MOST = TREND_SERIES_MOST + 1,
    SPARK_HEIGHT = 24,
    SPARK_MOST = 12,
};

/* Where and what the name of a line is. */
struct end_label {
    const char *tone;
    struct text text;
    int64_t y;
};

static void
set_percent(struct view *view, const char *name, int64_t hundredths)
{
    view_format(view, name, "%d.%02d", (int)(hundredths / 100),
                (int)(hundredths % 100));
}

/* value of whole in hundredths of a percent, within 0 and 100 %. */
static int64_t
share(int64_t value, int64_t whole)
{
    if (whole <= 0 || value <= 0)
        return 0;
    return value >= whole ? 10000 : (value * 10000 + whole / 2) / whole;
}

static void
fill_words(struct view *item, const struct chart_title *words)
{
    view_text(item, "ID", text_of(words->id));
    view_text(item, "TITLE", words->title);
    view_text(item, "SUBTITLE", words->subtitle);
    view_text(item, "KEY_TITLE", words->key);
}

static void
fill_heads(struct view *item, const struct chart_table *table)
{
    view_list(item, "HEAD");
    for (size_t i = 0; i < table->columns; i++)
        view_text(view_item(item, "HEAD"), "TEXT", table->heads[i]);
}

static struct view *
add_row(struct view *item, const struct chart_table *table,
        const struct chart_row *row)
{
    struct view *line = view_item(item, "ROW");

    view_text(line, "LABEL", row->label);
    view_list(line, "LINK");
    if (row->stem.length > 0)
        link_fill(view_item(line, "LINK"), row->stem);
    view_list(line, "CELL");
    for (size_t i = 0; i < table->columns; i++)
        view_text(view_item(line, "CELL"), "TEXT", row->cells[i]);
    return line;
}

static struct view *
add_chart(struct view *view, const char *name, const struct chart_title *words,
          const struct chart_table *table)
{
    struct view *item;

    view_list(view, name);
    if (table->count == 0)
        return NULL;
    item = view_item(view, name);
    fill_words(item, words);
    fill_heads(item, table);
    return item;
}

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

        set_percent(line, "X", PLOT_RIGHT);
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
        set_percent(tick, "X", x < 500 ? 500 : x);
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
    set_percent(line, "X1", x1);
    set_percent(line, "X2", x2);
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

        set_percent(dot, "X", x_of(trend, i));
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
        set_percent(end, "X", PLOT_NAMES);
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
    struct view *item = add_chart(view, name, &trend->words, &trend->table);

    if (item == NULL)
        return;
    view_text(item, "DESC", trend->desc);
    view_count(item, "HEIGHT", PLOT_HEIGHT);
    fill_grid(item, step, top);
    fill_ticks(item, trend);
    fill_lines(item, trend, top);
    fill_ends(item, trend, top);
    for (size_t i = 0; i < trend->table.count; i++)
        add_row(item, &trend->table, &trend->table.rows[i]);
}

void
chart_bars(struct view *view, const char *name, const struct chart_title *words,
           const struct chart_table *table)
{
    struct view *item = add_chart(view, name, words, table);
    int64_t longest = 0;

    for (size_t i = 0; i < table->count; i++) {
        const struct chart_row *row = &table->rows[i];

        if (row->length > longest)
            longest = row->length;
        if (row->whole > longest)
            longest = row->whole;
    }
    for (size_t i = 0; i < table->count; i++) {
        const struct chart_row *row = &table->rows[i];
        struct view *line = add_row(item, table, row);

        set_percent(line, "WIDTH", share(row->length, longest));
        set_percent(line, "WHOLE", share(row->whole, longest));
        view_text(line, "TONE", text_of(row->is_alarm ? "alarm" : "plain"));
    }
}

void
chart_grid(struct view *view, const char *name, const struct chart_title *words,
           const struct chart_table *table)
{
    struct view *item = add_chart(view, name, words, table);

    for (size_t i = 0; i < table->count; i++)
        add_row(item, table, &table->rows[i]);
}

void
chart_spark(struct view *view, const char *name, const int64_t *values,
            size_t count)
{
    size_t first = count > SPARK_MOST ? count - SPARK_MOST : 0;
    int64_t most = 1;
    struct view *item;

    view_list(view, name);
    if (count < 2)
        return;
    item = view_item(view, name);
    for (size_t i = first; i < count; i++)
        if (values[i] > most)
            most = values[i];
    for (size_t i = first; i < count; i++) {
        struct view *column = view_item(item, "COLUMN");
        int64_t high = values[i] <= 0 ? 0 : values[i] * SPARK_HEIGHT / most;

        high = high < 1 ? 1 : high;
        set_percent(column, "X", 10000 / SPARK_MOST * (int64_t)(i - first));
        set_percent(column, "WIDTH", 600);
        view_count(column, "Y", SPARK_HEIGHT - high);
        view_count(column, "HEIGHT", high);
        view_text(column, "TONE", text_of(i + 1 == count ? "plain" : "pale"));
    }
}
