/*
 * What the pages of the supporting ledgers have in common.
 */
#ifndef VIEW_CAMPAIGN_H
#define VIEW_CAMPAIGN_H

#include "view/report.h"
#include "view/wording.h"

struct view;

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
