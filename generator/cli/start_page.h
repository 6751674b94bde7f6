/*
 * The one page of shiji start: what was found in the ledgers, and a button.
 */
#ifndef CLI_START_PAGE_H
#define CLI_START_PAGE_H

#include <stdbool.h>

#include "base/text.h"

struct job;

struct start_page {
    const char *input;
    const char *token;   /* only who was sent the page can press its button */
    const char *outcome; /* what came of that, or NULL */
    const char *site;    /* the address of what is published, or NULL */
};

/* From the job's arena; its messages are those of the page. */
struct text start_page_make(struct job *job, const struct start_page *page);

#endif
