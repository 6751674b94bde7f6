/*
 * The rows of lists by the unit or the field they count for, found once for
 * all of them; and those of a cadre.
 */
#ifndef VIEW_BY_UNIT_H
#define VIEW_BY_UNIT_H

#include <stddef.h>
#include <stdint.h>

#include "view/places.h"

struct by_unit;
struct report;

/* Lists are grouped as they are asked for; freed by the caller. */
struct by_unit *by_unit_new(void);
void by_unit_free(struct by_unit *lists);

/* The rows of a figure's list that count for the unit or field, in the order
   of the list; *count of them, borrowed from report->kept.by_unit, or from the
   arena if that is NULL.  None in a ledger that has no such column.  Those of
   a cadre stand in the order of their entry, the latest first, in the arena. */
const struct row *const *scope_rows(const struct report *report,
                                    struct scope_key scope,
                                    enum figure_id figure, struct arena *arena,
                                    size_t *count);

#endif
