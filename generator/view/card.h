/*
 * A figure as a page says it: value, link to its list, change on last month,
 * target and 序时进度.
 *
 * The rules of wording are those of contract/figures: no comparison with
 * nothing, absolute change on a small base, 百分点 between rates, everything
 * from unrounded values.
 */
#ifndef VIEW_CARD_H
#define VIEW_CARD_H

#include <stdbool.h>

#include "view/report.h"
#include "year/compare.h"
#include "year/year.h"

struct view;

/* Whether the report may speak of the figure: its ledger was received, and
   the edition does not keep it for internal use. */
bool figure_is_shown(const struct report *report, enum figure_id figure);

/* Whether its list may be read, row by row. */
bool figure_has_list(const struct report *report, enum figure_id figure);

struct text figure_label(const struct report *report, enum figure_id figure);
struct text figure_unit(const struct report *report, enum figure_id figure);

/* FILE and MARKDOWN_FILE for a page without extension. */
void link_fill(struct view *view, struct text stem);

/* A list LINK with the figure's list page in it; empty if it has none. */
void link_figure(const struct report *report, enum figure_id figure,
                 struct view *view);

/* A share of the whole in hundredths of a percent, at most the whole: how wide
   a bar is. */
void fill_width(struct view *view, const char *name, struct fraction share);

/* All names of parts/card.html and of a row of parts/facts. */
void card_fill(const struct report *report, enum figure_id figure,
               struct view *item);

/* parts/cards: the first four figures as CARD, the others as STAT, which are
   smaller; HAS_CARDS and HAS_STATS.  Those the report may not speak of are
   left out; FIGURE_COUNT stands behind the last. */
void cards_fill(const struct report *report, const enum figure_id *shown,
                struct view *view);

#endif
