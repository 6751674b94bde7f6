/*
 * Which columns a page of a list shows: one that says the same of every record
 * is said once above the table, one that is blank throughout is left out.
 */
#ifndef VIEW_LIST_SHAPE_H
#define VIEW_LIST_SHAPE_H

#include <stdint.h>

#include "view/record_columns.h"
#include "year/year.h"

struct view;

/* A bit for each of the record's columns that the page leaves out. */
uint32_t list_left_out(const struct report *report, enum figure_id figure,
                       size_t page);

/* COLUMN {TITLE KEY CLASS}: those shown.  SAME {TEXT}: what is said once, and
   who is left out.  The bits of list_left_out come back. */
uint32_t list_columns_fill(const struct report *report, enum figure_id figure,
                           size_t page, struct view *view);

#endif
