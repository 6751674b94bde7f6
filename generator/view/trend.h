/*
 * Running totals over the whole year: a line up to the report month, and the
 * schedule as a diagonal to its last month.
 */
#ifndef VIEW_TREND_H
#define VIEW_TREND_H

#include "view/chart.h"

enum { TREND_MONTHS = 12 };

/* The first values belong to the year's first month. */
struct trend {
    struct chart_title words;
    struct text desc; /* the finding, read aloud instead of the drawing */
    struct chart_table table;
    const int64_t *values;    /* what matters */
    const int64_t *second;    /* a quieter line beside it; NULL: none */
    size_t points;            /* months that have values */
    const struct text *ticks; /* one for each month of the year */
    int64_t target;           /* at the end of the year; 0: none */
    struct text end, second_end, target_end; /* what stands at the ends */
};

/* All names of parts/trend, as the other charts do (view/chart.h). */
void chart_trend(struct view *view, const char *name,
                 const struct trend *trend);

#endif
