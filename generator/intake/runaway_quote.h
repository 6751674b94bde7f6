/*
 * Records that are closed, but by the quote of another record.
 *
 * Two quotes without partner, lines apart, make one record of all that stands
 * between them, and by chance it may have as many cells as it should; with
 * more or fewer it may be nothing worse than a ragged record.  What was
 * swallowed gives it away: a whole line inside one cell that has, by itself,
 * exactly the number of cells of a record; or the first line and the last,
 * which have that number each when the two quotes are taken for letters.
 */
#ifndef INTAKE_RUNAWAY_QUOTE_H
#define INTAKE_RUNAWAY_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct some_cells;

/* With fewer cells than this, a line of prose may have as many by chance: not
   to be asked then. */
enum { SWALLOW_CELLS = 4 };

/* Whether a record over several lines, which should have so many cells
   (SWALLOW_CELLS or more), holds lines that are records.  Line ends stand in
   some of them alone. */
bool runaway_quote_is_likely(const struct text *cells, size_t count,
                             const struct some_cells *broken, char delimiter,
                             size_t expected);

#endif
