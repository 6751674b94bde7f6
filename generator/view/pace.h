/*
 * A figure against its target: how far it is reached, and 序时进度; or, of what
 * there should be little, whether it has been kept below.
 */
#ifndef VIEW_PACE_H
#define VIEW_PACE_H

#include <stdbool.h>

#include "view/report.h"
#include "year/targets.h"

struct arena;

struct pace {
    bool is_given;
    bool is_scheduled; /* a running total: 序时进度 applies */
    bool is_reached;
    struct target target;
    struct fraction done;  /* 完成率 */
    struct fraction ahead; /* of 序时进度, or of the target itself; negative:
                              behind, or above what it should keep below */
    struct fraction schedule;
};

struct pace figure_pace(const struct report *report, enum figure_id figure);

/* "目标140项，完成94.3%", within a sentence "完成目标140项的94.3%", and
   "快于序时进度10.9个百分点". */
struct text pace_target(const struct report *report, enum figure_id figure,
                        const struct pace *pace, struct arena *arena);
struct text pace_reached(const struct report *report, enum figure_id figure,
                         const struct pace *pace, struct arena *arena);
struct text pace_words(const struct report *report, enum figure_id figure,
                       const struct pace *pace, struct arena *arena);

/* Of what has no schedule and is missed: "超出“控制在3项以内”的目标4项", or
   "距目标95%差4.0个百分点". */
struct text pace_missed(const struct report *report, enum figure_id figure,
                        const struct pace *pace, struct arena *arena);

/* "good", "calm", "warn" or "bad": the class that repeats pace_words. */
const char *pace_tone(const struct pace *pace);

#endif
