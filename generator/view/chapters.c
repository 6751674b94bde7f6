#include "view/chapter.h"

const struct chapter problems_chapter = {
    .ledger = LEDGER_problems,
    .title = WORDING_PAGE_PROBLEMS,
    .cards = {FIGURE_PROBLEMS_SOLVED, FIGURE_PROBLEMS_RATE,
              FIGURE_PROBLEMS_RAISED, FIGURE_PROBLEMS_CARRIED,
              FIGURE_PROBLEMS_OPEN, FIGURE_PROBLEMS_OVERDUE,
              FIGURE_PROBLEMS_DUE_SOON, FIGURE_PROBLEMS_RAISED_MONTH,
              FIGURE_PROBLEMS_SOLVED_MONTH, FIGURE_PROBLEMS_DAYS_MEDIAN,
              FIGURE_PROBLEMS_DAYS_MEAN, FIGURE_PROBLEMS_DAYS_P90,
              FIGURE_PROBLEMS_DROPPED, FIGURE_COUNT},
    .entered = FIGURE_PROBLEMS_RAISED,
    .carried = FIGURE_PROBLEMS_CARRIED,
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

const struct chapter suggestions_chapter = {
    .ledger = LEDGER_suggestions,
    .title = WORDING_PAGE_SUGGESTIONS,
    .cards = {FIGURE_SUGGESTIONS_ADOPTED, FIGURE_SUGGESTIONS_RATE,
              FIGURE_SUGGESTIONS_SUBMITTED, FIGURE_SUGGESTIONS_CARRIED,
              FIGURE_SUGGESTIONS_REVIEWING, FIGURE_SUGGESTIONS_NOT_ADOPTED,
              FIGURE_SUGGESTIONS_SUBMITTED_MONTH,
              FIGURE_SUGGESTIONS_ADOPTED_MONTH, FIGURE_SUGGESTIONS_DAYS_MEDIAN,
              FIGURE_COUNT},
    .entered = FIGURE_SUGGESTIONS_SUBMITTED,
    .carried = FIGURE_SUGGESTIONS_CARRIED,
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

const struct chapter reports_chapter = {
    .ledger = LEDGER_reports,
    .title = WORDING_PAGE_REPORTS,
    .cards = {FIGURE_REPORTS_CONVERTED, FIGURE_REPORTS_RATE,
              FIGURE_REPORTS_SUBMITTED, FIGURE_REPORTS_CARRIED,
              FIGURE_REPORTS_CONVERTING, FIGURE_REPORTS_NOT_CONVERTED,
              FIGURE_REPORTS_SUBMITTED_MONTH, FIGURE_REPORTS_CONVERTED_MONTH,
              FIGURE_REPORTS_DAYS_MEDIAN, FIGURE_COUNT},
    .entered = FIGURE_REPORTS_SUBMITTED,
    .carried = FIGURE_REPORTS_CARRIED,
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

static const struct chapter *const chapters[] = {
    &problems_chapter, &suggestions_chapter, &reports_chapter};

enum { CHAPTERS = sizeof(chapters) / sizeof(chapters[0]) };

const struct chapter *
chapter_of(enum ledger_id ledger)
{
    for (size_t i = 0; i < CHAPTERS; i++)
        if (chapters[i]->ledger == ledger)
            return chapters[i];
    return NULL;
}

struct text
chapter_carried(const struct report *report, const struct chapter *chapter,
                enum wording words)
{
    for (size_t i = 0; i < CHAPTERS; i++)
        if ((chapter == NULL || chapter == chapters[i]) &&
            report->year->figures[chapters[i]->carried].count > 0)
            return say(report->language, words);
    return TEXT("");
}
