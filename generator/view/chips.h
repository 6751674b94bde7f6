/*
 * The fields of the records on a page of a list, each with how many are of
 * it, to choose by.
 */
#ifndef VIEW_CHIPS_H
#define VIEW_CHIPS_H

#include <stddef.h>

struct column;
struct report;
struct row;
struct view;

/* HAS_CHIPS and ALL, and CHIP {TEXT COUNT} for each field in the order of
   their numbers: where there are some, but no more than one sees at a glance,
   and every record has one. */
void chips_fill(const struct report *report, const struct column *column,
                const struct row *const *rows, size_t count, struct view *view);

#endif
