/*
 * 建议采纳: suggestions submitted and adopted.
 */
#include "view/chapter.h"
#include "view/pages.h"

const struct chapter suggestions_chapter = {
    .ledger = LEDGER_suggestions,
    .title = WORDING_PAGE_SUGGESTIONS,
    .cards = {FIGURE_SUGGESTIONS_ADOPTED, FIGURE_SUGGESTIONS_RATE,
              FIGURE_SUGGESTIONS_SUBMITTED, FIGURE_SUGGESTIONS_REVIEWING,
              FIGURE_SUGGESTIONS_NOT_ADOPTED,
              FIGURE_SUGGESTIONS_SUBMITTED_MONTH,
              FIGURE_SUGGESTIONS_ADOPTED_MONTH, FIGURE_SUGGESTIONS_DAYS_MEDIAN,
              FIGURE_COUNT},
    .entered = FIGURE_SUGGESTIONS_SUBMITTED,
    .done = FIGURE_SUGGESTIONS_ADOPTED,
    .rate = FIGURE_SUGGESTIONS_RATE,
    .entered_month = FIGURE_SUGGESTIONS_SUBMITTED_MONTH,
    .done_month = FIGURE_SUGGESTIONS_ADOPTED_MONTH,
    .waiting = FIGURE_SUGGESTIONS_REVIEWING,
    .oldest = WORDING_OLDEST_SUGGESTIONS,
    .cohort_title = WORDING_COHORT_TITLE_SUGGESTIONS,
    .lag_title = WORDING_LAG_TITLE_SUGGESTIONS,
    .cohort = 1,
    .by_unit = TABLE_SUGGESTIONS_BY_UNIT,
    .by_category = TABLE_SUGGESTIONS_BY_CATEGORY,
    .by_month = TABLE_SUGGESTIONS_BY_MONTH,
    .ageing = TABLE_COUNT,
    .entered_column = "submitted",
    .done_column = "adopted",
    .due_key = NULL,
};

static bool
is_wanted(const struct report *report)
{
    return chapter_is_told(report, &suggestions_chapter);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    chapter_fill(report, &suggestions_chapter, view);
}

const struct page suggestions_page = {
    .name = "suggestions",
    .title = WORDING_PAGE_SUGGESTIONS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
