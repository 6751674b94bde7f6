/*
 * The months of a figure as the rows of a table.
 */
#ifndef VIEW_MONTH_ROWS_H
#define VIEW_MONTH_ROWS_H

#include "year/year.h"

struct report;
struct view;

/* HEAD of a table with a column for each month, and the ROW of a figure in it:
   LABEL, CELL {TEXT TONE LINK} and TOTAL {TEXT LINK}. */
void month_heads_fill(const struct report *report, struct view *table);
void month_row_fill(const struct report *report, enum figure_id figure,
                    struct text label, struct view *row);

#endif
