/*
 * Charts, as names for the parts that draw them.
 *
 * A chart always brings its numbers as a table: parts/trend.html draws lines
 * above it, parts/bars.html draws a bar inside each row, parts/grid.html has
 * the table alone; parts/table.md writes the same table in Markdown.  Nothing
 * is scaled: x is in percent, y in pixels, so that words keep their size at
 * every width.  All arithmetic is in integers.
 */
#ifndef VIEW_CHART_H
#define VIEW_CHART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct view;

enum { TREND_SERIES_MOST = 2 };

/* What every chart says of itself.  The id is unique in its page. */
struct chart_title {
    const char *id;
    struct text title;    /* what it shows, or what it finds */
    struct text subtitle; /* of what, by what, until when */
    struct text key;      /* the title of the table's first column */
};

/* One line of the table: a label, and a cell for each further column. */
struct chart_row {
    struct text label;
    struct text stem; /* of the page the label leads to; empty: none */
    const struct text *cells;
    /* For bars: how long, of what whole (0: the chart's longest), and whether
       it is what must be acted on. */
    int64_t length;
    int64_t whole;
    bool is_alarm;
};

/* The table below or around the drawing. */
struct chart_table {
    const struct text *heads; /* of the columns behind the first */
    size_t columns;
    const struct chart_row *rows;
    size_t count;
};

/* Running totals over the months, the first series being the one that
   matters. */
struct trend {
    struct chart_title words;
    struct text desc; /* the finding, read aloud instead of the drawing */
    struct chart_table table;
    struct {
        struct text name;
        const int64_t *values;
    } series[TREND_SERIES_MOST];
    size_t series_count;
    const struct text *ticks; /* one for each point: "10月" */
    size_t points;
    int64_t target; /* 0: none */
    struct text target_name;
};

/* Each sets a list of one item, which holds all names its part uses; a chart
   without rows sets the empty list, and its section is left out. */
void chart_trend(struct view *view, const char *name,
                 const struct trend *trend);
void chart_bars(struct view *view, const char *name,
                const struct chart_title *words,
                const struct chart_table *table);
void chart_grid(struct view *view, const char *name,
                const struct chart_title *words,
                const struct chart_table *table);

/* Small columns without words for a card, the last one set off. */
void chart_spark(struct view *view, const char *name, const int64_t *values,
                 size_t count);

#endif
