/*
 * The page that answers "which ones?".
 */
#ifndef PAGE_LIST_H
#define PAGE_LIST_H

#include <stddef.h>

#include "year/year.h"

struct report;
struct view;

/* Sets all names of a list's page but its RECORDs (view/record_rows.h). */
void list_fill(const struct report *report, enum figure_id figure, size_t page,
               struct view *view);

#endif
