/*
 * The way between the pages of what is cut into many.
 */
#ifndef VIEW_PAGER_H
#define VIEW_PAGER_H

#include <stddef.h>

#include "base/text.h"
#include "base/wording.h"
#include "view/report.h"

struct arena;
struct view;

/* "units", "units-2", ...: the pages' files, counted from 0. */
struct text pager_stem(const char *stem, size_t page, struct arena *arena);

/* PAGER {FILE MARKDOWN_FILE NUMBER IS_HERE IS_ELSEWHERE}, seen from one of
   count pages; empty when it is the only one. */
void pager_fill(struct view *view, const char *stem, size_t page, size_t count);

/* What stands on one page of a table that is cut after so many rows; the month
   in one file has the first page only, and cuts it shorter (list_most). */
struct portion {
    size_t page;
    size_t first, end; /* of the rows shown */
    size_t count;      /* in all */
    size_t pages;
};

struct portion portion_of(const struct report *report, size_t page,
                          size_t count, size_t most);

/* PART {TEXT}, empty when all is shown, saying of how many ("%1 to %2 of %3")
   these are; IS_PART, PAGER, and the PAGE_TITLE of all pages but the first. */
void portion_fill(const char *stem, enum wording page_title,
                  const struct portion *portion, enum wording part,
                  struct view *view);

#endif
