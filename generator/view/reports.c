/*
 * 调研成果转化: research reports submitted and turned into measures.
 */
#include "view/chapter.h"
#include "view/pages.h"

const struct chapter reports_chapter = {
    .ledger = LEDGER_reports,
    .title = WORDING_PAGE_REPORTS,
    .cards = {FIGURE_REPORTS_CONVERTED, FIGURE_REPORTS_RATE,
              FIGURE_REPORTS_SUBMITTED, FIGURE_REPORTS_CONVERTING,
              FIGURE_REPORTS_NOT_CONVERTED, FIGURE_REPORTS_SUBMITTED_MONTH,
              FIGURE_REPORTS_CONVERTED_MONTH, FIGURE_REPORTS_DAYS_MEDIAN,
              FIGURE_COUNT},
    .entered = FIGURE_REPORTS_SUBMITTED,
    .done = FIGURE_REPORTS_CONVERTED,
    .rate = FIGURE_REPORTS_RATE,
    .entered_month = FIGURE_REPORTS_SUBMITTED_MONTH,
    .done_month = FIGURE_REPORTS_CONVERTED_MONTH,
    .waiting = FIGURE_REPORTS_CONVERTING,
    .oldest = WORDING_OLDEST_REPORTS,
    .cohort_title = WORDING_COHORT_TITLE_REPORTS,
    .lag_title = WORDING_LAG_TITLE_REPORTS,
    .cohort = 2,
    .by_unit = TABLE_REPORTS_BY_UNIT,
    .by_category = TABLE_REPORTS_BY_CATEGORY,
    .by_month = TABLE_REPORTS_BY_MONTH,
    .ageing = TABLE_COUNT,
    .entered_column = "submitted",
    .done_column = "converted",
    .due_key = NULL,
};

static bool
is_wanted(const struct report *report)
{
    return chapter_is_told(report, &reports_chapter);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    chapter_fill(report, &reports_chapter, view);
}

const struct page reports_page = {
    .name = "reports",
    .title = WORDING_PAGE_REPORTS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
