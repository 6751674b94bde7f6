/*
 * The month on one page: a sentence, what must be acted on, the year's
 * targets, the trend and who holds what; then the four chapters of the loop,
 * one sentence and one exhibit each.
 */
#include "base/arena.h"
#include "ledger/ledgers.h"
#include "page/changes.h"
#include "page/pages.h"
#include "page/topics.h"
#include "view/actions.h"
#include "view/attention.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/conversion.h"
#include "view/data.h"
#include "view/goals.h"
#include "view/month_rows.h"
#include "view/months.h"
#include "view/narrative.h"
#include "view/returns.h"
#include "view/score.h"
#include "view/unit_table.h"
#include "view/units.h"

/* What the report covers, in one line: units, files, records, the state of
   its publication. */
static void
fill_coverage(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    size_t count;
    const struct unit_shown *units = units_shown(report, arena, &count);

    if (count > 0 && units[count - 1].code == 0)
        count--; /* records that give none */
    view_text(
        view, "COVERAGE",
        SAY(arena, report->language,
            report->issue > 1 ? WORDING_COVERAGE_REVISED : WORDING_COVERAGE,
            count_text(arena, (int64_t)count),
            count_text(arena, (int64_t)report->book->rows.files),
            count_text(arena, (int64_t)report->book->rows.accepted),
            count_text(arena, report->issue)));
}

static void
fill_downloads(const struct report *report, struct view *view)
{
    view_flag(view, "HAS_DOWNLOADS", !report->is_one_file);
    view_list(view, "DOWNLOAD");
    for (int i = 0; i < LEDGER_COUNT; i++) {
        const struct ledger_type *type = ledgers[i];
        struct view *item;

        if (!download_has(report, i))
            continue;
        item = view_item(view, "DOWNLOAD");
        view_text(item, "FILE", download_file(i, item->arena));
        view_text(item, "TITLE", ledger_title(type, report->language));
        view_list(item, "SIZE");
        if (report->year->order_count[i] > 0)
            view_text(view_item(item, "SIZE"), "RECORD_COUNT",
                      SAY(item->arena, report->language, WORDING_LIST_RECORDS,
                          count_text(item->arena,
                                     (int64_t)report->year->order_count[i])));
    }
}

/* What a chapter shows month by month, FIGURE_COUNT behind the last. */
static const enum figure_id studies[] = {
    FIGURE_MENTORING_STUDY, FIGURE_MENTORING_TRAINING, FIGURE_COUNT};
static const enum figure_id sessions[] = {
    FIGURE_MENTORING_ONE_TO_ONE, FIGURE_MENTORING_SYMPOSIA,
    FIGURE_MENTORING_VISITS, FIGURE_COUNT};
static const enum figure_id outcomes[] = {
    FIGURE_OUTCOMES_PROMOTED, FIGURE_OUTCOMES_RANK, FIGURE_OUTCOMES_RESERVE,
    FIGURE_OUTCOMES_AWARD, FIGURE_COUNT};

/* MONTHLY {ID HEAD ROW}: the figures there are any of.  How many persons in
   which month is for the internal edition; all see the year's totals. */
static void
fill_monthly(const struct report *report, const char *id,
             const enum figure_id *shown, struct view *view)
{
    struct view *table = NULL;
    bool has_months = shown != outcomes || report->edition == EDITION_INTERNAL;

    view_list(view, "MONTHLY");
    view_list(view, "TOTALS");
    for (size_t i = 0; shown[i] != FIGURE_COUNT; i++) {
        struct view *row;

        if (!figure_is_shown(report, shown[i]) ||
            report->year->figures[shown[i]].numerator == 0)
            continue;
        if (table == NULL) {
            table = view_item(view, has_months ? "MONTHLY" : "TOTALS");
            view_text(table, "ID", text_of(id));
            month_heads_fill(report, table);
        }
        row = view_item(table, "ROW");
        month_row_fill(report, shown[i], figure_label(report, shown[i]), row);
        view_text(row, "UNIT", figure_unit(report, shown[i]));
    }
}

enum { TOPICS_MOST = 4 };

/* A chapter: what it is about, by topics, and the page that says more. */
struct chapter_told {
    const char *id;
    enum wording title;
    enum page_id page;
    const char *topics[TOPICS_MOST]; /* NULL behind the last */
};

static const struct chapter_told learn = {
    "learn", WORDING_CHAPTER_LEARN, PAGE_mentoring, {"learn"}};
static const struct chapter_told work = {
    "do", WORDING_CHAPTER_DO, PAGE_problems, {"do", "problems"}};
static const struct chapter_told converted = {
    "converted",
    WORDING_CHAPTER_CONVERT,
    PAGE_suggestions,
    {"suggestions", "reports", "projects"}};
static const struct chapter_told claimed = {
    "claimed", WORDING_PAGE_INDICATORS, PAGE_indicators, {"indicators"}};
static const struct chapter_told mentor = {
    "mentor", WORDING_CHAPTER_MENTOR, PAGE_mentoring, {"mentor"}};
static const struct chapter_told evaluate = {
    "evaluate", WORDING_CHAPTER_EVALUATE, PAGE_results, {"evaluate"}};

static const char *const exhibits[] = {"MONTHLY", "TOTALS", "FIELDS",
                                       "CONVERSION", "DIMENSIONS"};

enum { EXHIBITS = sizeof(exhibits) / sizeof(exhibits[0]) };

static bool
has_exhibit(const struct view *chapter)
{
    for (size_t i = 0; i < EXHIBITS; i++)
        if (view_find_list(chapter, exhibits[i])->first)
            return true;
    return false;
}

/* What it says, before its exhibit; NULL when it has nothing to say. */
static struct view *
add_chapter(const struct report *report, const struct chapter_told *chapter,
            struct view *view)
{
    struct view *item = view_new(view->arena, report->language);
    const struct page *more =
        report->pages ? report->pages[chapter->page] : NULL;

    for (size_t i = 0; i < TOPICS_MOST && chapter->topics[i]; i++)
        topics_finding(report, chapter->topics[i], item);
    if (view_find_list(item, "FINDING")->first == NULL)
        return NULL;
    view_append(view, "CHAPTER", item);
    view_text(item, "ID", text_of(chapter->id));
    view_text(item, "TITLE", say(report->language, chapter->title));
    view_list(item, "MORE");
    if (more && page_instances(more, report) > 0)
        link_fill(view_item(item, "MORE"),
                  page_file(more, report, 0, item->arena));
    for (size_t i = 0; i < EXHIBITS; i++)
        view_list(item, exhibits[i]);
    return item;
}

static void
fill_chapters(const struct report *report, struct view *view)
{
    struct view *item;

    view_list(view, "CHAPTER");
    if ((item = add_chapter(report, &learn, view)))
        fill_monthly(report, "learn", studies, item);
    if ((item = add_chapter(report, &work, view)))
        fields_fill(report, item);
    if ((item = add_chapter(report, &converted, view)))
        conversion_fill(report, item);
    add_chapter(report, &claimed, view);
    if ((item = add_chapter(report, &mentor, view)))
        fill_monthly(report, "mentor", sessions, item);
    if ((item = add_chapter(report, &evaluate, view))) {
        fill_monthly(report, "evaluate", outcomes, item);
        dimensions_fill(report, item);
    }
    for (item = view_find_list(view, "CHAPTER")->first; item; item = item->next)
        view_flag(item, "IS_WORDS", !has_exhibit(item));
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    headline_fill(report, view);
    fill_coverage(report, view);
    narrative_fill(report, view);
    attention_fill(report, view);
    actions_fill(report, view);
    changes_note(report, view);
    goals_fill(report, view);
    view_list(view, "TREND");
    if (chapter_is_told(report, &problems_chapter))
        chapter_trend(report, &problems_chapter, view);
    holders_fill(report, view);
    returns_note(report, view);
    fill_chapters(report, view);
    fill_downloads(report, view);
}

const struct page overview_page = {
    .name = "overview",
    .stem = "index",
    .title = WORDING_PAGE_OVERVIEW,
    .has_markdown = true,
    .is_in_navigation = true,
    .fill = fill,
};
