/*
 * What is made of the rows of the ledgers: list pages and downloads.
 *
 * A record stands in the list of every figure it counts for, and looks the
 * same in all of them.  So the rows of a ledger are read and expanded once, a
 * stretch at a time and by several threads; their bytes are then handed, in
 * order, to the page that each of their lists is at.
 */
#ifndef RENDER_RECORD_PAGES_H
#define RENDER_RECORD_PAGES_H

#include <stdbool.h>

#include "view/report.h"

enum { LISTS_HTML, LISTS_MARKDOWN, LISTS_FORMATS };

/* A page of a list with its rows, as parts/records makes them. */
struct list_page_made {
    enum figure_id figure;
    size_t page;
    struct text rows[LISTS_FORMATS];
};

/* Takes what has been made; all texts are lent for the call.  False: already
   reported, stop. */
struct list_sink {
    bool (*take)(void *data, const struct list_page_made *made);
    /* The download of a ledger, in pieces; pages come between them. */
    bool (*begin)(void *data, enum ledger_id ledger);
    bool (*append)(void *data, struct text lines);
    bool (*end)(void *data);
    void *data;
};

/* Makes every page of every list the report plans (report->lists), and every
   download.  False if a template is wrong or the taker
   stops. */
bool record_pages_render(const struct report *report, const char *templates,
                         const struct list_sink *taker);

#endif
