/*
 * Running totals over the months as lines, with the target they should reach.
 */
#ifndef VIEW_TREND_H
#define VIEW_TREND_H

#include "view/chart.h"

enum { TREND_SERIES_MOST = 2 };

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

/* All names of parts/trend, as the other charts do (view/chart.h). */
void chart_trend(struct view *view, const char *name,
                 const struct trend *trend);

#endif
