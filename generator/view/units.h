/*
 * The units of a report, numbered in protocol order, and their tables.
 */
#ifndef VIEW_UNITS_H
#define VIEW_UNITS_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct report;
struct table_row;
struct unit_roll;

/* A unit that some record counts for; code 0: records that give none. */
struct unit_shown {
    uint32_t code;
    struct text name;
};

/* On English pages the name that the list of units gives for that. */
struct text unit_said(const struct report *report, struct text name);

/* In protocol order, those without unit last; from the arena. */
const struct unit_shown *units_shown(const struct report *report,
                                     struct arena *arena, size_t *count);

/* How many they are. */
size_t units_count(const struct report *report);

/* The same and what follows found once, for as long as the report: kept in
   report->kept.units, freed by the caller.  The report's year is borrowed. */
struct unit_roll *unit_roll_new(const struct report *report);
void unit_roll_free(struct unit_roll *roll);

/* "unit-3", the file of the unit's page; empty when it has none. */
struct text unit_file(const struct report *report, uint32_t code,
                      struct arena *arena);

/* The tables by unit: the number of the next one at or after, or
   TABLE_COUNT. */
size_t units_table(const struct report *report, size_t from);

/* The unit's row in such a table; NULL if it has none. */
const struct table_row *units_row(const struct report *report, size_t table,
                                  uint32_t code);

/* "raised" → 累计提出 */
struct text units_column(const struct report *report, const char *column,
                         struct arena *arena);

/* Where the unit stands among the others: smaller comes first. */
int64_t unit_rank(const struct report *report, const struct unit_shown *unit);

#endif
