/*
 * Which columns a list shows: one that says the same of every record is said
 * once above the table, one that is blank throughout is left out.
 */
#ifndef VIEW_LIST_SHAPE_H
#define VIEW_LIST_SHAPE_H

#include <stdint.h>

#include "view/record_columns.h"
#include "year/year.h"

struct list_shapes;
struct view;

/* Found once for each list; freed by the caller. */
struct list_shapes *list_shapes_new(void);
void list_shapes_free(struct list_shapes *shapes);

/* A bit for each of the record's columns that the list leaves out. */
uint32_t list_left_out(const struct report *report, enum figure_id figure);

/* COLUMN {TITLE KEY CLASS}: those shown.  SAME {TEXT}: what is said once, and
   who is left out. */
void list_columns_fill(const struct report *report, enum figure_id figure,
                       struct view *view);

#endif
