/*
 * The list behind a figure, cut into pages.
 *
 * Every figure that has a list of its own gets list pages; all pages of one
 * list together hold exactly the rows of the figure.  A page ends after 1000
 * rows, or earlier when its rows are long, so that it opens quickly on an old
 * phone.  Where the cuts lie is planned once per report.
 */
#ifndef PAGE_LIST_H
#define PAGE_LIST_H

#include <stddef.h>

#include "view/report.h"
#include "year/year.h"

struct list_plan;
struct view;

/* The report and its year are borrowed; what comes back is report->kept.lists for
   all pages, and is freed by the caller. */
struct list_plan *list_plan_new(const struct report *report);
void list_plan_free(struct list_plan *plan);

/* Sets all names of a list's page but its RECORDs (view/record_rows.h). */
void list_fill(const struct report *report, enum figure_id figure, size_t page,
               struct view *view);

/* How many pages a list has; how many of its rows stand on them up to one. */
size_t list_pages(const struct report *report, enum figure_id figure);
size_t list_rows_up_to(const struct report *report, enum figure_id figure,
                       size_t page);

/* "problems-solved" for page 0, "problems-solved-2" for page 1. */
struct text list_stem(enum figure_id figure, size_t page, struct arena *arena);

/* The page that shows the row at that place of the figure's list. */
size_t list_page_of(const struct report *report, enum figure_id figure,
                    size_t index);

/* "r-17": where a record, the 17th read of its ledger, stands in any list of
   the month.  Nothing the record says can be guessed from it. */
struct text list_anchor(const struct report *report, enum ledger_id ledger,
                        const struct row *row, struct arena *arena);

/* A column's title in the report's language. */
struct text column_title(const struct report *report,
                         const struct column *column, struct arena *arena);

#endif
