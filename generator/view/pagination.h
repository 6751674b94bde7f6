/*
 * A report's lists as they are cut into pages (list.h plans them).
 */
#ifndef VIEW_PAGINATION_H
#define VIEW_PAGINATION_H

#include <stddef.h>

#include "view/report.h"
#include "year/year.h"

struct chapter;
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

/* The rows of a figure, borrowed until another figure's are asked for. */
struct list_rows {
    enum figure_id figure;
    const struct row **rows;
    size_t count;
};

/* The chapter that tells of the ledger, or NULL. */
const struct chapter *list_chapter(enum ledger_id ledger);

/* The columns that lists of the ledger show: those some file brought and the
   edition does not withhold, in order; *count of them, from the arena. */
const size_t *list_columns(const struct report *report, enum ledger_id ledger,
                           struct arena *arena, size_t *count);

/* How the cells of a column stand: "n" numbers, "t" texts that may wrap, "d"
   all else, "d one" what is never parted. */
const char *column_class(const struct column *column);

/* How many rows of a table that ends after so many may be shown: in one file
   it ends with the lists. */
size_t list_most(const struct report *report, size_t most);

/* How many rows of a roster, which is worth the room: ten for each row of
   other tables. */
size_t roster_most(const struct report *report, size_t most);

/* REST {TEXT}: of so many rows how many are shown, and how many more the page
   has on the site; empty when all are shown. */
void list_rest(const struct report *report, size_t shown, size_t rows,
               const char *page, struct view *view);

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
