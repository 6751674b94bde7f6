/*
 * Whether there is anything to count a figure from: nobody's zero is no zero.
 */
#ifndef YEAR_PRESENCE_H
#define YEAR_PRESENCE_H

#include <stdbool.h>

#include "year/figures.h"

struct year;

/* Its ledger was received; of a figure that needs a column, some row fills
   that, or, where it counts events, some file has it: of no day given nothing
   has happened yet.  A rate has the source of what it is a share of. */
bool figure_has_source(const struct year *year, enum figure_id figure);

#endif
