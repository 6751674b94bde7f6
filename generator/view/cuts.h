/*
 * A report's lists as they are cut into pages (list.h plans them).
 */
#ifndef VIEW_CUTS_H
#define VIEW_CUTS_H

#include <stddef.h>

#include "view/report.h"

/* A figure's pages; none for a figure without a list of its own.  In one file
   (report.h) a list has one page, which may end before the list does. */
struct list_cuts {
    const size_t *starts; /* place of each page's first row */
    size_t count;         /* pages */
    size_t rows;          /* in all */
    size_t end;           /* behind the last row shown */
};

/* The rows of a figure, borrowed until another figure's are asked for. */
struct list_rows {
    enum figure_id figure;
    const struct row **rows;
    size_t count;
};

const struct list_cuts *list_cuts(const struct report *report,
                                  enum figure_id figure);
const struct list_rows *list_rows(const struct report *report,
                                  enum figure_id figure);

#endif
