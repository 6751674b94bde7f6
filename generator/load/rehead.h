/*
 * Headers that come again in other words, or in another order: files joined.
 */
#ifndef LOAD_REHEAD_H
#define LOAD_REHEAD_H

#include <stdbool.h>

struct record;
struct row_reading;
struct titles;

/* Whether most cells of the record are titles of columns.  *is_in_order tells
   whether each stands in its column. */
bool rehead_is(const struct row_reading *at, const struct titles *titles,
               const struct record *record, bool *is_in_order);

#endif
