#include "view/chapter.h"

#include "base/arena.h"
#include "view/actions.h"
#include "view/anchors.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/months.h"
#include "view/pace.h"
#include "view/pagination.h"
#include "view/places.h"
#include "view/returns.h"
#include "view/sentence.h"
#include "view/units.h"
#include "view/view.h"
#include "year/event.h"
#include "year/redact.h"
#include "year/span.h"

enum {
    OLDEST_MOST = 10,
};

/* Each month's numbers and the totals up to it. */
static struct chart_table
trend_table(const struct report *report, const struct chapter *chapter,
            const struct figure_months *entered,
            const struct figure_months *done, struct arena *arena)
{
    struct chart_row *rows =
        arena_take(arena, (done->known + 1) * sizeof(*rows));
    struct text *heads = arena_take(arena, 4 * sizeof(*heads));

    heads[0] = table_column_title(report, chapter->entered_column, arena);
    heads[1] = table_column_title(report, chapter->done_column, arena);
    for (size_t i = 0; i < 2; i++)
        heads[i + 2] = SAY(arena, report->language, WORDING_RUNNING, heads[i]);
    for (size_t i = 0; i < done->known; i++) {
        struct text *cells = arena_take(arena, 4 * sizeof(*cells));
        struct text *places = arena_take(arena, 4 * sizeof(*places));

        places[0] = place_of_month(report, chapter->entered, i,
                                   entered->values[i], arena);
        places[1] =
            place_of_month(report, chapter->done, i, done->values[i], arena);
        cells[0] = count_text(arena, entered->values[i]);
        cells[1] = count_text(arena, done->values[i]);
        cells[2] = count_text(arena, entered->running[i]);
        cells[3] = count_text(arena, done->running[i]);
        rows[i] = (struct chart_row){
            .label = month_text(arena, year_month(report, i)),
            .cells = cells,
            .places = places};
    }
    return (struct chart_table){heads, 4, rows, done->known, 0, NULL};
}

static void
trend_end(const struct report *report, enum figure_id figure,
          const struct figure_months *months, struct trend *trend,
          struct arena *arena)
{
    struct pace pace = figure_pace(report, figure);
    struct text *ticks = arena_take(arena, YEAR_MONTHS * sizeof(*ticks));
    int64_t total = months->running[months->known - 1];
    int64_t due;

    for (size_t i = 0; i < YEAR_MONTHS; i++)
        ticks[i] = month_tick(report, i, arena);
    trend->ticks = ticks;
    trend->values = months->running;
    trend->points = months->known;
    trend->end = count_text(arena, total);
    if (!pace.is_given || !pace.is_scheduled)
        return;
    trend->target = pace.target.millionths / 1000000;
    due = trend->target * (int64_t)months->known / YEAR_MONTHS;
    trend->end = SAY(arena, report->language, WORDING_TREND_END, trend->end,
                     count_text(arena, due));
    trend->target_end = SAY(arena, report->language, WORDING_TREND_TARGET,
                            count_text(arena, trend->target));
}

/* "距全年目标还差18项；近三个月平均每月17项" */
static struct text
trend_finding(const struct report *report, enum figure_id figure,
              const struct figure_months *months, struct arena *arena)
{
    enum { LATELY = 3 };
    struct pace pace = figure_pace(report, figure);
    int64_t target = pace.target.millionths / 1000000, lately = 0;
    int64_t total = months->running[months->known - 1];
    struct text unit = figure_unit(report, figure);

    for (size_t i = 0; i < LATELY && i < months->known; i++)
        lately += months->values[months->known - 1 - i];
    if (!pace.is_given || !pace.is_scheduled)
        return SAY(arena, report->language, WORDING_TREND_NO_TARGET,
                   figure_label(report, figure), count_text(arena, total),
                   unit);
    if (total >= target)
        return SAY(arena, report->language, WORDING_TREND_REACHED,
                   count_text(arena, target), unit);
    if (months->known < LATELY)
        return SAY(arena, report->language, WORDING_TREND_LEFT,
                   count_text(arena, target - total), unit);
    return SAY(arena, report->language, WORDING_TREND_LEFT_LATELY,
               count_text(arena, target - total), unit,
               decimal_text(arena, lately, LATELY, lately % LATELY != 0));
}

void
trend_words(const struct report *report, enum figure_id figure,
            const struct figure_months *months, struct trend *trend,
            struct arena *arena)
{
    struct text label = figure_label(report, figure);

    trend_end(report, figure, months, trend, arena);
    trend->words.title = trend_finding(report, figure, months, arena);
    trend->words.subtitle = SAY(arena, report->language,
                                trend->target > 0 ? WORDING_TREND_SUBTITLE
                                                  : WORDING_TREND_SUBTITLE_BARE,
                                label, figure_unit(report, figure));
    trend->desc = SAY(arena, report->language, WORDING_TREND_DESC,
                      date_words(arena, report->language, report->year->cutoff),
                      label, trend->end);
}

void
chapter_trend(const struct report *report, const struct chapter *chapter,
              struct view *view)
{
    struct arena *arena = view->arena;
    struct figure_months *entered = ARENA_NEW(arena, struct figure_months);
    struct figure_months *done = ARENA_NEW(arena, struct figure_months);
    struct trend trend = {
        .words = {text_format(arena, "%s-trend", ledgers[chapter->ledger]->name)
                      .bytes,
                  text_of(""), text_of(""),
                  say(report->language, WORDING_MONTH)},
    };

    view_list(view, "TREND");
    if (!figure_is_shown(report, chapter->done))
        return;
    *entered = figure_months_of(report, chapter->entered);
    *done = figure_months_of(report, chapter->done);
    if (done->running[done->known - 1] == 0 &&
        !figure_pace(report, chapter->done).is_given)
        return; /* a line along the ground finds nothing */
    trend_words(report, chapter->done, done, &trend, arena);
    trend.table = trend_table(report, chapter, entered, done, arena);
    chart_trend(view, "TREND", &trend);
}

/* A record that waits, with what is needed to act on it. */
static void
fill_waiting(const struct report *report, const struct chapter *chapter,
             const struct row *row, struct view *item)
{
    const struct ledger_type *type = ledgers[chapter->ledger];
    struct text *cells =
        arena_take(item->arena, type->column_count * sizeof(*cells));
    struct date entered = row_entered_on(chapter->ledger, row);
    int name = column_index(type, type->name_key);
    int unit = column_index(type, type->unit_key);
    int due = chapter->due_key ? column_index(type, chapter->due_key) : -1;
    size_t page = list_page_of(report, chapter->waiting, row);

    redact_texts(report->privacy, (int)chapter->ledger, row, item->arena,
                 cells);
    link_fill(item, list_stem(chapter->waiting, page, item->arena));
    view_text(item, "ANCHOR",
              list_anchor(report, chapter->ledger, row, item->arena));
    view_brief(item, "NAME", cells[name]);
    view_text(item, "UNIT",
              unit < 0 ? text_of("") : unit_said(report, cells[unit]));
    view_text(item, "ENTERED_ON", day_words(report, entered, item->arena));
    view_text(item, "DUE_ON",
              due < 0 ? text_of("")
                      : day_words(report, *row_date(&type->columns[due], row),
                                  item->arena));
    if (date_has_day(entered))
        view_count(item, "DAYS",
                   date_days(report->year->cutoff) - date_days(entered));
    else
        view_text(item, "DAYS", text_of("—"));
}

/* Those that entered first, the first before the others; how many. */
static size_t
oldest_of(const struct list_rows *list, enum ledger_id ledger,
          const struct row *oldest[OLDEST_MOST])
{
    size_t count = 0;

    for (size_t i = 0; i < list->count; i++) {
        struct date entered =
            date_latest(row_entered_on(ledger, list->rows[i]));
        size_t at = count;

        while (at > 0 &&
               date_compare(entered, date_latest(row_entered_on(
                                         ledger, oldest[at - 1]))) < 0)
            at--;
        if (at == OLDEST_MOST)
            continue;
        if (count < OLDEST_MOST)
            count++;
        for (size_t j = count - 1; j > at; j--)
            oldest[j] = oldest[j - 1];
        oldest[at] = list->rows[i];
    }
    return count;
}

/* Whether deadlines differ among those shown: else they are said once. */
static bool
has_dues(const struct report *report, const struct chapter *chapter,
         const struct row *const *rows, size_t count, struct view *section)
{
    const struct ledger_type *type = ledgers[chapter->ledger];
    const struct column *due;
    struct date first;
    size_t i = 1;

    view_list(section, "SAME");
    if (chapter->due_key == NULL)
        return false;
    due = &type->columns[column_index(type, chapter->due_key)];
    first = *row_date(due, rows[0]);
    while (i < count && date_compare(*row_date(due, rows[i]), first) == 0)
        i++;
    if (i < OLDEST_MOST)
        return true;
    if (date_is_given(first))
        view_text(view_item(section, "SAME"), "TEXT",
                  SAY(section->arena, report->language, WORDING_LIST_ALL_SAME,
                      column_title(due, report->language),
                      day_words(report, first, section->arena)));
    return false;
}

static void
fill_oldest(const struct report *report, const struct chapter *chapter,
            struct view *view)
{
    const struct row *oldest[OLDEST_MOST] = {NULL};
    bool has_due;
    const struct list_rows *rows;
    struct view *section;
    size_t count;

    view_list(view, "OLDEST");
    if (!figure_has_list(report, chapter->waiting))
        return;
    rows = list_rows(report, chapter->waiting);
    if (rows->count == 0)
        return;
    section = view_item(view, "OLDEST");
    view_text(section, "TITLE", say(report->language, chapter->oldest));
    view_text(section, "ENTERED_TITLE",
              entered_title(ledgers[chapter->ledger], report->language));
    count = oldest_of(rows, chapter->ledger, oldest);
    has_due = has_dues(report, chapter, oldest, count, section);
    view_flag(section, "HAS_DUE", has_due);
    for (size_t i = 0; i < count; i++) {
        struct view *item = view_item(section, "WAITING");

        fill_waiting(report, chapter, oldest[i], item);
        view_flag(item, "HAS_DUE", has_due);
    }
}

/* "；在办5": in English without the unit, which follows no colon. */
static void
say_count(const struct report *report, enum figure_id figure,
          enum wording before, struct text pace, struct view *sentence)
{
    struct arena *arena = sentence->arena;
    struct text unit =
        report->language == ZH ? figure_unit(report, figure) : text_of("");
    struct text label = figure_label(report, figure);

    if (before != WORDING_HEAD_BEGIN)
        label = label_within(report, label, arena);
    sentence_number(
        report, figure, SAY(arena, report->language, before, label),
        pace.length > 0
            ? SAY(arena, report->language, WORDING_HEAD_AFTER, unit, pace)
            : unit,
        sentence);
}

/* "累计解决132项，快于序时进度4.7个百分点；在办5项，其中逾期2项": what lags
   stands out. */
static void
fill_heading(const struct report *report, const struct chapter *chapter,
             struct view *view)
{
    struct pace pace = figure_pace(report, chapter->done);
    struct text words =
        pace.is_given ? pace_words(report, chapter->done, &pace, view->arena)
                      : text_of("");
    bool lags = pace.is_given && pace.ahead.numerator < 0;
    struct view *sentence;

    view_list(view, "HEADING");
    sentence = sentence_new("HEADING", view);
    say_count(report, chapter->done, WORDING_HEAD_BEGIN,
              lags ? text_of("") : words, sentence);
    if (lags) {
        sentence_words(say(report->language, WORDING_SENTENCE_COMMA), sentence);
        sentence_stress(words, sentence);
    }
    if (figure_is_shown(report, chapter->waiting))
        say_count(report, chapter->waiting, WORDING_HEAD_NEXT, text_of(""),
                  sentence);
    if (chapter->ledger == LEDGER_problems &&
        report->year->figures[FIGURE_PROBLEMS_OVERDUE].count > 0)
        say_count(report, FIGURE_PROBLEMS_OVERDUE, WORDING_HEAD_AMONG,
                  text_of(""), sentence);
}

/* In the month in one file the overview has named the problems to act on and
   drawn their trend. */
static bool
is_begun(const struct report *report, const struct chapter *chapter)
{
    return report->is_one_file && chapter->ledger == LEDGER_problems;
}

static void
fill_head(const struct report *report, const struct chapter *chapter,
          struct view *view)
{
    view_flag(view, "HAS_TITLE", false);
    fill_heading(report, chapter, view);
    view_list(view, "ACTION");
    view_list(view, "ALL");
    view_flag(view, "HAS_ACTIONS", false);
    if (chapter->ledger == LEDGER_problems && !is_begun(report, chapter))
        actions_fill(report, view);
}

bool
chapter_is_told(const struct report *report, const struct chapter *chapter)
{
    return figure_is_shown(report, chapter->entered);
}

void
chapter_fill(const struct report *report, const struct chapter *chapter,
             struct view *view)
{
    fill_head(report, chapter, view);
    returns_note(report, view);
    cards_fill(report, chapter->cards, view);
    view_list(view, "TREND");
    if (!is_begun(report, chapter))
        chapter_trend(report, chapter, view);
    breakdown_fill(report, chapter, view);
    fill_oldest(report, chapter, view);
}
