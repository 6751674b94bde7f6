/*
 * The records of last month's total are those of last month's report, which
 * stands beside this one in its own version: a link into it would break when
 * it is revised or withdrawn, so the number leads to the table of all months.
 */
#include "page/changed_sums.h"

#include "base/arena.h"
#include "base/json.h"
#include "page/changed_late.h"
#include "page/told_records.h"
#include "view/breakdown.h"
#include "view/change.h"
#include "view/chapter.h"
#include "view/figure.h"
#include "view/places.h"
#include "view/report.h"
#include "view/view.h"

enum { COLUMNS = 2 }; /* what entered, what was done */

/* A line of the table, and a term of the sum. */
enum line { BASE, EVENTS, REOPENED, WITHDRAWN, CORRECTED, LATE, TOTAL, LINES };

/* The terms besides the month's events. */
static const struct {
    const char *sign;
    enum wording words; /* "%1补报" */
    enum wording label; /* "＋ 补报" */
    enum changed kind;
    const char *anchor; /* of the section that has the records */
} terms[LINES] = {
    [REOPENED] = {"−", WORDING_TERM_REOPENED, WORDING_SUMS_REOPENED,
                  CHANGED_REOPENED, "reopened"},
    [WITHDRAWN] = {"−", WORDING_TERM_WITHDRAWN, WORDING_SUMS_WITHDRAWN,
                   CHANGED_WITHDRAWN, "withdrawn"},
    [CORRECTED] = {"−", WORDING_TERM_CORRECTED, WORDING_SUMS_CORRECTED,
                   CHANGED_EDITED, "edited"},
    [LATE] = {"+", WORDING_TERM_LATE, WORDING_SUMS_LATE, CHANGED_LATE, "late"},
};

static int64_t
value_of(const struct changed_sum *sum, enum line line)
{
    const int64_t values[LINES] = {
        [BASE] = sum->base,           [EVENTS] = sum->events,
        [REOPENED] = sum->reopened,   [WITHDRAWN] = sum->withdrawn,
        [CORRECTED] = sum->corrected, [LATE] = sum->late,
        [TOTAL] = sum->total,
    };

    return values[line];
}

static struct month
month_before(const struct report *report)
{
    return month_moved(report->year->month, -1);
}

/* Whether the month before was published when this one was made. */
static bool
is_published(const struct report *report)
{
    struct month month;

    for (size_t i = 0; i < json_size(report->compared); i++)
        if (month_parse(json_get_text(json_at(report->compared, i), "month"),
                        &month) &&
            month.number == month_before(report).number)
            return true;
    return false;
}

/* Where the page itself has exactly these records, else "?". */
static struct text
place_of_term(const struct telling *telling, const struct changed_sum *sum,
              enum line line)
{
    const struct changed_list *lists = telling->report->changes->lists;
    enum changed kind = terms[line].kind;
    int64_t number = value_of(sum, line);

    if (line == LATE)
        return late_place(telling, sum->figure, number);
    if ((int64_t)lists[kind].count != number ||
        telling->shown[kind] < lists[kind].count)
        return text_of("?");
    return text_format(telling->arena, "changes#%s", terms[line].anchor);
}

/* The list of the month's events, or of the total. */
static enum figure_id
list_of(const struct changed_sum *sum, enum line line)
{
    const struct chapter *chapter = chapter_of(figures[sum->figure].ledger);

    if (line != EVENTS)
        return sum->figure;
    return sum->figure == chapter->entered ? chapter->entered_month
                                           : chapter->done_month;
}

static struct text
place_of(const struct telling *telling, const struct changed_sum *sum,
         enum line line)
{
    int64_t value = value_of(sum, line);

    if (value == 0)
        return text_of("");
    if (line == EVENTS || line == TOTAL)
        return place_of_count(telling->report, list_of(sum, line), value);
    return line == BASE ? text_of("?") : place_of_term(telling, sum, line);
}

/* Records that no one place has alone: where they stand with others. */
static void
link_wider(const struct telling *telling, const struct changed_sum *sum,
           enum line line, struct view *item)
{
    const struct report *report = telling->report;
    enum figure_id list = list_of(sum, line);

    if (line == BASE && is_published(report) && !report->is_one_file) {
        link_fill(view_item(item, "LINK"), text_of("../index"));
    } else if (line == EVENTS || line == TOTAL) {
        if (figure_has_list(report, list))
            link_fill(view_item(item, "LINK"), text_of(figures[list].page));
    } else if (line != BASE) {
        struct view *link = view_item(item, "LINK");

        view_format(link, "FILE", "changes.html#%s", terms[line].anchor);
        view_text(link, "MARKDOWN_FILE", text_of("changes.md"));
    }
}

static void
fill_number(const struct telling *telling, const struct changed_sum *sum,
            enum line line, struct view *item)
{
    struct text place = place_of(telling, sum, line);

    view_count(item, "TEXT", value_of(sum, line));
    link_place(item, place);
    if (text_is(place, "?"))
        link_wider(telling, sum, line, item);
}

/* "21 + 6 − 1恢复办理 + 0补报 = 26" */
static void
fill_sum(const struct telling *telling, const struct changed_sum *sum,
         struct view *item)
{
    const struct report *report = telling->report;

    view_text(item, "LABEL", figure_name(report, sum->figure, item->arena));
    fill_number(telling, sum, BASE, view_item(item, "BASE"));
    fill_number(telling, sum, EVENTS, view_item(item, "EVENTS"));
    view_list(item, "TERM");
    for (int line = REOPENED; line <= LATE; line++) {
        int64_t value = value_of(sum, (enum line)line);
        struct view *term;

        if (value == 0 && line != LATE)
            continue;
        term = view_item(item, "TERM");
        view_text(term, "SIGN", text_of(terms[line].sign));
        view_text(term, "TEXT",
                  SAY(item->arena, report->language, terms[line].words,
                      count_text(item->arena, value)));
    }
    fill_number(telling, sum, TOTAL, view_item(item, "TOTAL"));
}

/* "＋ 10月提出、解决" */
static struct text
line_label(const struct telling *telling, const struct chapter *chapter,
           enum line line)
{
    const struct report *report = telling->report;
    enum language language = report->language;
    struct arena *arena = telling->arena;
    struct text now = told_month(report, report->year->month, arena);

    if (line == BASE)
        return SAY(arena, language, WORDING_SUMS_BASE,
                   told_month(report, month_before(report), arena));
    if (line == TOTAL)
        return SAY(arena, language, WORDING_SUMS_TOTAL, now);
    if (line != EVENTS)
        return say(language, terms[line].label);
    return SAY(
        arena, language, WORDING_SUMS_EVENTS, now,
        label_within(report,
                     table_column_title(report, chapter->entered_column, arena),
                     arena),
        label_within(report,
                     table_column_title(report, chapter->done_column, arena),
                     arena));
}

/* "9月的111项" */
static struct text
total_in(const struct telling *telling, const struct changed_sum *sum,
         struct month month, int64_t total)
{
    const struct report *report = telling->report;
    struct text number = count_text(telling->arena, total);

    return SAY(telling->arena, report->language, WORDING_SUMS_IN,
               told_month(report, month, telling->arena), number,
               figure_unit(report, sum->figure));
}

static struct text
title(const struct telling *telling, const struct changed_sum *sum)
{
    const struct report *report = telling->report;

    return SAY(telling->arena, report->language, WORDING_SUMS_TITLE,
               figure_name(report, sum->figure, telling->arena),
               total_in(telling, sum, month_before(report), sum->base),
               total_in(telling, sum, report->year->month, sum->total));
}

static void
fill_line(const struct telling *telling, const struct chapter *chapter,
          const struct changed_sum *const columns[COLUMNS], enum line line,
          struct view *item)
{
    view_text(item, "LABEL", line_label(telling, chapter, line));
    for (size_t c = 0; c < COLUMNS; c++)
        fill_number(telling, columns[c], line, view_item(item, "CELL"));
}

/* The sums of what entered and what was done; true if either needs telling,
   and *told is the one that the title tells. */
static bool
needs_table(const struct report *report, const struct chapter *chapter,
            const struct changed_sum *columns[COLUMNS],
            const struct changed_sum **told)
{
    const enum figure_id shown[COLUMNS] = {chapter->entered, chapter->done};

    *told = NULL;
    for (size_t c = 0; c < COLUMNS; c++) {
        const struct changed_sum *sums = report->changes->sums;
        const struct changed_sum *odd =
            record_changes_sum(report->changes, shown[c]);

        if (!figure_is_shown(report, shown[c]))
            return false;
        for (size_t i = 0; i < CHANGED_SUMS; i++)
            if (sums[i].figure == shown[c])
                columns[c] = &sums[i];
        *told = odd ? odd : *told;
    }
    return *told != NULL;
}

static void
fill_table(const struct telling *telling, const struct chapter *chapter,
           struct view *view)
{
    const struct report *report = telling->report;
    const struct changed_sum *columns[COLUMNS], *told;
    struct view *table;

    if (!needs_table(report, chapter, columns, &told))
        return;
    table = view_item(view, "SUMS");
    view_format(table, "ID", "sums-%s", ledgers[chapter->ledger]->name);
    view_text(table, "TITLE", title(telling, told));
    for (size_t c = 0; c < COLUMNS; c++) {
        view_text(view_item(table, "HEAD"), "TEXT",
                  figure_label(report, columns[c]->figure));
        if (record_changes_sum(report->changes, columns[c]->figure))
            fill_sum(telling, columns[c], view_item(table, "SUM"));
    }
    for (int line = BASE; line < TOTAL; line++)
        if (line == BASE || value_of(columns[0], (enum line)line) +
                                    value_of(columns[1], (enum line)line) >
                                0)
            fill_line(telling, chapter, columns, (enum line)line,
                      view_item(table, "LINE"));
    fill_line(telling, chapter, columns, TOTAL, view_item(table, "LAST"));
}

void
changed_sums_fill(const struct telling *telling, struct view *view)
{
    view_list(view, "SUMS");
    for (int i = 0; i < LEDGER_COUNT && !telling->report->changes->is_first;
         i++) {
        const struct chapter *chapter = chapter_of((enum ledger_id)i);

        if (chapter != NULL)
            fill_table(telling, chapter, view);
    }
    view_flag(view, "HAS_SUMS", view_find_list(view, "SUMS")->first != NULL);
}
