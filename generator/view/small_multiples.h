/*
 * Each unit's year at a glance: problems solved, month by month.
 */
#ifndef VIEW_SMALL_MULTIPLES_H
#define VIEW_SMALL_MULTIPLES_H

#include <stddef.h>

struct report;
struct view;

/* MULTIPLES, for parts/multiples, of the units from first to before end;
   empty when no problem was solved. */
void small_multiples_fill(const struct report *report, size_t first, size_t end,
                          struct view *view);

#endif
