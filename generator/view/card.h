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

#include "view/figure.h"
#include "view/report.h"
#include "year/compare.h"
#include "year/year.h"

struct view;

/* All names of parts/card.html and of a row of parts/facts. */
void card_fill(const struct report *report, enum figure_id figure,
               struct view *item);

/* parts/cards: the first four figures as CARD, the others as STAT, which are
   smaller; HAS_CARDS and HAS_STATS; FIRST {TEXT} in the first month of the
   year, which has none to compare with.  Those the report may not speak of are
   left out; FIGURE_COUNT stands behind the last. */
void cards_fill(const struct report *report, const enum figure_id *shown,
                struct view *view);

#endif
