/*
 * Months come from the summaries already published and from the report at
 * hand, which takes the place of an earlier version of its own month.  Newest
 * first, as readers ask for it; a feed too begins with its newest entry.
 */
#include "page/index.h"

#include <inttypes.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/wording.h"
#include "page/frame.h"
#include "page/year_page.h"
#include "view/change.h"
#include "view/data.h"
#include "view/report.h"
#include "view/revisions.h"
#include "view/view.h"
#include "year/redact.h"
#include "year/year.h"

/* What the index says of each month, as far as it has it. */
static const struct headline {
    const char *figure;
    enum wording topic;
} headlines[] = {
    {"problems.raised", WORDING_PAGE_PROBLEMS},
    {"problems.solved", WORDING_PAGE_PROBLEMS},
    {"problems.rate", WORDING_PAGE_PROBLEMS},
    {"suggestions.adopted", WORDING_PAGE_SUGGESTIONS},
    {"suggestions.rate", WORDING_PAGE_SUGGESTIONS},
    {"reports.converted", WORDING_PAGE_REPORTS},
    {"reports.rate", WORDING_PAGE_REPORTS},
};

enum { HEADLINES = sizeof(headlines) / sizeof(headlines[0]) };

bool
index_has_address(const struct report *report)
{
    return report->book->codes->values[SETTING_BASE_URL].length > 0;
}

/* "https://example.gov.cn/" with its slash; empty when not set. */
static struct text
address(const struct report *report, struct arena *arena)
{
    struct text base = report->book->codes->values[SETTING_BASE_URL];

    if (base.length == 0 || text_ends(base, "/"))
        return base;
    return text_join(arena, base, TEXT("/"));
}

/* False if it is no summary of ours. */
static bool
summary_of(const struct json_t *json, struct month_summary *summary)
{
    summary->json = json;
    summary->cutoff = json_get_text(json, "cutoff");
    return month_parse(json_get_text(json, "month"), &summary->month);
}

/* A value is an integer or a text (contract/figures). */
static struct text
value_of(struct arena *arena, const struct json_t *figure)
{
    struct text text = json_get_text(figure, "value");

    if (text.length > 0)
        return text;
    return text_format(arena, "%lld",
                       (long long)json_get_count(figure, "value"));
}

static const struct json_t *
figure_in(const struct month_summary *summary, size_t headline)
{
    return json_get(json_get(summary->json, "figures"),
                    headlines[headline].figure);
}

/* The list that proves the figure, seen from the index. */
static void
fill_link(const struct month_summary *summary, const struct json_t *figure,
          struct view *view)
{
    struct text month = month_text(view->arena, summary->month);
    struct text records = json_get_text(figure, "records");

    if (records.length == 0)
        records = TEXT("index.html");
    view_format(view, "FILE", "%.*s/%.*s", TEXT_ARG(month), TEXT_ARG(records));
}

static void
fill_headlines(const struct month_summary *summary, struct view *view)
{
    view_list(view, "HEADLINE");
    for (size_t i = 0; i < HEADLINES; i++) {
        const struct json_t *figure = figure_in(summary, i);
        struct view *item;

        if (figure == NULL)
            continue;
        item = view_item(view, "HEADLINE");
        fill_link(summary, figure, item);
        view_text(item, "TOPIC", say(view->language, headlines[i].topic));
        view_text(item, "LABEL",
                  text_copy(view->arena, json_get_text(figure, "label")));
        view_text(item, "VALUE",
                  text_copy(view->arena, value_of(view->arena, figure)));
        view_text(item, "UNIT",
                  unit_agreeing(view->language,
                                text_copy(view->arena,
                                          json_get_text(figure, "unit")),
                                value_of(view->arena, figure)));
    }
}

/* What identifies the feed and its entries for ever (RFC 4287), wherever the
   site stands: a UUID (RFC 9562, version 8) made of title, edition and
   month. */
static struct text
feed_id(const struct report *report, struct text month, struct arena *arena)
{
    struct text title = report_title(report, arena);
    uint64_t seed = text_hash(month, (uint64_t)report->edition);
    uint64_t high = text_hash(title, seed), low = text_hash(title, seed + 1);

    return text_format(arena, "urn:uuid:%08x-%04x-8%03x-%04x-%012" PRIx64,
                       (unsigned)(high >> 32), (unsigned)(high >> 16 & 0xffff),
                       (unsigned)(high & 0xfff),
                       (unsigned)(low >> 48 & 0x3fff) | 0x8000,
                       low & UINT64_C(0xffffffffffff));
}

/* When the month was last published, as it says itself. */
static struct text
updated_of(struct arena *arena, const struct month_summary *summary)
{
    struct text updated = json_get_text(summary->json, "updated");

    return updated.length > 0 ? text_copy(arena, updated)
                              : text_format(arena, "%.*sT00:00:00Z",
                                            TEXT_ARG(summary->cutoff));
}

static void
fill_month(const struct report *report, const struct month_summary *summary,
           struct view *view)
{
    struct arena *arena = view->arena;
    struct text month = month_text(arena, summary->month);
    struct text base = address(report, arena);
    int64_t version = json_get_count(summary->json, "version");
    struct text partial = json_get_text(summary->json, "partial");

    view_text(view, "MONTH", month);
    view_text(view, "ENTRY_ID", feed_id(report, month, arena));
    view_text(view, "MONTH_WORDS",
              month_words(arena, view->language, summary->month));
    view_text(view, "CUTOFF", text_copy(arena, summary->cutoff));
    view_format(view, "FILE", "%.*s/index.html", TEXT_ARG(month));
    view_format(view, "MARKDOWN_FILE", "%.*s/index.md", TEXT_ARG(month));
    view_format(view, "ADDRESS", "%.*s%.*s/index.html", TEXT_ARG(base),
                TEXT_ARG(month));
    view_text(view, "ADDRESS_BASE", base);
    view_count(view, "ISSUE", version);
    view_flag(view, "IS_REVISED", version > 1);
    view_text(view, "UPDATED", updated_of(arena, summary));
    fill_headlines(summary, view);
    revisions_fill(report, json_get(summary->json, "revisions"), "", view);
    view_list(view, "PARTIAL");
    if (partial.length > 0)
        view_text(view_item(view, "PARTIAL"), "TEXT",
                  SAY(arena, view->language, WORDING_PARTIAL_NOTE,
                      redact_text(report->privacy, text_copy(arena, partial),
                                  arena)));
}

/* Sorted newest first; one summary for each month. */
static size_t
gather(const struct report *report, const struct json_t *own,
       struct month_summary *summaries)
{
    size_t count = 0;

    for (size_t i = 0; i <= report->published_count; i++) {
        bool is_own = i == report->published_count;
        const struct json_t *json = is_own ? own : report->published[i];
        struct month_summary found;
        size_t at = count;

        if ((is_own && report->is_index_only) || !summary_of(json, &found) ||
            (!is_own && !report->is_index_only &&
             found.month.number == report->year->month.number))
            continue;
        while (at > 0 && summaries[at - 1].month.number < found.month.number) {
            summaries[at] = summaries[at - 1];
            at--;
        }
        summaries[at] = found;
        count++;
    }
    return count;
}

static void
fill_feed(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    struct text base = address(report, arena);
    struct text title = report_title(report, arena);
    struct text author = report_publisher(report);

    if (author.length == 0)
        author = view_find_text(view, "DISTRICT")->text;
    if (author.length == 0)
        author = title;
    view_text(view, "AUTHOR", author);
    view_text(view, "ADDRESS", base);
    view_text(view, "FEED_ID", feed_id(report, TEXT(""), arena));
}

/* The newest of all; when there is no month, the day of the build. */
static struct text
newest_update(const struct report *report,
              const struct month_summary *summaries, size_t count,
              struct arena *arena)
{
    struct text newest =
        text_format(arena, "%.*sT00:00:00Z", TEXT_ARG(report->generated));

    for (size_t i = 0; i < count; i++) {
        struct text updated = updated_of(arena, &summaries[i]);

        if (i == 0 || text_compare(updated, newest) > 0)
            newest = updated;
    }
    return newest;
}

/* The month that stands first, by the sentence that says it. */
static void
fill_newest(const struct report *report, const struct month_summary *summary,
            struct view *view)
{
    struct view *item = view_item(view, "NEWEST");
    struct text headline =
        text_copy(view->arena, json_get_text(summary->json, "headline"));

    fill_month(report, summary, item);
    view_list(item, "SAID");
    if (headline.length == 0)
        return;
    view_text(view_item(item, "SAID"), "TEXT", headline);
    view_text(view, "DESCRIPTION", headline);
}

void
index_fill(const struct report *report, struct view *view)
{
    struct json_t *own = report->is_index_only ? NULL : summary_json(report);
    struct month_summary *summaries = arena_take(
        view->arena, (report->published_count + 1) * sizeof(*summaries));
    size_t count = gather(report, own, summaries);

    fill_feed(report, view);
    view_list(view, "MONTHS");
    for (size_t i = 0; i < count; i++)
        fill_month(report, &summaries[i], view_item(view, "MONTHS"));
    year_page_fill(report, summaries, count, view);
    view_list(view, "NEWEST");
    if (count > 0)
        fill_newest(report, &summaries[0], view);
    view_text(view, "UPDATED",
              newest_update(report, summaries, count, view->arena));
    json_free(own);
}
