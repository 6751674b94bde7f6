/*
 * A chapter's tables: by unit, by category, by age, by month of entry.
 */
#ifndef VIEW_BREAKDOWN_H
#define VIEW_BREAKDOWN_H

#include "view/chapter.h"

/* BY_UNIT, BY_CATEGORY, AGEING and COHORT of parts/chapter. */
void breakdown_fill(const struct report *report, const struct chapter *chapter,
                    struct view *view);

/* "raised" → 提出, the title of a table's column. */
struct text table_column_title(const struct report *report, const char *column,
                               struct arena *arena);

/* The columns a page shows, in their order; how many.  What was carried over
   has one only in a year in which something was, what nobody filled in has
   none. */
size_t table_columns(const struct report *report, enum table_id table,
                     size_t columns[TABLE_COLUMNS_MOST]);

/* What stands there in the row; 0 if the table has no such column. */
int64_t table_value(const struct table_row *row, enum table_id table,
                    const char *column);

struct text table_title(const struct report *report, enum table_id table);

struct text count_text(struct arena *arena, int64_t count);

#endif
