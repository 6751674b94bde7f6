#include "page/frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "page/pages.h"
#include "view/dataset.h"
#include "view/goals.h"
#include "view/revisions.h"
#include "year/year.h"

/* What the head of a public page carries for the registers of government
   sites, where the settings give it. */
static const struct site_meta {
    enum setting setting;
    const char *name;
} site_meta[] = {
    {SETTING_SITE_NAME, "SiteName"},
    {SETTING_SITE_DOMAIN, "SiteDomain"},
    {SETTING_SITE_ID_CODE, "SiteIDCode"},
    {SETTING_COLUMN_NAME, "ColumnName"},
    {SETTING_COLUMN_DESCRIPTION, "ColumnDescription"},
    {SETTING_COLUMN_KEYWORDS, "ColumnKeywords"},
    {SETTING_COLUMN_TYPE, "ColumnType"},
};

enum { SITE_META = sizeof(site_meta) / sizeof(site_meta[0]) };

/* English pages use the English name where the office gives one. */
static struct text
setting_said(const struct report *report, enum setting setting,
             enum setting english)
{
    const struct text *values = report->book->codes->values;

    return report->language == EN && values[english].length > 0
               ? values[english]
               : values[setting];
}

/* The usual name is known in both languages; any other stays as it is. */
static struct text
own_title(const struct report *report)
{
    struct text title = setting_said(report, SETTING_TITLE, SETTING_TITLE_EN);

    return text_equal(title, say(ZH, WORDING_DEFAULT_TITLE))
               ? say(report->language, WORDING_DEFAULT_TITLE)
               : title;
}

struct text
report_title(const struct report *report, struct arena *arena)
{
    const struct text details[4] = {
        setting_said(report, SETTING_DISTRICT, SETTING_DISTRICT_EN),
        own_title(report)};

    if (details[0].length == 0)
        return details[1];
    return say_with(arena, report->language, WORDING_DISTRICT_AND_TITLE,
                    details);
}

struct text
report_publisher(const struct report *report)
{
    return setting_said(report, SETTING_PUBLISHER, SETTING_PUBLISHER_EN);
}

static void
fill_navigation(const struct report *report, const struct frame *frame,
                struct view *view)
{
    view_list(view, "NAVIGATION");
    if (frame->page == NULL)
        return;
    for (size_t i = 0; i < PAGE_COUNT; i++) {
        const struct page *page = pages[i];
        struct view *item;
        struct text file;

        if (!page->is_in_navigation || page_instances(page, report) == 0)
            continue;
        item = view_item(view, "NAVIGATION");
        file = page_file(page, report, 0, view->arena);
        view_text(item, "TITLE", say(view->language, page->title));
        view_format(item, "FILE", "%.*s.html", TEXT_ARG(file));
        view_format(item, "MARKDOWN_FILE", "%.*s.%s", TEXT_ARG(file),
                    page->has_markdown ? "md" : "html");
        view_flag(item, "IS_CURRENT", page == frame->page);
    }
}

/* 第10期: as the settings say, else the month's number. */
static struct text
issue_words(const struct report *report, struct arena *arena)
{
    struct text number = report->book->codes->values[SETTING_ISSUE];

    return SAY(
        arena, report->language, WORDING_ISSUE_WORDS,
        number.length > 0
            ? number
            : text_format(arena, "%d", month_in_year(report->year->month)));
}

/* The cutoff when no date of issue is set; false where what is set is no plain
   date. */
static bool
published_on(const struct report *report, struct date *date)
{
    struct text given = report->book->codes->values[SETTING_PUBLISHED_ON];
    struct text day = text_from(given, strlen("2025-10-"));
    struct month month;

    *date = report->year->cutoff;
    return given.length == 0 ||
           (given.length == strlen("2025-10-31") &&
            month_parse(text_slice(given, 0, strlen("2025-10")), &month) &&
            date_make(month_year(month), month_in_year(month), atoi(day.bytes),
                      date));
}

/* In words; as written where it is no plain date. */
static struct text
published_words(const struct report *report, struct arena *arena)
{
    struct date date;

    return published_on(report, &date)
               ? date_words(arena, report->language, date)
               : report->book->codes->values[SETTING_PUBLISHED_ON];
}

static void
fill_site_meta(const struct report *report, struct view *view)
{
    const struct text *values = report->book->codes->values;
    struct date date;

    view_list(view, "META");
    for (size_t i = 0; i < SITE_META; i++) {
        struct view *item;

        if (report->edition != EDITION_PUBLIC ||
            values[site_meta[i].setting].length == 0)
            continue;
        item = view_item(view, "META");
        view_text(item, "NAME", text_of(site_meta[i].name));
        view_text(item, "CONTENT", values[site_meta[i].setting]);
    }
    if (!published_on(report, &date))
        date = report->year->cutoff;
    view_text(view, "PUBLISHED", date_text(view->arena, date));
}

static void
fill_report(const struct report *report, struct view *view)
{
    bool is_public = report->edition == EDITION_PUBLIC;
    enum wording edition =
        is_public ? WORDING_EDITION_PUBLIC : WORDING_EDITION_INTERNAL;
    struct month month = report->year->month;
    struct date cutoff = report->year->cutoff;

    view_text(view, "REPORT_TITLE", report_title(report, view->arena));
    view_text(view, "DISTRICT",
              setting_said(report, SETTING_DISTRICT, SETTING_DISTRICT_EN));
    view_text(view, "PUBLISHER", report_publisher(report));
    view_flag(view, "HAS_PUBLISHER", report_publisher(report).length > 0);
    view_text(view, "MONTH", month_text(view->arena, month));
    view_text(view, "MONTH_WORDS",
              month_words(view->arena, view->language, month));
    view_text(view, "CUTOFF", date_text(view->arena, cutoff));
    view_text(view, "CUTOFF_WORDS",
              date_words(view->arena, view->language, cutoff));
    view_text(view, "GENERATED", report->generated);
    view_text(view, "VERSION", report->version);
    view_text(view, "ISSUE_WORDS", issue_words(report, view->arena));
    view_text(view, "PUBLISHED_WORDS", published_words(report, view->arena));
    view_count(view, "ISSUE", report->issue);
    view_flag(view, "IS_REVISED", report->issue > 1);
    view_text(view, "EDITION", say(view->language, edition));
    view_flag(view, "IS_PUBLIC", is_public);
    view_flag(view, "IS_INTERNAL", !is_public);
}

/* One line of each page brings in the style sheet and one the script, and the
   page's policy allows no others: it names both by their digest.  The script
   comes when it comes; that there will be one is known before anything is
   drawn, so that nothing has to move.  A checker of markup takes the digest
   without white space at the end, so there is none. */
static void
fill_assets(const struct frame *frame, struct view *view)
{
    struct text style = frame->style;
    struct text script = text_format(
        view->arena,
        "(function(d,s){d.documentElement.className=\"js\";s.src=\"%s%.*s\";"
        "d.head.appendChild(s)})(document,document.createElement(\"script\"))",
        frame->root, TEXT_ARG(frame->script));

    while (text_ends(style, "\n"))
        style.length--;
    if (style.length == 0)
        style = text_format(view->arena, "@import \"%s%.*s\";", frame->root,
                            TEXT_ARG(frame->stylesheet));
    view_part(view, "STYLE", style);
    view_part(view, "SCRIPT", script);
    view_text(view, "STYLE_POLICY", digest_policy(view->arena, style));
    view_text(view, "SCRIPT_POLICY", digest_policy(view->arena, script));
}

/* What every page of a month that is not whole says, and what a page of one
   that was revised may. */
static void
fill_told(const struct report *report, const struct frame *frame,
          struct view *view)
{
    bool is_month = frame->page != NULL;

    view_list(view, "PARTIAL");
    if (is_month && report->partial.length > 0)
        view_text(view_item(view, "PARTIAL"), "TEXT",
                  SAY(view->arena, view->language, WORDING_PARTIAL_NOTE,
                      report->partial));
    revisions_fill(report, is_month ? report->revisions : NULL, frame->root,
                   view);
}

/* The sentence that says the month; what the page is where there is none. */
static struct text
description_of(const struct report *report, const struct frame *frame,
               const struct view *view)
{
    struct view *month = view_new(view->arena, view->language);
    const struct view_name *said;

    if (frame->page == NULL)
        return report_title(report, view->arena);
    headline_fill(report, month);
    said = view_find_text(month, "DESCRIPTION");
    if (said)
        return said->text;
    return SAY(view->arena, view->language, WORDING_DESCRIPTION,
               report_title(report, view->arena),
               month_words(view->arena, view->language, report->year->month),
               view_find_text(view, "PAGE_TITLE")->text);
}

static void
fill_description(const struct report *report, const struct frame *frame,
                 struct view *view)
{
    struct dataset_words words = {
        .description = description_of(report, frame, view),
        .creator = report_publisher(report),
        .district = view_find_text(view, "DISTRICT")->text,
    };
    bool is_dataset =
        frame->page == &overview_page && report->edition == EDITION_PUBLIC;
    struct text dataset;

    view_text(view, "DESCRIPTION", words.description);
    view_flag(view, "IS_DATASET", is_dataset);
    if (!is_dataset)
        return;
    words.name = text_join(view->arena, report_title(report, view->arena),
                           text_join(view->arena, TEXT(" · "),
                                     month_words(view->arena, view->language,
                                                 report->year->month)));
    dataset = dataset_text(report, &words, view->arena);
    view_part(view, "DATASET", dataset);
    view_text(view, "DATASET_POLICY", digest_policy(view->arena, dataset));
}

void
frame_fill(const struct report *report, const struct frame *frame,
           struct view *view)
{
    bool is_chinese = view->language == ZH;

    view_text(view, "LANG", is_chinese ? TEXT("zh-CN") : TEXT("en"));
    fill_report(report, view);
    view_text(view, "ROOT", text_of(frame->root));
    fill_assets(frame, view);
    fill_site_meta(report, view);
    view_format(view, "FILE", "%.*s.html", TEXT_ARG(frame->file));
    view_format(view, "MARKDOWN_FILE", "%.*s.md", TEXT_ARG(frame->file));
    view_flag(view, "HAS_MARKDOWN", frame->has_markdown);
    view_flag(view, "IS_MONTH", frame->page != NULL);
    view_flag(view, "IS_FRONT", frame->page == &overview_page);
    view_flag(view, "IS_LIST", frame->page == &list_page);
    view_flag(view, "IS_INNER", frame->page != &overview_page);
    view_flag(view, "HAS_TITLE",
              frame->page != &overview_page && frame->page != &list_page);
    fill_navigation(report, frame, view);
    view_flag(view, "HAS_NAVIGATION", frame->page != NULL);
    view_list(view, "SEARCH");
    if (frame->search.length > 0)
        view_text(view_item(view, "SEARCH"), "INDEX", frame->search);
    fill_told(report, frame, view);
    view_text(view, "BODY",
              text_of(frame->page ? frame->page->name : "months"));
    view_text(
        view, "PAGE_TITLE",
        say(view->language, frame->page ? frame->page->title : WORDING_MONTHS));
    fill_description(report, frame, view);
}
