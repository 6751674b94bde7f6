/*
 * Charts, as names for the parts that draw them.
 *
 * A chart always brings its numbers as a table: parts/trend.html draws lines
 * above it, parts/bars.html draws a bar inside each row, parts/dots.html two
 * dots, parts/grid.html has the table alone, parts/multiples.html many small
 * charts above it; parts/table.md writes the same table in Markdown.  Nothing
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
    const struct text *places; /* of each cell (view/places.h); NULL: none */
    const char *const *tones;  /* a class for each cell; NULL: none */
    /* For bars: how long, of what whole (0: the chart's longest), and whether
       it is what must be acted on. */
    int64_t length;
    int64_t whole;
    bool is_alarm;
};

/* The rows of a table that grows with the data, or a page could be of any
   size; list_most takes it down further in one file. */
enum {
    CHART_ROWS_MOST = 300,
    CHART_ROWS_HOLLOW = 3, /* from so many on a column of zeros is left out */
    CHART_ROWS_TALL = 30   /* beyond these the heads stay in sight: IS_TALL */
};

/* The table below or around the drawing. */
struct chart_table {
    const struct text *heads; /* of the columns behind the first */
    size_t columns;
    const struct chart_row *rows;
    size_t count;
    size_t most; /* rows to show, and a word on how many are not; 0: all */
    const char *counts; /* the table of counts it shows; NULL: none */
};

/* One small chart of many; all of a chart share one scale. */
struct panel {
    struct text label;
    struct text stem;  /* of the page it leads to; empty: none */
    struct text total; /* beside the label */
    struct text desc;  /* its numbers, read aloud instead of the drawing */
    const int64_t *values;
};

/* Small multiples, and one table behind all of them. */
struct multiples {
    struct chart_title words;
    struct chart_table table;
    const struct panel *panels;
    size_t count;
    struct text first, last; /* names of the first and the last point */
    size_t points;
};

/* Running totals over the whole year: a line up to the report month, and the
   schedule as a diagonal to its last.  The first values belong to the year's
   first month. */
enum { TREND_MONTHS = 12 };

struct trend {
    struct chart_title words;
    struct text desc; /* the finding, read aloud instead of the drawing */
    struct chart_table table;
    const int64_t *values;    /* what matters */
    size_t points;            /* months that have values */
    const struct text *ticks; /* one for each month of the year */
    int64_t target;           /* at the end of the year; 0: none */
    struct text end, target_end; /* what stands at the ends */
};

/* For each row of the table a point and the one before it on a scale that
   begins and ends where they do; negative: none.  LEGEND, CUT_OFF {TEXT}, TICK
   {X LABEL}, and on each row LINE {X1 X2}, BEFORE {X}, NOW {X}. */
struct dots {
    struct chart_title words;
    struct chart_table table;
    const int64_t *now, *before;
    int64_t one; /* what of them makes one on the scale */
};

/* Each sets a list of one item, which holds all names its part uses; a chart
   without rows sets the empty list, and its section is left out. */
void chart_bars(struct view *view, const char *name,
                const struct chart_title *words,
                const struct chart_table *table);
void chart_grid(struct view *view, const char *name,
                const struct chart_title *words,
                const struct chart_table *table);
void chart_multiples(struct view *view, const char *name,
                     const struct multiples *multiples);
void chart_dots(struct view *view, const char *name, const struct dots *dots);
void chart_trend(struct view *view, const char *name,
                 const struct trend *trend);

/* What every chart begins with: its words, the heads of its table, then each
   row; NULL when the table has none.  view/trend.c draws by these too. */
struct view *chart_begin(struct view *view, const char *name,
                         const struct chart_title *words,
                         const struct chart_table *table);
struct view *chart_add_row(struct view *item, const struct chart_table *table,
                           const struct chart_row *row);

/* "63.20" for 6320. */
void chart_percent(struct view *view, const char *name, int64_t hundredths);

/* Small columns without words for a card, the last one set off. */
void chart_spark(struct view *view, const char *name, const int64_t *values,
                 size_t count);

#endif
