/*
 * Who has sent in a return, month by month.
 *
 * What is judged is the core ledgers together (problems, suggestions,
 * reports), for every unit of codes/units.csv and every unit that leads a
 * record.  In the month folder of month m a unit has
 *
 *   reported  a row of its own, set aside or not, or a file that names it as
 *             填报单位;
 *   nil       (零报告) only files that name it, none of them with a row;
 *   unread    neither, but a file that names it, above its header or in the
 *             file's name, was set aside whole;
 *   late      none of these, but a row that entered in m came in a later
 *             folder;
 *   missing   none of these.
 *
 * Files outside month folders count as received for the report month.  A
 * month for which nothing was received from anyone is not judged.
 */
#ifndef YEAR_COMPLETENESS_H
#define YEAR_COMPLETENESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct year;

enum unit_return {
    RETURN_MISSING,
    RETURN_LATE,
    RETURN_UNREAD,
    RETURN_NIL,
    RETURN_MADE,
    RETURN_KINDS
};

enum { RETURN_MONTHS = 12 };

struct unit_returns {
    uint32_t code;
    uint8_t months[RETURN_MONTHS]; /* enum unit_return, by judged month */
};

struct completeness {
    struct month months[RETURN_MONTHS]; /* those judged, in order */
    size_t month_count;
    struct unit_returns *units; /* as on the list of units, then as met */
    size_t unit_count;
    size_t missing; /* units and months */
    /* Files set aside whole that name no unit, by judged month. */
    size_t unread[RETURN_MONTHS];
};

/* From the year's start to its month; from the arena. */
struct completeness completeness_of(const struct year *year,
                                    struct arena *arena);

/* How many units have sent in nothing for the judged month of that place. */
size_t completeness_missing(const struct completeness *completeness,
                            size_t month);

#endif
