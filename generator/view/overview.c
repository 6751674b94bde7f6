/*
 * The month on one page: a sentence, the headline figures, what must be acted
 * on, then the four parts of the loop with every figure they have.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/changes.h"
#include "view/data.h"
#include "view/duties.h"
#include "view/frame.h"
#include "view/list.h"
#include "view/pages.h"
#include "view/written.h"

enum { PREFIXES_MOST = 4 };

static const struct chapter *const chapters[] = {
    &problems_chapter, &suggestions_chapter, &reports_chapter};

enum { CHAPTER_COUNT = sizeof(chapters) / sizeof(chapters[0]) };

/* The lead sentence, clause by clause; a semicolon ends each chapter's. */
static const struct clause {
    enum figure_id figure;
    enum wording words;
} lead[] = {
    {FIGURE_PROBLEMS_RAISED, WORDING_LEAD_PROBLEMS_RAISED},
    {FIGURE_PROBLEMS_SOLVED, WORDING_LEAD_PROBLEMS_SOLVED},
    {FIGURE_PROBLEMS_RATE, WORDING_LEAD_PROBLEMS_RATE},
    {FIGURE_SUGGESTIONS_SUBMITTED, WORDING_LEAD_SUGGESTIONS_SUBMITTED},
    {FIGURE_SUGGESTIONS_ADOPTED, WORDING_LEAD_SUGGESTIONS_ADOPTED},
    {FIGURE_SUGGESTIONS_RATE, WORDING_LEAD_SUGGESTIONS_RATE},
    {FIGURE_REPORTS_SUBMITTED, WORDING_LEAD_REPORTS_SUBMITTED},
    {FIGURE_REPORTS_CONVERTED, WORDING_LEAD_REPORTS_CONVERTED},
    {FIGURE_REPORTS_RATE, WORDING_LEAD_REPORTS_RATE},
};

static const enum figure_id headlines[] = {
    FIGURE_PROBLEMS_SOLVED, FIGURE_PROBLEMS_OPEN, FIGURE_SUGGESTIONS_ADOPTED,
    FIGURE_REPORTS_CONVERTED};

/* The loop: learn, do, mentor, evaluate.  A section has the figures whose id
   begins with one of its prefixes, and a page of its own if one is named. */
static const struct section {
    enum wording title;
    const char *page;
    const char *prefixes[PREFIXES_MOST];
} sections[] = {
    {WORDING_SECTION_STUDY, NULL, {"mentoring.study", "mentoring.training"}},
    {WORDING_SECTION_CADRES, NULL, {"cadres."}},
    {WORDING_PAGE_PROBLEMS, "problems", {"problems."}},
    {WORDING_PAGE_SUGGESTIONS, "suggestions", {"suggestions."}},
    {WORDING_PAGE_REPORTS, "reports", {"reports."}},
    {WORDING_SECTION_MENTORING,
     NULL,
     {"mentoring.one_to_one", "mentoring.symposia", "mentoring.visits"}},
    {WORDING_SECTION_PROJECTS, NULL, {"projects."}},
    {WORDING_SECTION_RESULTS, NULL, {"evaluations.", "outcomes."}},
};

enum { SECTION_COUNT = sizeof(sections) / sizeof(sections[0]) };

/* The clause's words around its number, which is a link of its own. */
static void
fill_clause(const struct report *report, const struct clause *clause,
            enum wording mark, struct view *item)
{
    struct text words = say(report->language, clause->words);
    size_t at = text_find(words, TEXT("%1"));
    struct text before = text_slice(words, 0, at);

    if (mark != WORDING_COUNT)
        before = text_join(item->arena, say(report->language, mark), before);
    view_text(item, "BEFORE", before);
    view_text(item, "AFTER", text_from(words, at + 2));
    view_text(item, "FIGURE", text_of(figures[clause->figure].id));
    view_text(item, "VALUE",
              figure_text(item->arena, report->year, clause->figure));
    link_figure(report, clause->figure, item);
}

static void
fill_lead(const struct report *report, struct view *view)
{
    enum ledger_id last = LEDGER_COUNT;

    view_list(view, "LEAD");
    for (size_t i = 0; i < sizeof(lead) / sizeof(lead[0]); i++) {
        enum figure_id figure = lead[i].figure;
        enum wording mark = WORDING_SENTENCE_COMMA;

        if (!figure_is_shown(report, figure) ||
            report->year->figures[figure].denominator == 0)
            continue;
        if (last == LEDGER_COUNT)
            mark = WORDING_COUNT;
        else if (figures[figure].ledger != last)
            mark = WORDING_SENTENCE_SEMICOLON;
        last = figures[figure].ledger;
        fill_clause(report, &lead[i], mark, view_item(view, "LEAD"));
    }
}

static bool
is_comparison(struct text words)
{
    return words.length > 0 && !text_starts(words, "—");
}

static struct text
with_unit(const struct report *report, enum figure_id figure,
          struct arena *arena)
{
    const struct text details[4] = {figure_text(arena, report->year, figure),
                                    figure_unit(report, figure)};

    return say_with(arena, report->language, WORDING_VALUE_AND_UNIT, details);
}

/* What the month itself brought, and how that compares. */
static void
fill_month_point(const struct report *report, const struct chapter *chapter,
                 struct view *view)
{
    struct view *item = view_item(view, "POINT");
    struct text change;
    struct text details[4];

    change = change_words(report, chapter->done_month, view->arena);
    details[0] = figure_label(report, chapter->entered_month);
    details[1] = with_unit(report, chapter->entered_month, view->arena);
    details[2] = figure_label(report, chapter->done_month);
    details[3] = with_unit(report, chapter->done_month, view->arena);
    view_text(item, "TITLE", say(report->language, chapter->title));
    view_text(
        item, "TEXT",
        say_with(view->arena, report->language, WORDING_POINT_MONTH, details));
    view_list(item, "CHANGE");
    if (is_comparison(change))
        view_text(view_item(item, "CHANGE"), "TEXT", change);
    link_fill(view_item(item, "LINK"), text_of(ledgers[chapter->ledger]->name));
}

static void
fill_points(const struct report *report, struct view *view)
{
    bool has_points = false;

    view_list(view, "POINT");
    for (size_t i = 0; i < CHAPTER_COUNT; i++)
        if (figure_is_shown(report, chapters[i]->entered)) {
            fill_month_point(report, chapters[i], view);
            has_points = true;
        }
    view_flag(view, "HAS_POINTS", has_points);
}

static void
fill_headlines(const struct report *report, struct view *view)
{
    view_list(view, "CARD");
    for (size_t i = 0; i < sizeof(headlines) / sizeof(headlines[0]); i++) {
        const struct chapter *chapter = chapters[i == 0 ? 0 : i - 1];
        struct view *item;
        const struct text details[4] = {say(report->language, chapter->title),
                                        figure_label(report, headlines[i])};

        if (!figure_is_shown(report, headlines[i]))
            continue;
        item = view_item(view, "CARD");
        card_fill(report, headlines[i], item);
        view_text(item, "LABEL",
                  say_with(view->arena, report->language, WORDING_CARD_LABEL,
                           details));
        chapter_spark(report, chapter, item);
    }
}

static bool
is_of_section(const struct section *section, enum figure_id figure)
{
    struct text id = text_of(figures[figure].id);

    if (text_ends(id, ".previous"))
        return false;
    for (size_t i = 0; i < PREFIXES_MOST && section->prefixes[i]; i++)
        if (text_starts(id, section->prefixes[i]))
            return true;
    return false;
}

static size_t
facts_of(const struct report *report, const struct section *section,
         struct view *item)
{
    size_t count = 0;

    for (int i = 0; i < FIGURE_COUNT; i++) {
        enum figure_id figure = (enum figure_id)i;

        if (!is_of_section(section, figure) || !figure_is_shown(report, figure))
            continue;
        count++;
        if (item)
            card_fill(report, figure, view_item(item, "FACT"));
    }
    return count;
}

static void
fill_sections(const struct report *report, struct view *view)
{
    size_t number = 0;

    view_list(view, "SECTION");
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        struct view *item;
        enum wording ordinal = (enum wording)(WORDING_ORDINAL_1 + number);

        if (facts_of(report, &sections[i], NULL) == 0)
            continue;
        number++;
        item = view_item(view, "SECTION");
        view_text(item, "ORDINAL", say(report->language, ordinal));
        view_text(item, "FACTS_TITLE",
                  say(report->language, sections[i].title));
        view_list(item, "MORE");
        if (sections[i].page)
            link_fill(view_item(item, "MORE"), text_of(sections[i].page));
        facts_of(report, &sections[i], item);
    }
}

static void
fill_downloads(const struct report *report, struct view *view)
{
    view_list(view, "DOWNLOAD");
    for (int i = 0; i < LEDGER_COUNT; i++) {
        const struct ledger_type *type = ledgers[i];
        struct view *item;

        if (!download_has(report, i))
            continue;
        item = view_item(view, "DOWNLOAD");
        view_format(item, "FILE", "data/%s.csv", type->name);
        view_text(
            item, "TITLE",
            text_of(report->language == ZH ? type->title : type->english));
        view_list(item, "SIZE");
        if (report->year->order_count[i] > 0)
            view_count(view_item(item, "SIZE"), "COUNT",
                       (int64_t)report->year->order_count[i]);
    }
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    const struct text details[4] = {
        date_words(view->arena, report->language, report->year->cutoff)};

    (void)instance;
    view_text(view, "AS_OF",
              say_with(view->arena, report->language, WORDING_AS_OF, details));
    written_fill(report, view);
    fill_lead(report, view);
    fill_points(report, view);
    fill_headlines(report, view);
    duties_fill(report, view);
    view_list(view, "TREND");
    if (figure_is_shown(report, problems_chapter.entered))
        chapter_trend(report, &problems_chapter, view);
    fill_sections(report, view);
    changes_note(report, view);
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
