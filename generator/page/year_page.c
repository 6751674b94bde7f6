#include "page/year_page.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/wording.h"
#include "page/year_returns.h"
#include "view/breakdown.h"
#include "view/figure.h"
#include "view/report.h"
#include "view/revisions.h"
#include "view/view.h"

enum {
    MONTHS = 12,
    PANEL_HEIGHT = 88,
    PANEL_TOP = 6,
    QUARTER = 3,
    ALL = 1000 /* of a share */
};

struct year_page {
    const struct report *report;
    const struct month_summary *summaries;
    size_t count;                  /* of one campaign year, newest first */
    const struct json_t *progress; /* the newest's */
    struct month start;
    struct arena *arena;
};

static struct text
kept(const struct year_page *page, struct text text)
{
    return text_copy(page->arena, text);
}

/* How many there were up to that place of the year, at the newest cutoff. */
static int64_t
running(const struct json_t *figure, size_t place)
{
    const struct json_t *months = json_get(figure, "months");
    int64_t sum = json_get_count(figure, "before");

    for (size_t i = 0; i <= place && i < json_size(months); i++)
        sum += json_get_count(json_at(months, i), "count");
    return sum;
}

static const struct json_t *
figure_named_in(const struct json_t *progress, struct text id)
{
    for (size_t i = 0; i < json_size(progress); i++)
        if (text_equal(json_get_text(json_at(progress, i), "figure"), id))
            return json_at(progress, i);
    return NULL;
}

static size_t
months_known(const struct year_page *page)
{
    int known = page->summaries[0].month.number - page->start.number + 1;

    return known < 0 ? 0 : known > MONTHS ? MONTHS : (size_t)known;
}

/* Where no one place has the records, a table of counts says so. */
static void
fill_link(const struct year_page *page, struct month month, struct text file,
          struct view *view)
{
    view_list(view, "LINK");
    view_flag(view, "IS_LOOSE", file.length == 0);
    if (file.length > 0)
        view_format(view_item(view, "LINK"), "FILE", "%.*s/%.*s",
                    TEXT_ARG(month_text(page->arena, month)), TEXT_ARG(file));
}

/* The list of a figure as that month published it. */
static struct text
records_of(const struct month_summary *summary, struct text id,
           struct arena *arena)
{
    const struct json_t *figure =
        json_get(json_get(summary->json, "figures"),
                 text_format(arena, "%.*s", TEXT_ARG(id)).bytes);

    return text_copy(arena, json_get_text(figure, "records"));
}

static const char *
mark_of(const struct json_t *figure)
{
    return json_get_count(figure, "ahead") < 0 ? "▼" : "▲";
}

/* In thousandths of the target, as far up as the highest of all goes. */
static int64_t
share_at(const struct json_t *figure, size_t place, int64_t target)
{
    return target <= 0 ? 0 : running(figure, place) * ALL / target;
}

static int64_t
target_of_figure(const struct json_t *figure)
{
    return atoll(json_get_text(figure, "target").bytes);
}

static bool
is_drawn(const struct json_t *figure)
{
    struct text target = json_get_text(figure, "target");

    return target.length > 0 && json_size(json_get(figure, "months")) > 0 &&
           text_find(target, TEXT(".")) == target.length &&
           target_of_figure(figure) > 0 &&
           json_get_text(figure, "direction").length == 0 &&
           json_get_text(figure, "of").length == 0;
}

/* One scale for all: to the target, or as high as any has come. */
static int64_t
scale_of(const struct year_page *page)
{
    int64_t most = ALL;

    for (size_t i = 0; i < json_size(page->progress); i++) {
        const struct json_t *figure = json_at(page->progress, i);
        int64_t share = is_drawn(figure)
                            ? share_at(figure, MONTHS, target_of_figure(figure))
                            : 0;

        if (share > most && share <= 2 * ALL)
            most = share;
    }
    return most;
}

/* From the bottom up, in the units of the drawing. */
static int64_t
height_of(int64_t share, int64_t scale)
{
    return share >= scale ? 0 : ALL - share * ALL / scale;
}

/* "1月" or "Jan": of that place of the year. */
static struct text
month_word(const struct year_page *page, size_t place, enum language language)
{
    int month = month_in_year((struct month){page->start.number + (int)place});

    return say(language, (enum wording)(WORDING_SHORT_MONTH_01 + month - 1));
}

/* The line, month by month, and the schedule from nothing to the target. */
static void
draw(const struct year_page *page, const struct json_t *figure, int64_t scale,
     struct view *item)
{
    struct arena *arena = page->arena;
    int64_t target = target_of_figure(figure);
    size_t known = months_known(page);
    int64_t before =
        height_of(json_get_count(figure, "before") * ALL / target, scale);
    struct text points = text_format(arena, "0,%" PRId64, before);
    struct text said = TEXT("");
    int64_t y = before;

    view_list(item, "POINT");
    for (size_t i = 0; i < known; i++) {
        y = height_of(share_at(figure, i, target), scale);
        points = text_format(arena, "%.*s %zu,%" PRId64, TEXT_ARG(points),
                             (i + 1) * 100, y);
        view_count(view_item(item, "POINT"), "TEXT", running(figure, i));
        said = text_format(
            arena, "%.*s%.*s%.*s %" PRId64, TEXT_ARG(said),
            TEXT_ARG(i > 0 ? say(item->language, WORDING_LIST_COMMA)
                           : TEXT("")),
            TEXT_ARG(month_word(page, i, item->language)), running(figure, i));
    }
    view_text(item, "POINTS", points);
    view_format(item, "SCHEDULE", "0,%d 1200,%" PRId64, ALL,
                height_of(ALL, scale));
    view_format(item, "X", "%zu.%02zu", known * 100 / MONTHS,
                known * 10000 / MONTHS % 100);
    view_count(item, "Y", PANEL_TOP + y * PANEL_HEIGHT / ALL);
    view_count(item, "FULL_Y",
               PANEL_TOP + height_of(ALL, scale) * PANEL_HEIGHT / ALL);
    view_text(item, "DESC", said);
    view_format(item, "NOW_TICK", "%d",
                month_in_year(page->summaries[0].month));
    view_format(item, "FIRST_TICK", "%d", month_in_year(page->start));
    view_format(item, "LAST_TICK", "%d",
                month_in_year((struct month){page->start.number + MONTHS - 1}));
    view_flag(item, "HAS_NOW_TICK", known > 1 && known < MONTHS);
}

static void
fill_goal(const struct year_page *page, const struct json_t *figure,
          size_t number, int64_t scale, struct view *view)
{
    static const char *const texts[][2] = {
        {"LABEL", "label"},   {"VALUE", "value"}, {"UNIT", "unit"},
        {"TARGET", "target"}, {"SHARE", "share"}, {"PACE", "pace"},
        {"TONE", "tone"}};
    struct view *item = view_item(view, "GOAL");

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        view_text(item, texts[i][0],
                  kept(page, json_get_text(figure, texts[i][1])));
    view_format(item, "ID", "goal-%zu", number);
    view_text(item, "MARK", text_of(mark_of(figure)));
    fill_link(page, page->summaries[0].month,
              records_of(&page->summaries[0], json_get_text(figure, "figure"),
                         page->arena),
              item);
    view_list(item, "DRAWN");
    if (is_drawn(figure))
        draw(page, figure, scale, view_item(item, "DRAWN"));
}

static void
fill_goals(const struct year_page *page, struct view *view)
{
    int64_t scale = scale_of(page);

    view_list(view, "KNOWN_MONTH");
    for (size_t i = 0; i < months_known(page); i++)
        view_text(view_item(view, "KNOWN_MONTH"), "TEXT",
                  month_word(page, i, view->language));
    view_list(view, "GOAL");
    for (size_t i = 0; i < json_size(page->progress); i++) {
        const struct json_t *figure = json_at(page->progress, i);

        if (json_get_text(figure, "target").length > 0)
            fill_goal(page, figure, i + 1, scale, view);
    }
    view_flag(view, "HAS_GOALS", view_find_list(view, "GOAL")->first != NULL);
}

/* "…；建议采纳慢16.7个百分点，还差5件。" */
static struct text
lede_of(const struct year_page *page, struct text text,
        const struct json_t *worst, const struct view *view)
{
    int64_t missing = json_get_count(worst, "missing");

    return SAY(page->arena, view->language,
               missing > 0 ? WORDING_YEAR_WORST_MISSING : WORDING_YEAR_WORST,
               text,
               SAY(page->arena, view->language, WORDING_YEAR_GOAL_PACE,
                   label_within(page->report, json_get_text(worst, "label"),
                                page->arena),
                   json_get_text(worst, "pace")),
               count_text(page->arena, missing),
               kept(page, json_get_text(worst, "unit")));
}

/* What is worst is set off within the sentence. */
static void
fill_lede_parts(struct text text, struct text worst, struct view *lede)
{
    size_t at = worst.length > 0 ? text_find(text, worst) : text.length;

    view_text(lede, "TEXT", text);
    view_text(lede, "BEFORE", text_slice(text, 0, at));
    view_flag(lede, "LAGS", worst.length > 0);
    view_text(lede, "WORST", text_slice(text, at, worst.length));
    view_text(lede, "AFTER", text_from(text, at + worst.length));
}

/* "目标5项，未达进度要求3项；建议采纳慢于…": by the largest lag. */
static void
fill_lede(const struct year_page *page, struct view *view)
{
    const struct json_t *worst = NULL;
    int64_t goals = 0, behind = 0;
    struct text text;

    view_list(view, "YEAR_LEDE");
    for (size_t i = 0; i < json_size(page->progress); i++) {
        const struct json_t *figure = json_at(page->progress, i);

        if (json_get_text(figure, "target").length == 0)
            continue;
        goals++;
        if (json_get_count(figure, "ahead") < 0)
            behind++;
        if (worst == NULL ||
            json_get_count(figure, "ahead") < json_get_count(worst, "ahead"))
            worst = figure;
    }
    if (worst == NULL)
        return;
    text = SAY(page->arena, view->language,
               behind == 0 ? WORDING_YEAR_NONE_BEHIND : WORDING_YEAR_BEHIND,
               count_text(page->arena, goals), count_text(page->arena, behind));
    fill_lede_parts(behind == 0 ? text : lede_of(page, text, worst, view),
                    behind == 0 ? TEXT("") : json_get_text(worst, "pace"),
                    view_item(view, "YEAR_LEDE"));
}

static void
fill_number(const struct year_page *page, struct month month, int64_t count,
            struct text file, struct view *item)
{
    view_count(item, "TEXT", count);
    fill_link(page, month, count > 0 ? file : TEXT(""), item);
    view_flag(item, "IS_LOOSE", count > 0 && file.length == 0);
    view_list(item, "NOW");
}

/* What the newest month knows of it now, where that is another number. */
static void
fill_now(const struct year_page *page, int64_t published, int64_t now,
         struct text file, struct view *item)
{
    struct view *known;

    if (published == now)
        return;
    known = view_item(item, "NOW");
    view_text(known, "TEXT",
              SAY(page->arena, item->language, WORDING_YEAR_NOW,
                  count_text(page->arena, now)));
    fill_link(page, page->summaries[0].month, now > 0 ? file : TEXT(""), known);
    if (now > 0 && file.length == 0)
        view_flag(item, "IS_LOOSE", true);
}

/* Whether it counts records: sums, as of sessions, have no list so long. */
static bool
counts_records(const struct json_t *figure)
{
    const struct json_t *months = json_get(figure, "months");

    for (size_t i = 0; i < json_size(months); i++)
        if (json_get_text(json_at(months, i), "records").length > 0)
            return true;
    return false;
}

/* A figure's two cells in the row of a month; summary NULL: not published. */
static void
fill_month_cells(const struct year_page *page, const struct json_t *figure,
                 const struct month_summary *summary, size_t place,
                 struct view *row)
{
    struct text id = json_get_text(figure, "figure");
    const struct json_t *own =
        summary ? figure_named_in(json_get(summary->json, "progress"), id)
                : figure;
    const struct json_t *month = json_at(json_get(own, "months"), place);
    const struct json_t *now = json_at(json_get(figure, "months"), place);
    struct month stands = summary ? summary->month : page->summaries[0].month;
    struct view *part = view_item(row, "CELL"), *total = view_item(row, "CELL");

    view_flag(part, "IS_KNOWN", month != NULL);
    view_flag(total, "IS_KNOWN", month != NULL);
    view_flag(part, "IS_LOOSE", false);
    view_flag(total, "IS_LOOSE", false);
    view_flag(part, "IS_PART", true);
    view_flag(total, "IS_PART", false);
    if (month == NULL)
        return;
    fill_number(page, stands, json_get_count(month, "count"),
                kept(page, json_get_text(month, "records")), part);
    fill_number(page, stands, running(own, place),
                summary && counts_records(own)
                    ? records_of(summary, id, page->arena)
                    : TEXT(""),
                total);
    fill_now(page, json_get_count(month, "count"), json_get_count(now, "count"),
             kept(page, json_get_text(now, "records")), part);
    fill_now(page, running(own, place), running(figure, place), TEXT(""),
             total);
}

static void
fill_month_row(const struct year_page *page,
               const struct month_summary *summary, size_t place,
               struct view *table)
{
    struct month month = {page->start.number + (int)place};
    struct view *row = view_item(table, "ROW");

    view_text(row, "MONTH_WORDS",
              month_words(page->arena, row->language, month));
    view_text(row, "MONTH", month_text(page->arena, month));
    view_flag(row, "IS_PUBLISHED", summary != NULL);
    view_flag(row, "IS_MISSING", summary == NULL);
    view_list(row, "CELL");
    for (size_t i = 0; i < json_size(page->progress); i++)
        if (json_size(json_get(json_at(page->progress, i), "months")) > 0)
            fill_month_cells(page, json_at(page->progress, i), summary, place,
                             row);
    view_text(row, "VERSION_WORDS",
              summary
                  ? SAY(page->arena, row->language, WORDING_YEAR_VERSION,
                        count_text(page->arena,
                                   json_get_count(summary->json, "version")))
                  : TEXT(""));
    revisions_fill(page->report,
                   summary ? json_get(summary->json, "revisions") : NULL, "",
                   row);
}

static void
fill_groups(const struct year_page *page, struct view *table)
{
    view_list(table, "GROUP");
    for (size_t i = 0; i < json_size(page->progress); i++) {
        const struct json_t *figure = json_at(page->progress, i);

        if (json_size(json_get(figure, "months")) > 0)
            view_text(view_item(table, "GROUP"), "TEXT",
                      SAY(page->arena, table->language, WORDING_UNIT_HEAD,
                          json_get_text(figure, "label"),
                          json_get_text(figure, "unit")));
    }
    view_list(table, "ROW");
}

static const struct month_summary *
published(const struct year_page *page, size_t place)
{
    for (size_t i = 0; i < page->count; i++)
        if (page->summaries[i].month.number == page->start.number + (int)place)
            return &page->summaries[i];
    return NULL;
}

static void
fill_year(const struct year_page *page, bool is_latest, struct view *view)
{
    struct view *table = view_item(view, "YEAR");

    view_flag(table, "IS_LATEST", is_latest);
    view_text(table, "YEAR_START", month_text(page->arena, page->start));
    view_text(table, "TITLE",
              SAY(page->arena, view->language, WORDING_YEAR_MONTHS,
                  month_words(page->arena, view->language, page->start)));
    fill_groups(page, table);
    for (size_t place = months_known(page); place-- > 0;)
        fill_month_row(page, published(page, place), place, table);
}

/* Months first to last of the year, as far as they are known. */
struct period {
    enum wording name;
    int first, last; /* of the calendar year */
};

static const struct period periods[] = {
    {WORDING_YEAR_Q1, 1, 3},   {WORDING_YEAR_Q2, 4, 6},
    {WORDING_YEAR_H1, 1, 6},   {WORDING_YEAR_Q3, 7, 9},
    {WORDING_YEAR_Q4, 10, 12}, {WORDING_YEAR_H2, 7, 12},
};

static void
fill_period(const struct year_page *page, const struct period *period,
            size_t first, size_t last, struct view *table)
{
    bool is_over = (int)(last - first) == period->last - period->first;
    struct view *row = view_item(table, "ROW");
    struct text name = say(table->language, period->name);

    view_text(
        row, "LABEL",
        is_over ? name
                : SAY(page->arena, table->language, WORDING_YEAR_SO_FAR, name));
    for (size_t i = 0; i < json_size(page->progress); i++) {
        const struct json_t *figure = json_at(page->progress, i);
        int64_t total = running(figure, last);

        if (json_size(json_get(figure, "months")) == 0)
            continue;
        view_count(view_item(row, "CELL"), "TEXT",
                   total - (first > 0 ? running(figure, first - 1)
                                      : json_get_count(figure, "before")));
        view_count(view_item(row, "CELL"), "TEXT", total);
    }
}

/* Whether some target counts by month: a ceiling does not. */
static bool
has_monthly(const struct year_page *page)
{
    for (size_t i = 0; i < json_size(page->progress); i++)
        if (json_size(json_get(json_at(page->progress, i), "months")) > 0)
            return true;
    return false;
}

/* Differences of the totals at the ends of periods, all of the newest month's
   data, so that no month is counted as it once was. */
static void
fill_periods(const struct year_page *page, struct view *view)
{
    size_t known = months_known(page);
    int begin = month_in_year(page->start);
    struct view *table;

    view_list(view, "PERIODS");
    if (known <= QUARTER || !has_monthly(page))
        return;
    table = view_item(view, "PERIODS");
    fill_groups(page, table);
    view_text(table, "SUBTITLE",
              SAY(page->arena, view->language, WORDING_YEAR_PERIODS_NOTE,
                  month_words(page->arena, view->language,
                              page->summaries[0].month)));
    for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++) {
        const struct period *it = &periods[i];
        int first = it->first - begin, last = it->last - begin;

        if (first < 0 || first >= (int)known)
            continue;
        if (last >= (int)known && it->last - it->first > QUARTER)
            continue;
        fill_period(page, it, (size_t)first,
                    last < (int)known ? (size_t)last : known - 1, table);
    }
}

static struct month
start_of(const struct month_summary *summary)
{
    struct month start;

    if (!month_parse(json_get_text(summary->json, "year_start"), &start))
        start = month_make(month_year(summary->month), 1);
    return start;
}

static void
add_place(const char *file, struct text title, bool is_current,
          struct view *view)
{
    struct view *item = view_item(view, "NAVIGATION");

    view_text(item, "TITLE", title);
    view_text(item, "FILE", text_of(file));
    view_flag(item, "IS_CURRENT", is_current);
}

/* The newest month, and the parts of the page there are. */
static void
fill_navigation(const struct year_page *page, struct view *view)
{
    static const struct {
        const char *list, *file;
        enum wording title;
    } parts[] = {{"GOAL", "#goals", WORDING_YEAR_TARGETS},
                 {"YEAR", "#months", WORDING_YEAR_BY_MONTH},
                 {"PERIODS", "#periods", WORDING_YEAR_PERIODS},
                 {"RETURNS", "#returns", WORDING_RETURNS_TITLE}};
    struct text month = month_text(page->arena, page->summaries[0].month);

    add_place("index.html", say(view->language, WORDING_YEAR_WHOLE), true,
              view);
    add_place(
        text_format(page->arena, "%.*s/index.html", TEXT_ARG(month)).bytes,
        month_words(page->arena, view->language, page->summaries[0].month),
        false, view);
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        if (view_find_list(view, parts[i].list)->first)
            add_place(parts[i].file, say(view->language, parts[i].title), false,
                      view);
}

/* What is said of the latest year alone. */
static void
fill_latest(const struct year_page *page, struct view *view)
{
    fill_lede(page, view);
    fill_goals(page, view);
    fill_periods(page, view);
    year_returns_fill(
        page->report,
        json_get(json_get(page->summaries[0].json, "tables"), "completeness"),
        page->start, view);
    fill_navigation(page, view);
}

void
year_page_fill(const struct report *report,
               const struct month_summary *summaries, size_t count,
               struct view *view)
{
    static const struct month_summary none;
    struct year_page page = {
        .report = report, .arena = view->arena, .summaries = &none};

    view_list(view, "YEAR");
    for (size_t at = 0; at < count; at += page.count) {
        page.summaries = &summaries[at];
        page.start = start_of(&summaries[at]);
        page.progress = json_get(summaries[at].json, "progress");
        for (page.count = 1;
             at + page.count < count &&
             start_of(&summaries[at + page.count]).number == page.start.number;)
            page.count++;
        fill_year(&page, at == 0, view);
        if (at == 0)
            fill_latest(&page, view);
    }
    if (count == 0) /* all are withdrawn */
        fill_latest(&page, view);
    view_flag(view, "HAS_MONTHS", count > 0);
    view_flag(view, "HAS_NAVIGATION", count > 0);
    view_flag(view, "HAS_TITLE",
              view_find_list(view, "YEAR_LEDE")->first == NULL);
}
