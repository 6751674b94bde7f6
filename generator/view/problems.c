/*
 * 破解难题: problems raised and solved, and what is overdue.
 */
#include "view/chapter.h"
#include "view/pages.h"

const struct chapter problems_chapter = {
    .ledger = LEDGER_problems,
    .title = WORDING_PAGE_PROBLEMS,
    .cards = {FIGURE_PROBLEMS_SOLVED, FIGURE_PROBLEMS_RATE,
              FIGURE_PROBLEMS_RAISED, FIGURE_PROBLEMS_OPEN,
              FIGURE_PROBLEMS_OVERDUE, FIGURE_PROBLEMS_DUE_SOON,
              FIGURE_PROBLEMS_RAISED_MONTH, FIGURE_PROBLEMS_SOLVED_MONTH,
              FIGURE_PROBLEMS_DAYS_MEDIAN, FIGURE_PROBLEMS_DAYS_MEAN,
              FIGURE_PROBLEMS_DAYS_P90, FIGURE_PROBLEMS_DROPPED, FIGURE_COUNT},
    .entered = FIGURE_PROBLEMS_RAISED,
    .done = FIGURE_PROBLEMS_SOLVED,
    .rate = FIGURE_PROBLEMS_RATE,
    .entered_month = FIGURE_PROBLEMS_RAISED_MONTH,
    .done_month = FIGURE_PROBLEMS_SOLVED_MONTH,
    .waiting = FIGURE_PROBLEMS_OPEN,
    .oldest = WORDING_OLDEST_PROBLEMS,
    .cohort_title = WORDING_COHORT_TITLE_PROBLEMS,
    .lag_title = WORDING_LAG_TITLE_PROBLEMS,
    .cohort = 0,
    .by_unit = TABLE_PROBLEMS_BY_UNIT,
    .by_category = TABLE_PROBLEMS_BY_CATEGORY,
    .by_month = TABLE_PROBLEMS_BY_MONTH,
    .ageing = TABLE_PROBLEMS_AGEING,
    .entered_column = "raised",
    .done_column = "solved",
    .due_key = "due_on",
};

static bool
is_wanted(const struct report *report)
{
    return chapter_is_told(report, &problems_chapter);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    chapter_fill(report, &problems_chapter, view);
}

const struct page problems_page = {
    .name = "problems",
    .title = WORDING_PAGE_PROBLEMS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
