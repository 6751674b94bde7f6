/*
 * Units that work together: the records a unit is named in without leading
 * them, as a further unit of the lead's cell or as 配合单位.  They count for
 * their lead alone; here they are only listed.
 */
#ifndef YEAR_JOINT_WORK_H
#define YEAR_JOINT_WORK_H

#include "year/year.h"

struct partnership {
    uint32_t unit; /* code in book->units */
    enum ledger_id ledger;
    size_t place; /* among the ledger's rows as they entered */
    const struct row *row;
};

struct joint_work {
    struct partnership *items; /* by unit and ledger, then as they entered */
    size_t count;
};

/* Of the records that stand in a list; from the arena. */
struct joint_work joint_work_of(const struct year *year, struct arena *arena);

/* The first of a unit's records in a ledger, *count of them behind one
   another; partners may be NULL. */
const struct partnership *joint_work_find(const struct joint_work *partners,
                                          uint32_t unit, enum ledger_id ledger,
                                          size_t *count);

#endif
