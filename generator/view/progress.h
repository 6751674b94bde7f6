/*
 * How the figures that matter most went, month by month: what the year's page
 * draws.  It is kept in each month's summary.json, so that the page can be
 * made of what is published.
 */
#ifndef VIEW_PROGRESS_H
#define VIEW_PROGRESS_H

struct arena;
struct json_t;
struct report;

/* An array of {figure, label, unit, value, target, share, pace, tone, ahead,
   missing, before, months [{key, count, records}]}: those with targets, else
   what each core ledger counts as done.  The caller frees it. */
struct json_t *progress_json(const struct report *report, struct arena *arena);

#endif
