/*
 * What the pages of the supporting ledgers have in common.
 */
#ifndef VIEW_CAMPAIGN_H
#define VIEW_CAMPAIGN_H

#include "view/report.h"
#include "view/wording.h"

struct view;

/* The list CARD; figures ends with FIGURE_COUNT, those the report may not
   speak of are left out. */
void campaign_cards(const struct report *report, const enum figure_id *shown,
                    struct view *view);

/* A wording with one text put in. */
struct text campaign_say(const struct report *report, enum wording words,
                         struct text detail, struct arena *arena);

/* All texts of a row, by column, projected to the edition. */
struct text *campaign_cells(const struct report *report, enum ledger_id ledger,
                            const struct row *row, struct arena *arena);

/* One of them, by its key; empty when the ledger has no such column. */
struct text campaign_cell(enum ledger_id ledger, const struct text *cells,
                          const char *key);

#endif
