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

/* "较上月增加3项"; says so when there is nothing to compare with. */
struct text change_words(const struct report *report, enum figure_id figure,
                         struct arena *arena);

/* How far the target of a count, a sum or a rate is reached. */
struct pace {
    bool is_given;
    bool is_scheduled; /* cumulative: 序时进度 applies */
    struct target target;
    struct fraction done;  /* 完成率 */
    struct fraction ahead; /* of 序时进度, or of the target itself; negative:
                              behind */
    struct fraction schedule;
};
struct pace figure_pace(const struct report *report, enum figure_id figure);

/* "目标140项，完成94.3%", within a sentence "完成目标140项的94.3%", and
   "快于序时进度10.9个百分点". */
struct text pace_target(const struct report *report, enum figure_id figure,
                        const struct pace *pace, struct arena *arena);
struct text pace_reached(const struct report *report, enum figure_id figure,
                         const struct pace *pace, struct arena *arena);
struct text pace_words(const struct report *report, const struct pace *pace,
                       struct arena *arena);

/* "good", "calm", "warn" or "bad": the class that repeats pace_words. */
const char *pace_tone(const struct pace *pace);

/* All names of parts/card.html and of a row of parts/facts. */
void card_fill(const struct report *report, enum figure_id figure,
               struct view *item);

/* parts/cards: the first four figures as CARD, the others as STAT, which are
   smaller; HAS_CARDS and HAS_STATS.  Those the report may not speak of are
   left out; FIGURE_COUNT stands behind the last. */
void cards_fill(const struct report *report, const enum figure_id *shown,
                struct view *view);

#endif
