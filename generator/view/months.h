/*
 * The months of the campaign year, and what of a figure happened in each.
 */
#ifndef VIEW_MONTHS_H
#define VIEW_MONTHS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "year/year.h"

struct arena;
struct report;

enum { YEAR_MONTHS = 12 };

/* A figure month by month.  What is summed is times, else rows. */
struct figure_months {
    int64_t values[YEAR_MONTHS];
    int64_t running[YEAR_MONTHS]; /* from the start of the year */
    int64_t most;                 /* of values */
    size_t known;                 /* months up to the report's */
};

struct figure_months figure_months_of(const struct report *report,
                                      enum figure_id figure);

/* The months of figures that were asked for, kept as they are found. */
struct months_kept;

struct months_kept *months_kept_new(struct arena *arena);

/* The day by which a row of the figure's list stands in one month of it: when
   it was done for what counts things done, else when it entered. */
struct date figure_day(const struct report *report, enum figure_id figure,
                       const struct row *row);

/* The month of that place in the year: 0 is the first. */
struct month year_month(const struct report *report, size_t place);

/* "10月3日" within the campaign year, "2024年12月3日" outside it, "10月" where
   no day is given; in English "3 Oct"; empty for no date. */
struct text day_words(const struct report *report, struct date date,
                      struct arena *arena);

/* "10月" as it stands below a chart; of many only the first says 月. */
struct text month_tick(const struct report *report, size_t place,
                       struct arena *arena);

/* "m-2025-03": where in a list the rows of that month stand. */
struct text month_anchor(const struct report *report, size_t place,
                         struct arena *arena);

#endif
