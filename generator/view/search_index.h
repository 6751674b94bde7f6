/*
 * What a search across the month looks in: every record that some list of the
 * month shows, as a script that a page opened from the disk may load.
 */
#ifndef VIEW_SEARCH_INDEX_H
#define VIEW_SEARCH_INDEX_H

#include "base/text.h"

struct arena;
struct report;

/* window.shijiIndex = {"pages": [[stem, list]], "rows": [[page, anchor, id,
   title, unit]]}, as the edition shows them; the id is empty where it is the
   anchor.  Empty when no record is shown, or so many that a page would be slow
   to load them. */
struct text search_index(const struct report *report, struct arena *arena);

#endif
