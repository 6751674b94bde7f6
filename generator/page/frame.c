#include "page/frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "page/pages.h"
#include "view/revisions.h"
#include "year/year.h"

/* The usual name is known in both languages; any other stays as it is. */
static struct text
own_title(const struct report *report)
{
    struct text title = report->book->codes->values[SETTING_TITLE];

    return text_equal(title, say(ZH, WORDING_DEFAULT_TITLE))
               ? say(report->language, WORDING_DEFAULT_TITLE)
               : title;
}

struct text
report_title(const struct report *report, struct arena *arena)
{
    const struct text details[4] = {
        report->book->codes->values[SETTING_DISTRICT], own_title(report)};

    if (details[0].length == 0)
        return details[1];
    return say_with(arena, report->language, WORDING_DISTRICT_AND_TITLE,
                    details);
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

/* The date of issue in words; as written where it is no plain date, and the
   cutoff when none is set. */
static struct text
published_words(const struct report *report, struct arena *arena)
{
    struct text given = report->book->codes->values[SETTING_PUBLISHED_ON];
    struct text day = text_from(given, strlen("2025-10-"));
    struct month month;
    struct date date;

    if (given.length == 0)
        return date_words(arena, report->language, report->year->cutoff);
    if (given.length != strlen("2025-10-31") ||
        !month_parse(text_slice(given, 0, strlen("2025-10")), &month) ||
        !date_make(month_year(month), month_in_year(month), atoi(day.bytes),
                   &date))
        return given;
    return date_words(arena, report->language, date);
}

static void
fill_report(const struct report *report, struct view *view)
{
    const struct text *values = report->book->codes->values;
    bool is_public = report->edition == EDITION_PUBLIC;
    enum wording edition =
        is_public ? WORDING_EDITION_PUBLIC : WORDING_EDITION_INTERNAL;
    struct month month = report->year->month;
    struct date cutoff = report->year->cutoff;

    view_text(view, "REPORT_TITLE", report_title(report, view->arena));
    view_text(view, "DISTRICT", values[SETTING_DISTRICT]);
    view_text(view, "PUBLISHER", values[SETTING_PUBLISHER]);
    view_flag(view, "HAS_PUBLISHER", values[SETTING_PUBLISHER].length > 0);
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

void
frame_fill(const struct report *report, const struct frame *frame,
           struct view *view)
{
    bool is_chinese = view->language == ZH;

    view_text(view, "LANG", is_chinese ? TEXT("zh-CN") : TEXT("en"));
    fill_report(report, view);
    view_text(view, "ROOT", text_of(frame->root));
    fill_assets(frame, view);
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
    fill_told(report, frame, view);
    view_text(view, "BODY",
              text_of(frame->page ? frame->page->name : "months"));
    view_text(
        view, "PAGE_TITLE",
        say(view->language, frame->page ? frame->page->title : WORDING_MONTHS));
    view_text(view, "DESCRIPTION",
              SAY(view->arena, view->language, WORDING_DESCRIPTION,
                  report_title(report, view->arena),
                  month_words(view->arena, view->language, report->year->month),
                  view_find_text(view, "PAGE_TITLE")->text));
}
