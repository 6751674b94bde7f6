/*
 * A figure as pages speak of it: whether it is shown, what it is called, and
 * where its list stands.
 */
#ifndef VIEW_FIGURE_H
#define VIEW_FIGURE_H

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

/* The label as it stands within a sentence: English begins it small. */
struct text label_within(const struct report *report, struct text label,
                         struct arena *arena);

/* A ledger's title without 台账: 问题. */
struct text ledger_word(const struct report *report, enum ledger_id ledger);

/* With the word of its ledger before the label, "问题累计解决". */
struct text figure_name(const struct report *report, enum figure_id figure,
                        struct arena *arena);

struct text figure_unit(const struct report *report, enum figure_id figure);

/* What stands behind its number where the label goes before: in English, whose
   labels say what is counted, nothing but "%". */
struct text figure_unit_behind(const struct report *report,
                               enum figure_id figure);

/* The value as a sentence says it, with the unit behind it where it is money:
   "18.0" and 亿元 of 179550万元.  False when it is rounded. */
bool figure_said(const struct report *report, enum figure_id figure,
                 struct text *value, struct text *unit, struct arena *arena);

/* FILE and MARKDOWN_FILE for a page without extension. */
void link_fill(struct view *view, struct text stem);

/* A list LINK with the figure's list page in it, empty if it has none; IS_LOOSE
   then too, and where it sums up what its records say. */
void link_figure(const struct report *report, enum figure_id figure,
                 struct view *view);

/* A share of the whole in hundredths of a percent, at most the whole: how wide
   a bar is. */
void fill_width(struct view *view, const char *name, struct fraction share);

#endif
