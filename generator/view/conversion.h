/*
 * What comes of what comes in: problems solved, suggestions adopted, reports
 * converted, projects started, side by side on one scale of 100 %.
 */
#ifndef VIEW_CONVERSION_H
#define VIEW_CONVERSION_H

struct report;
struct view;

/* CONVERSION, for parts/bars; empty when nothing of it was received. */
void conversion_fill(const struct report *report, struct view *view);

#endif
