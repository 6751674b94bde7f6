/*
 * The numbers of a page that must lead to their records: every whole number
 * in the cells of a table of counts (data-table) and of a figure
 * (data-figure), but zeros, measures (days, shares, money, dates), what stands
 * under data-nolist, and the total above its own list.
 */
#ifndef GATE_LINKED_NUMBERS_H
#define GATE_LINKED_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct html_tag;
struct page_facts;

enum { LINKED_NUMBERS_MOST = 16 };

/* One page while its tags and texts come in; start with seen set and
   everything else zero. */
struct linked_numbers {
    struct page_facts *seen;
    struct text link; /* that is open */
    size_t link_depth;
    bool in_link;
    struct text table; /* that is open, and its columns that denote no list */
    size_t table_depth, column;
    uint64_t left_out;
    bool in_body;
    size_t no_list_depth;
    bool has_no_list;
    struct text figure; /* that is open */
    size_t figure_depth;
    size_t cell_depth;
    bool in_cell;
    /* Of the cell or figure that is open. */
    struct linked_number {
        int64_t number;
        struct text link;
    } found[LINKED_NUMBERS_MOST];
    size_t count, others;
    bool is_measure, has_letters;
    struct linked_numbers_total *totals; /* figures without a link */
};

void linked_numbers_tag(struct linked_numbers *numbers,
                        const struct html_tag *tag);
void linked_numbers_text(struct linked_numbers *numbers, struct text text);

/* The page is over, and its lists are known. */
void linked_numbers_end(struct linked_numbers *numbers);

#endif
