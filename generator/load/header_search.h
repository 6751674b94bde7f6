/*
 * The first records of an export, and the one among them that is most like a
 * header (load/header.h).
 */
#ifndef LOAD_HEADER_SEARCH_H
#define LOAD_HEADER_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "intake/records.h"
#include "ledger/column_titles.h"
#include "load/preamble.h"

struct arena;
struct source;

enum { HEAD_RECORDS = 20, HEADER_ROWS = 3 };

/* One of the first records, split at one delimiter. */
struct head_row {
    struct text *cells; /* trimmed copies */
    struct text *keys;  /* the same, folded as titles are */
    const struct title **meanings;
    size_t count;
    size_t filled; /* cells that are not blank */
    size_t known;  /* cells that are titles of some ledger */
    size_t ticks;  /* cells that are statuses: titles of a matrix of ticks */
    enum damage damage; /* a damaged row has no cells */
    uint32_t line;
    uint32_t row;
    struct mark after;
};

/* A header: one row, or up to three below each other from merged cells. */
struct header_found {
    const char *delimiter; /* as text: "，" has three bytes */
    struct head_row rows[HEAD_RECORDS];
    size_t row_count;
    size_t first, last;  /* which of the rows */
    struct text *titles; /* merged, by field */
    struct text *keys;
    const struct title **meanings;
    size_t count;
    int ledger;               /* -1: none of the rows is a header */
    bool is_complete;         /* has every required column */
    bool is_named;            /* by a title that no other ledger has */
    size_t matched;           /* how many columns of the ledger it has */
    struct preamble preamble; /* of the rows above */
};

/* What to look for. */
struct head_search {
    struct arena *arena;
    const struct titles *titles;
    const struct source *source;
    int campaign_year;
};

/* The best header, whatever the delimiter, but for the one that a first line
   "sep=;" states. */
void header_search(const struct head_search *search, struct header_found *head);

/* Of a head that is none the row most like one. */
void header_search_likeliest(struct header_found *head);

/* How many titles are statuses of the ledger, ticked below. */
size_t header_search_ticks(const struct header_found *head);

/* Whether a required column may be absent because something else tells. */
bool header_search_stands_in(const struct header_found *head, size_t column);

#endif
