/*
 * List pages, whose rows are made once.
 *
 * A record stands in the list of every figure it counts for, and looks the
 * same in all of them.  So the rows of a ledger are expanded once, in order,
 * and their bytes are handed to the page that each of their lists is at.
 */
#ifndef RENDER_LISTS_H
#define RENDER_LISTS_H

#include <stdbool.h>

#include "view/report.h"

enum { LISTS_HTML, LISTS_MARKDOWN, LISTS_FORMATS };

/* A page of a list with its rows, as parts/records makes them. */
struct list_page_made {
    enum figure_id figure;
    size_t page;
    struct text rows[LISTS_FORMATS];
};

/* Takes one page; the rows are lent for the call.  False: already reported,
   stop. */
struct list_taker {
    bool (*take)(void *data, const struct list_page_made *made);
    void *data;
};

/* Makes every page of every list the report plans (report->lists).  False if
   a template is wrong or the taker stops. */
bool lists_render(const struct report *report, const char *templates,
                  const struct list_taker *taker);

#endif
