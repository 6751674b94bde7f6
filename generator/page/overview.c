/*
 * The month on one page: a sentence, the headline figures, what must be acted
 * on, then the four chapters of the loop, trends and the units.
 */
#include <string.h>

#include "base/arena.h"
#include "page/changes.h"
#include "page/frame.h"
#include "page/pages.h"
#include "page/topics.h"
#include "view/attention.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/conversion.h"
#include "view/data.h"
#include "view/narrative.h"
#include "view/record_words.h"
#include "view/returns.h"
#include "view/unit_table.h"
#include "view/units.h"

static const struct headline {
    enum figure_id figure;
    const struct chapter *chapter;
    bool has_spark; /* of what was done, month by month */
} headlines[] = {
    {FIGURE_PROBLEMS_SOLVED, &problems_chapter, true},
    {FIGURE_PROBLEMS_OPEN, &problems_chapter, false},
    {FIGURE_SUGGESTIONS_ADOPTED, &suggestions_chapter, true},
    {FIGURE_REPORTS_CONVERTED, &reports_chapter, true},
};

/* "其中已办超过90天3项" beside the number of those open. */
static void
fill_old(const struct report *report, struct view *item)
{
    const struct table *ageing = &report->year->tables[TABLE_PROBLEMS_AGEING];
    int64_t old = ageing->count ? ageing->rows[ageing->count - 1].values[0] : 0;

    view_text(view_item(item, "SHARE"), "TEXT",
              record_words_say(report, WORDING_CARD_OLD,
                               count_text(item->arena, old), item->arena));
}

static void
fill_headlines(const struct report *report, struct view *view)
{
    view_list(view, "CARD");
    for (size_t i = 0; i < sizeof(headlines) / sizeof(headlines[0]); i++) {
        const struct headline *it = &headlines[i];
        struct view *item;

        if (!figure_is_shown(report, it->figure))
            continue;
        item = view_item(view, "CARD");
        card_fill(report, it->figure, item);
        view_text(view_item(item, "SUBJECT"), "TEXT",
                  say(report->language, it->chapter->title));
        if (it->has_spark)
            chapter_spark(report, it->chapter, item);
        else
            fill_old(report, item);
    }
}

/* What the report covers, in one line: units, files, records, the state of
   its publication. */
static void
fill_coverage(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    struct text details[4];

    details[0] = count_text(arena, (int64_t)units_count(report));
    details[1] = count_text(arena, (int64_t)report->book->rows.files);
    details[2] = count_text(arena, (int64_t)report->book->rows.accepted);
    details[3] = count_text(arena, report->issue);
    view_text(view, "COVERAGE",
              say_with(arena, report->language,
                       report->issue > 1 ? WORDING_COVERAGE_REVISED
                                         : WORDING_COVERAGE,
                       details));
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
        view_text(
            item, "TITLE",
            text_of(report->language == ZH ? type->title : type->english));
        view_list(item, "SIZE");
        if (report->year->order_count[i] > 0)
            view_count(view_item(item, "SIZE"), "COUNT",
                       (int64_t)report->year->order_count[i]);
    }
}

/* Trend, conversion and units: what of it there is. */
static void
fill_trends(const struct report *report, struct view *view)
{
    static const char *const lists[] = {"TREND", "CONVERSION", "STANDINGS"};
    bool has_trends = false;

    view_list(view, "TREND");
    if (figure_is_shown(report, problems_chapter.entered))
        chapter_trend(report, &problems_chapter, view);
    conversion_fill(report, view);
    unit_table_fill(report, view);
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
        if (view_find_list(view, lists[i])->first)
            has_trends = true;
    view_flag(view, "HAS_TRENDS", has_trends);
    returns_note(report, view);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    fill_coverage(report, view);
    narrative_fill(report, view);
    fill_headlines(report, view);
    attention_fill(report, view);
    changes_note(report, view);
    topics_fill(report, view);
    fill_trends(report, view);
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
