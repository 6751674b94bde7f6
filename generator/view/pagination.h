/*
 * The list behind a figure, cut into pages.
 *
 * Every figure that has a list of its own gets list pages; all pages of one
 * list together hold exactly the rows of the figure.  A page ends after 1000
 * rows, or earlier when its rows are long, so that it opens quickly on an old
 * phone.  Where the cuts lie is planned once per report.
 */
#ifndef VIEW_PAGINATION_H
#define VIEW_PAGINATION_H

#include <stddef.h>

#include "view/report.h"
#include "year/year.h"

struct chapter;
struct list_plan;
struct view;

/* A figure's pages; none for a figure without a list of its own.  In one file
   (report.h) a list has one page, which may end before the list does. */
struct list_cuts {
    const size_t *starts; /* place of each page's first row */
    size_t count;         /* pages */
    size_t rows;          /* in all */
    size_t end;           /* behind the last row shown */
    size_t later;         /* rows that wait at the cutoff, though the ledger
                             by now has the day they were done */
};

/* The rows of a figure in the order of its list: what waits by its deadline,
   all else by the day it counts from, the latest first. */
struct list_rows {
    const struct row **rows;
    size_t count;
};

/* The chapter that tells of the ledger, or NULL. */
/* The report and its year are borrowed; what comes back is report->kept.lists
   for all pages, and is freed by the caller. */
struct list_plan *list_plan_new(const struct report *report);
void list_plan_free(struct list_plan *plan);

/* Whether the figure has a list of its own, with rows of that ledger. */
bool list_is_of(const struct report *report, enum figure_id figure,
                enum ledger_id ledger);

/* How many pages a list has. */
size_t list_pages(const struct report *report, enum figure_id figure);

/* "problems-solved" for page 0, "problems-solved-2" for page 1. */
struct text list_stem(enum figure_id figure, size_t page, struct arena *arena);

/* The list of its ledger that has the record; FIGURE_COUNT if none has. */
enum figure_id list_with(const struct report *report, enum ledger_id ledger,
                         const struct row *row);

/* The page that shows the row, which is one of the list. */
size_t list_page_of(const struct report *report, enum figure_id figure,
                    const struct row *row);

/* Whether the list is of what waits to be done; whether its rows stand in the
   order of their days, the latest first; whether it falls into the months that
   a table counts by. */
bool list_waits(enum figure_id figure);
bool list_is_by_day(enum figure_id figure);
bool list_has_months(enum figure_id figure);

/* The columns that lists of the ledger show: those some file brought and the
   edition does not withhold, in order; *count of them, from the arena. */
const size_t *list_columns(const struct report *report, enum ledger_id ledger,
                           struct arena *arena, size_t *count);

/* How many rows of a table that ends after so many may be shown: in one file
   it ends with the lists. */
size_t list_most(const struct report *report, size_t most);

/* How many rows of a roster, which is worth the room: ten for each row of
   other tables. */
size_t roster_most(const struct report *report, size_t most);

/* How long a text is in HTML, entities included. */
size_t html_bytes(struct text text);

/* The place behind a page's last row. */
size_t list_page_end(const struct list_cuts *cuts, size_t page);

const struct list_cuts *list_cuts(const struct report *report,
                                  enum figure_id figure);
const struct list_rows *list_rows(const struct report *report,
                                  enum figure_id figure);

/* Which rows of the list stand on its page, in words: "本页第1至1000条…". */
struct text list_part(const struct report *report, const struct list_cuts *cuts,
                      size_t page, struct arena *arena);

/* What is to be said of a list as it stands: REST, of one cut short, how much
   of it is not here; LATER, how many of its rows the ledger by now calls done,
   which the month must not. */
void list_notes(const struct report *report, enum figure_id figure,
                struct view *view);

#endif
