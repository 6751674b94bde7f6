/*
 * Each page is filled once and expanded once per format; its memory is given
 * back before the next, so that a report of a thousand pages needs the room
 * of one.
 */
#include "render/site.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "page/frame.h"
#include "page/index.h"
#include "page/list.h"
#include "page/pages.h"
#include "page/single_file.h"
#include "render/asset.h"
#include "render/brief_file.h"
#include "render/chinese_marks.h"
#include "render/file_sink.h"
#include "render/markdown.h"
#include "render/record_pages.h"
#include "render/single_file.h"
#include "render/template.h"
#include "view/anchors.h"
#include "view/by_unit.h"
#include "view/cadre_list.h"
#include "view/data.h"
#include "view/months.h"
#include "view/pagination.h"
#include "view/record_rows.h"
#include "view/returns.h"
#include "view/search_index.h"
#include "view/units.h"

enum { WHOLE_BYTES_MOST = 600000 }; /* of the month in one file */

enum asset { ASSET_STYLE, ASSET_BRIEF, ASSET_SCRIPT };

static const struct {
    const char *stem;
    const char *extension;
} assets[SITE_OWN_TEXTS] = {
    [ASSET_STYLE] = {"site", "css"},
    [ASSET_BRIEF] = {"brief", "css"},
    [ASSET_SCRIPT] = {"site", "js"},
};

struct site {
    struct report *report;
    const char *templates;
    const struct file_sink *sink;
    struct diag *diag;
    struct arena *lasting;          /* as long as the call */
    struct arena *passing;          /* as long as one page */
    struct text month;              /* "2025-10" */
    struct text stylesheet, script; /* their paths */
    struct text brief_stylesheet;   /* of the brief, which is all paper */
    struct text search; /* what a search looks in; empty: none, or too much */
    struct text style;  /* the sheet itself, for the month in one file */
};

static bool
take(struct site *site, const char *path, struct text content)
{
    return site->sink->take(site->sink->data, path, content);
}

static bool
take_in_month(struct site *site, struct text name, struct text content)
{
    struct text path = text_format(site->passing, "%.*s/%.*s",
                                   TEXT_ARG(site->month), TEXT_ARG(name));

    return take(site, path.bytes, content);
}

/* An asset is named after its content, so that no browser shows an old one. */
static bool
read_asset(struct arena *arena, const char *templates, enum asset asset,
           struct diag *diag, struct text *content)
{
    struct text path = text_format(arena, "%s/assets/%s.%s", templates,
                                   assets[asset].stem, assets[asset].extension);

    return asset_read(arena, path.bytes, diag, content);
}

static bool
render_asset(struct site *site, enum asset asset, struct text *name,
             struct text *content)
{
    if (!read_asset(site->lasting, site->templates, asset, site->diag, content))
        return false;
    *name = text_format(site->lasting, "assets/%s-%08x.%s", assets[asset].stem,
                        (unsigned)(text_hash(*content, 0) & 0xffffffff),
                        assets[asset].extension);
    return take(site, name->bytes, *content);
}

static bool
render_assets(struct site *site)
{
    struct text brief, script;

    return render_asset(site, ASSET_STYLE, &site->stylesheet, &site->style) &&
           render_asset(site, ASSET_BRIEF, &site->brief_stylesheet, &brief) &&
           render_asset(site, ASSET_SCRIPT, &site->script, &script);
}

/* It goes with its month, and is taken back with it. */
static bool
render_search(struct site *site)
{
    struct text index = search_index(site->report, site->lasting);

    if (index.length == 0)
        return true;
    site->search = text_format(site->lasting, "index-%08x.js",
                               (unsigned)(text_hash(index, 0) & 0xffffffff));
    return take_in_month(site, site->search, index);
}

bool
site_own_texts(struct arena *arena, const char *templates, struct diag *diag,
               struct text own[SITE_OWN_TEXTS])
{
    for (int i = 0; i < SITE_OWN_TEXTS; i++) {
        if (!read_asset(arena, templates, (enum asset)i, diag, &own[i]))
            return false;
        /* In the month in one file it stands without its last line end. */
        while (text_ends(own[i], "\n"))
            own[i].length--;
    }
    return true;
}

/* Expands the view as one file and hands it over. */
static bool
render_file(struct site *site, const struct template_names *names,
            const struct view *view, struct text path)
{
    struct template_made made;

    if (!template_expand(site->passing, names, view, site->diag, &made))
        return false;
    if (text_ends(path, ".md"))
        made.text = markdown_tidy(site->passing, made.text);
    else if (view->language == EN && text_ends(path, ".html"))
        made.text = chinese_marks(site->passing, made.text);
    return take(site, path.bytes, made.text);
}

/* Both formats of a page; stem is its path without extension.  made holds its
   rows by format; NULL when it has none that are made already. */
static bool
render_formats(struct site *site, const struct frame *frame, struct view *view,
               struct text stem, const struct list_page_made *made)
{
    static const char *const formats[LISTS_FORMATS] = {
        [LISTS_HTML] = "html", [LISTS_MARKDOWN] = "md"};
    size_t count = frame->has_markdown ? 2 : 1;
    const char *layout =
        frame->page && frame->page->is_brief ? "layouts/brief" : "layouts/page";

    for (size_t i = 0; i < count; i++) {
        struct template_names names = {site->templates, layout, formats[i]};
        struct text path =
            text_format(site->passing, "%.*s.%s", TEXT_ARG(stem), formats[i]);

        if (made)
            view_part(view, "RECORDS", made->rows[i]);
        if (!render_file(site, &names, view, path))
            return false;
    }
    return true;
}

/* A page of the month; made is given for a page of a list. */
static bool
render_page(struct site *site, const struct page *page, size_t instance,
            const struct list_page_made *made)
{
    const struct report *report = site->report;
    struct view *view = view_new(site->passing, report->language);
    struct frame frame = {
        .page = page,
        .file = made ? list_stem(made->figure, made->page, site->passing)
                     : page_file(page, report, instance, site->passing),
        .has_markdown = page->has_markdown,
        .root = "../",
        .stylesheet =
            page->is_brief ? site->brief_stylesheet : site->stylesheet,
        .script = site->script,
        .search = site->search,
    };
    struct text stem = text_format(site->passing, "%.*s/%.*s",
                                   TEXT_ARG(site->month), TEXT_ARG(frame.file));
    bool rendered;

    frame_fill(report, &frame, view);
    if (made)
        list_fill(report, made->figure, made->page, view);
    else
        page->fill(report, instance, view);
    rendered = render_formats(site, &frame, view, stem, made);
    arena_reset(site->passing);
    return rendered;
}

/* The brief as an office file says what its page says. */
static bool
render_brief(struct site *site)
{
    const struct report *report = site->report;
    struct view *view = view_new(site->passing, report->language);
    struct frame frame = {
        .page = &print_page,
        .file = TEXT("print"),
        .root = "../",
        .stylesheet = site->brief_stylesheet,
        .script = site->script,
    };
    struct text file;
    bool rendered;

    frame_fill(report, &frame, view);
    print_page.fill(report, 0, view);
    rendered = brief_file_make(site->passing, site->templates, view, site->diag,
                               &file) &&
               take_in_month(site, TEXT("brief.docx"), file);
    arena_reset(site->passing);
    return rendered;
}

static void
tell_pages(const struct site *site)
{
    size_t count = 0;

    if (site->sink->expect == NULL)
        return;
    for (size_t i = 0; i < PAGE_COUNT; i++)
        count += page_instances(pages[i], site->report);
    site->sink->expect(site->sink->data, count);
}

static bool
render_list_page(void *data, const struct list_page_made *made)
{
    return render_page(data, &list_page, 0, made);
}

static bool
render_rows(struct site *site)
{
    return record_pages_render(site->report, site->templates, site->sink,
                               render_list_page, site);
}

static bool
render_pages(struct site *site)
{
    for (size_t i = 0; i < PAGE_COUNT; i++) {
        size_t instances = page_instances(pages[i], site->report);

        if (pages[i] == &list_page)
            continue;
        for (size_t instance = 0; instance < instances; instance++)
            if (!render_page(site, pages[i], instance, NULL))
                return false;
    }
    return true;
}

/* What the month in one file says, its lists as long as the report says. */
static struct view *
fill_whole(struct site *site)
{
    const struct report *report = site->report;
    struct view *view = view_new(site->passing, report->language);
    struct frame frame = {
        .page = &overview_page,
        .file = TEXT("report"),
        .has_markdown = true,
        .root = "../",
        .style = site->style,
    };

    frame_fill(report, &frame, view);
    single_file_fill(report, view);
    return view;
}

/* Rows are not cut apart here. */
static struct text
without_cuts(struct arena *arena, struct text text)
{
    struct buffer whole = {.arena = arena};

    while (text.length > 0) {
        size_t end = text_find(text, TEXT(RECORD_CUT));

        buffer_put(&whole, text_slice(text, 0, end));
        text = text_from(text, end + strlen(RECORD_CUT));
    }
    return buffer_text(&whole);
}

static bool
expand_whole(struct site *site, const struct view *view, const char *extension,
             struct text *content)
{
    struct template_names names = {site->templates, "layouts/report",
                                   extension};
    struct template_made made;

    if (!template_expand(site->passing, &names, view, site->diag, &made))
        return false;
    made.text = without_cuts(site->passing, made.text);
    if (view->language == EN && strcmp(extension, "html") == 0)
        made.text = chinese_marks(site->passing, made.text);
    *content =
        strcmp(extension, "html") == 0
            ? single_file_html(site->passing, made.text)
            : markdown_tidy(site->passing,
                            single_file_markdown(site->passing, made.text));
    return true;
}

/* Lists end at the largest of these numbers of rows that leaves the page
   small. */
static bool
render_whole(struct site *site)
{
    static const size_t rows[] = {800, 300, 150, 50, 20, 10, 5, 2, 1};
    struct report *report = site->report;
    const struct view *view = NULL;
    struct text page, lines;
    bool good = true, is_small = false;

    report->is_one_file = true;
    for (size_t i = 0; good && !is_small && i < sizeof(rows) / sizeof(rows[0]);
         i++) {
        arena_reset(site->passing);
        report->rows_most = rows[i];
        view = fill_whole(site);
        good = expand_whole(site, view, "html", &page);
        is_small = good && page.length <= WHOLE_BYTES_MOST;
    }
    good = good && expand_whole(site, view, "md", &lines) &&
           take_in_month(site, TEXT("report.html"), page) &&
           take_in_month(site, TEXT("report.md"), lines);
    report->is_one_file = false;
    arena_reset(site->passing);
    return good;
}

static bool
render_data(struct site *site)
{
    struct data_file file;

    for (size_t i = 0; i < DATA_FILES; i++) {
        bool taken;
        struct text name;

        data_make(site->report, i, site->passing, &file);
        name = text_join(site->passing, TEXT("data/"), file.name);
        taken = take_in_month(site, name, file.content);
        arena_reset(site->passing);
        if (!taken)
            return false;
    }
    return true;
}

/* index.html and index.md above the months, feed.xml, sitemap.xml. */
static bool
render_index(struct site *site)
{
    const struct report *report = site->report;
    struct view *view = view_new(site->passing, report->language);
    struct frame frame = {
        .file = TEXT("index"),
        .has_markdown = true,
        .root = "",
        .stylesheet = site->stylesheet,
        .script = site->script,
    };
    struct template_names feed = {site->templates, "layouts/feed", "xml"};
    struct template_names map = {site->templates, "layouts/sitemap", "xml"};
    bool rendered;

    frame_fill(report, &frame, view);
    index_fill(report, view);
    rendered = render_formats(site, &frame, view, TEXT("index"), NULL) &&
               render_file(site, &feed, view, TEXT("feed.xml")) &&
               (!index_has_address(report) ||
                render_file(site, &map, view, TEXT("sitemap.xml")));
    arena_reset(site->passing);
    return rendered;
}

bool
site_render(const struct report *report, const char *templates,
            const struct file_sink *sink, struct diag *diag)
{
    struct report planned = *report;
    struct site site = {
        .report = &planned,
        .templates = templates,
        .sink = sink,
        .diag = diag,
        .lasting = arena_new(),
        .passing = arena_new(),
    };
    struct completeness returns;
    bool rendered;

    planned.pages = pages;
    planned.kept.anchors = anchors_new(report);
    planned.kept.lists = list_plan_new(report);
    planned.kept.months = months_kept_new(site.lasting);
    planned.kept.units = unit_roll_new(report);
    planned.kept.by_unit = by_unit_new();
    planned.kept.roster = cadre_list_new(report);
    returns = returns_of(report, site.lasting);
    planned.kept.returns = &returns;
    site.month = month_text(site.lasting, report->year->month);
    tell_pages(&site);
    rendered = render_assets(&site) && render_search(&site) &&
               render_pages(&site) && render_brief(&site) &&
               render_rows(&site) && render_whole(&site) &&
               render_data(&site) && render_index(&site);
    cadre_list_free(planned.kept.roster);
    by_unit_free(planned.kept.by_unit);
    unit_roll_free(planned.kept.units);
    list_plan_free(planned.kept.lists);
    anchors_free(planned.kept.anchors);
    arena_free(site.passing);
    arena_free(site.lasting);
    return rendered;
}

bool
site_render_index(const struct report *report, const char *templates,
                  const struct file_sink *sink, struct diag *diag)
{
    struct report planned = *report;
    struct site site = {
        .report = &planned,
        .templates = templates,
        .sink = sink,
        .diag = diag,
        .lasting = arena_new(),
        .passing = arena_new(),
    };
    bool rendered;

    planned.pages = pages;
    rendered = render_assets(&site) && render_index(&site);
    arena_free(site.passing);
    arena_free(site.lasting);
    return rendered;
}

static bool
take_nothing(void *data, const char *path, struct text content)
{
    (void)data;
    (void)path;
    (void)content;
    return true;
}

/* The stylesheet's name is made of what it holds, so it is read for that. */
static bool
name_stylesheet(struct site *site)
{
    const struct file_sink nobody = {.take = take_nothing};

    site->sink = &nobody;
    return render_assets(site);
}

bool
site_render_gone(const struct report *report, const char *templates,
                 struct diag *diag, struct text *page)
{
    struct report planned = *report;
    struct site site = {
        .report = &planned,
        .templates = templates,
        .diag = diag,
        .lasting = report->arena,
        .passing = report->arena,
    };
    struct view *view = view_new(report->arena, report->language);
    const struct template_names names = {templates, "layouts/page", "html"};
    struct frame frame = {.file = TEXT("index"), .root = "../"};
    struct template_made made;

    planned.pages = pages;
    if (!name_stylesheet(&site))
        return false;
    frame.stylesheet = site.stylesheet;
    frame.script = site.script;
    frame_fill(&planned, &frame, view);
    view_text(view, "BODY", TEXT("gone"));
    if (!template_expand(report->arena, &names, view, diag, &made))
        return false;
    *page = made.text;
    return true;
}
