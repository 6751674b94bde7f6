/*
 * The cadres of the internal edition, each with a page of its own.
 *
 * The roster is made once for a report: matching persons to records reads
 * every record's text, which must not happen again for each page.
 */
#ifndef VIEW_CADRE_LIST_H
#define VIEW_CADRE_LIST_H

#include "view/pager.h"
#include "view/report.h"
#include "year/achievement.h"

struct view;

struct cadre_list {
    struct arena *arena;
    struct achievements *achievements;
    struct text *stems; /* "cadre-g01", by place */
    size_t *by_rank;    /* places: scored ones first, then as on the roster */
};

/* NULL in the public edition and without the ledger of cadres.  The report
   is borrowed. */
struct cadre_list *cadre_list_new(const struct report *report);
void cadre_list_free(struct cadre_list *roster);

/* Places on the roster; 0 without roster. */
size_t cadre_list_count(const struct report *report);

/* Those on a page that lists cadres, and how many pages that makes; none
   without roster. */
struct portion cadre_list_portion(const struct report *report, size_t page);
size_t cadre_list_pages(const struct report *report);

/* A list LINK to the page of the cadre of that id or name; empty when the
   roster has none, or several. */
void link_cadre(const struct report *report, struct text name,
                struct view *view);

/* "87.46" */
struct text score_text(struct arena *arena, int64_t total);

/* The dimensions that no source gave: "服务意识、创新思维". */
struct text score_missing(const struct report *report,
                          const struct cadre_score *score, struct arena *arena);

/* The same as score_text, or "未评全（缺服务意识）" where a dimension has no score. */
struct text score_total(const struct report *report,
                        const struct cadre_score *score, struct arena *arena);

/* "+1.25", "−0.95"; nothing but zeros when it rounds to that. */
struct text score_signed(struct arena *arena, int64_t numerator,
                         int64_t denominator, int decimals);

/* The same of the total, or "持平"; "—" without one in both months. */
struct text score_change(const struct report *report,
                         const struct cadre_score *score, struct arena *arena);

/* The list RESULT, a deed each: NAME, ID, and FILE, MARKDOWN_FILE and ANCHOR of
   where it stands in the list of its figure. */
void results_fill(const struct report *report, const struct achievement *it,
                  struct view *view);

#endif
