/*
 * When each record came and when it was done, a line a record, on the months
 * of the year; drawn by parts/timeline.html above the tables that hold them.
 */
#ifndef VIEW_TIMELINE_H
#define VIEW_TIMELINE_H

#include "base/date.h"
#include "base/text.h"

struct arena;
struct report;
struct timeline;
struct view;

struct span {
    struct date from, to; /* a span without both days is not drawn */
    enum span_kind { SPAN_DONE, SPAN_OPEN, SPAN_LATE } kind;
};

/* An empty one, from the arena, where all of it stands.  The report is
   borrowed. */
struct timeline *timeline_new(const struct report *report, struct arena *arena);

/* The spans added from now on stand under that title. */
void timeline_begin(struct timeline *timeline, struct text title);
void timeline_add(struct timeline *timeline, const struct span *span);

/* A list TIMELINE of one item: TITLE SUBTITLE DESC HEIGHT TICK {X LABEL} GRID
   {X} NOW {X} BAND {Y LABEL} LINE {X1 X2 Y TONE} DOT {X Y TONE}.  Empty where
   there are too few or too many spans to be told apart. */
void timeline_fill(const struct timeline *timeline, struct view *view);

#endif
