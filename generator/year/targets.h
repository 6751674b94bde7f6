/*
 * What targets.csv sets, and how far a figure has come.
 */
#ifndef YEAR_TARGETS_H
#define YEAR_TARGETS_H

#include "year/compare.h"

struct target {
    int64_t millionths; /* of a rate in percent */
    bool is_of_month;   /* for the report month alone: no 序时进度 */
    bool is_ceiling;    /* to be kept below, not to be reached */
};

/* Why a line of targets.csv is of no use. */
enum target_fault {
    TARGET_IS_SOUND,
    TARGET_OF_NOTHING, /* no figure has that id or label */
    TARGET_OF_SEVERAL, /* several figures bear that label */
    TARGET_OF_ZERO     /* nothing is left to be reached */
};
enum target_fault target_fault(const struct target_entry *entry);

/* Whether a line before it in the same folder is for the same figure and
   month: that one stands. */
bool target_is_repeated(const struct codes *codes, size_t index);

/* The target of the report month if there is one, else that for every month,
   of the newest folder that has one; false if there is none. */
bool target_of(const struct year *year, enum figure_id figure,
               struct target *target);

/* The same for an id that is no figure's: of an indicator,
   "indicators.award". */
bool target_of_id(const struct year *year, struct text id,
                  struct target *target);

/* A target's attainment against 序时进度. */
struct attainment {
    struct fraction share;    /* value ÷ target */
    struct fraction schedule; /* months elapsed ÷ 12 */
    struct fraction ahead;    /* share − schedule, from unrounded values */
    struct fraction above;    /* value − target: of a rate not times 100 */
};

/* All without value (denominator 0) when the figure has none. */
struct attainment attainment_of(const struct year *year, enum figure_id figure,
                                const struct target *target);

#endif
