/*
 * The rows of lists by the unit they count for, found once for all units.
 */
#ifndef VIEW_BY_UNIT_H
#define VIEW_BY_UNIT_H

#include <stddef.h>
#include <stdint.h>

#include "year/year.h"

struct by_unit;
struct report;

/* Lists are grouped as they are asked for; freed by the caller. */
struct by_unit *by_unit_new(void);
void by_unit_free(struct by_unit *lists);

/* The rows of a figure's list that count for the unit, in order; *count of
   them, borrowed from report->kept.by_unit, or the arena if that is NULL. */
const struct row *const *by_unit_rows(const struct report *report,
                                      enum figure_id figure, uint32_t code,
                                      struct arena *arena, size_t *count);

#endif
