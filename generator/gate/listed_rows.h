/*
 * How many records a page, and each place of it with an anchor, shows: what a
 * number may lead to.
 *
 * A page shows the rows of its lists (data-list): of a table those of its
 * bodies, of ul or ol its items.  A place shows the rows of the lists in it,
 * or of the tables when there is no list; a body its own rows; a heading what
 * stands under it.  Rows that are hidden, or folded in a closed details, are
 * not shown.  A table with th[data-sum] stands for the sum of that column.
 */
#ifndef GATE_LISTED_ROWS_H
#define GATE_LISTED_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct html_tag;
struct page_facts;

enum { LISTED_ROWS_DEEPEST = 32 };

/* One page while its tags and texts come in; start with seen set and
   everything else zero. */
struct listed_rows {
    struct page_facts *seen;
    struct listed_rows_place {
        enum listed_rows_kind {
            LISTED_OTHER,
            LISTED_TABLE,
            LISTED_BODY,
            LISTED_ITEMS,
            LISTED_HEADING
        } kind;
        size_t depth;
        char level; /* of a heading */
        struct text anchor, list;
        size_t items;
        size_t rows, listed; /* counted before it */
        int64_t sum;
        size_t tables, lists; /* begun before it */
    } open[LISTED_ROWS_DEEPEST];
    size_t count;         /* of open */
    size_t rows, listed;  /* of all tables; of all lists */
    int64_t sum;          /* of all lists, and */
    size_t tables, lists; /* how many */
    size_t table_depth, body_depth, folded_depth;
    bool in_table, in_body, is_folded;
    size_t column, sum_column; /* from 1 */
    bool in_sum;
    int64_t cell, table_sum;
};

void listed_rows_tag(struct listed_rows *listed, const struct html_tag *tag);
void listed_rows_text(struct listed_rows *listed, struct text text);

/* The page is over: the page itself is a place too. */
void listed_rows_end(struct listed_rows *listed);

#endif
