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

#include "view/pagination.h"

struct file_sink;

enum { LISTS_HTML, LISTS_MARKDOWN, LISTS_FORMATS };

/* A page of a list with its rows, as parts/records makes them. */
struct list_page_made {
    enum figure_id figure;
    size_t page;
    struct text rows[LISTS_FORMATS];
};

/* Makes every page of every list the report plans, which take gets with its
   rows, lent for the call, and every download, which goes to the sink.  False
   if a template is wrong, or take or the sink stops. */
bool record_pages_render(const struct report *report, const char *templates,
                         const struct file_sink *sink,
                         bool (*take)(void *data,
                                      const struct list_page_made *made),
                         void *data);

#endif
