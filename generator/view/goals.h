/*
 * The year's targets: what the month page leads with, and the table of them.
 */
#ifndef VIEW_GOALS_H
#define VIEW_GOALS_H

#include <stddef.h>

#include "view/card.h"
#include "view/pace.h"
#include "year/year.h"

struct report;
struct view;

enum { GOALS_MOST = 16 };

/* A figure with a target for the year, and where it stands. */
struct goal {
    enum figure_id figure;
    struct pace pace;
    struct text name; /* 难题解决 */
};

/* The figures that have a schedule first, in the order of the campaign. */
size_t goals_of(const struct report *report, struct goal goals[GOALS_MOST],
                struct arena *arena);

/* How much of its target is done, "88.0%"; "—" of a ceiling. */
struct text goal_share(const struct report *report, const struct goal *goal,
                       struct arena *arena);

/* "快4.7个百分点", where a head says against what; else as pace_words says. */
struct text goal_pace(const struct report *report, const struct goal *goal,
                      struct arena *arena);

/* GOALS, one item or none: the table, a ROW for each. */
void goals_fill(const struct report *report, struct view *view);

/* HEADLINE, the one sentence a month is told by, and at most three of BULLET:
   what is missed that has no schedule, a limit that is broken among them, the
   largest lead and the largest lag; without targets this month's result and
   what is overdue. */
void headline_fill(const struct report *report, struct view *view);

#endif
