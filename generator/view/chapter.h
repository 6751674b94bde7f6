/*
 * 破解难题, 建议采纳 and 调研成果转化 are one shape: what came in, what came of
 * it, how fast, by whom, in which field, and what waits the longest.
 */
#ifndef VIEW_CHAPTER_H
#define VIEW_CHAPTER_H

#include <stdbool.h>

#include "base/wording.h"
#include "view/report.h"
#include "year/year.h"

struct figure_months;
struct trend;
struct view;

enum { CHAPTER_CARDS_MOST = 13 };

struct chapter {
    enum ledger_id ledger;
    enum wording title;
    /* The figures of its cards, FIGURE_COUNT behind the last. */
    enum figure_id cards[CHAPTER_CARDS_MOST + 1];
    enum figure_id entered; /* so many came in */
    enum figure_id carried; /* besides those of years before */
    enum figure_id done;    /* what came of them */
    enum figure_id rate;
    enum figure_id entered_month, done_month; /* within the report month */
    enum figure_id waiting; /* the list whose oldest are named */
    enum wording oldest;
    enum wording cohort_title, lag_title;
    size_t cohort;
    enum table_id by_unit, by_category, by_month;
    enum table_id ageing;       /* TABLE_COUNT: none */
    const char *entered_column; /* "raised": in the tables */
    const char *done_column;    /* "solved" */
    const char *due_key;        /* of the ledger's column; NULL: none */
};

extern const struct chapter problems_chapter;
extern const struct chapter suggestions_chapter;
extern const struct chapter reports_chapter;

/* Whether its ledger was received. */
bool chapter_is_told(const struct report *report,
                     const struct chapter *chapter);

/* All names of parts/chapter. */
void chapter_fill(const struct report *report, const struct chapter *chapter,
                  struct view *view);

/* TREND alone, for the overview. */
void chapter_trend(const struct report *report, const struct chapter *chapter,
                   struct view *view);

/* What a figure's trend shows, says and finds; its table alone is left. */
void trend_words(const struct report *report, enum figure_id figure,
                 const struct figure_months *months, struct trend *trend,
                 struct arena *arena);

/* "10月" or "Oct" for the key "2025-10", as it stands below a chart. */
struct text chapter_tick(const struct report *report, struct text key);

const struct chapter *chapter_of(enum ledger_id ledger);

/* These words where something of a year before is counted in, in the chapter
   or, for NULL, in any; else nothing. */
struct text chapter_carried(const struct report *report,
                            const struct chapter *chapter, enum wording words);

#endif
