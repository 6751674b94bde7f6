#include "view/chapter.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/columns.h"
#include "view/pace.h"
#include "view/pagination.h"
#include "view/returns.h"
#include "view/trend.h"
#include "view/view.h"
#include "year/event.h"
#include "year/redact.h"

enum {
    OLDEST_MOST = 10,
};

/* The months' numbers added up, month by month. */
static int64_t *
running(const struct report *report, enum table_id table, const char *column,
        struct arena *arena)
{
    const struct table *months = &report->year->tables[table];
    int64_t *totals = arena_take(arena, (months->count + 1) * sizeof(*totals));
    int64_t total = 0;

    for (size_t i = 0; i < months->count; i++) {
        total += table_value(&months->rows[i], table, column);
        totals[i] = total;
    }
    return totals;
}

/* Each month's numbers and the totals up to it. */
static void
fill_trend_table(const struct report *report, const struct chapter *chapter,
                 struct trend *trend, struct arena *arena)
{
    const struct table *months = &report->year->tables[chapter->by_month];
    struct chart_row *rows =
        arena_take(arena, (months->count + 1) * sizeof(*rows));
    struct text *heads = arena_take(arena, 4 * sizeof(*heads));
    struct text *ticks =
        arena_take(arena, (months->count + 1) * sizeof(*ticks));

    for (size_t i = 0; i < 2; i++) {

        heads[i] = trend->series[1 - i].name;
        heads[i + 2] = SAY(arena, report->language, WORDING_RUNNING,
                           trend->series[1 - i].name);
    }
    for (size_t i = 0; i < months->count; i++) {
        const struct table_row *month = &months->rows[i];
        struct text *cells = arena_take(arena, 4 * sizeof(*cells));

        cells[0] = count_text(arena, table_value(month, chapter->by_month,
                                                 chapter->entered_column));
        cells[1] = count_text(
            arena, table_value(month, chapter->by_month, chapter->done_column));
        cells[2] = count_text(arena, trend->series[1].values[i]);
        cells[3] = count_text(arena, trend->series[0].values[i]);
        rows[i] = (struct chart_row){.label = month->key, .cells = cells};
        ticks[i] = chapter_tick(report, month->key);
    }
    trend->ticks = ticks;
    trend->points = months->count;
    trend->table = (struct chart_table){heads, 4, rows, months->count, 0};
}

static struct text
trend_desc(const struct report *report, const struct trend *trend,
           struct arena *arena)
{
    size_t last = trend->points - 1;
    const struct text target[4] = {count_text(arena, trend->target)};
    struct text desc =
        SAY(arena, report->language, WORDING_TREND_DESC,
            date_words(arena, report->language, report->year->cutoff),
            text_format(arena, "%.*s %lld", TEXT_ARG(trend->series[1].name),
                        (long long)trend->series[1].values[last]),
            text_format(arena, "%.*s %lld", TEXT_ARG(trend->series[0].name),
                        (long long)trend->series[0].values[last]));

    if (trend->target <= 0)
        return desc;
    return text_join(
        arena, desc,
        say_with(arena, report->language, WORDING_TREND_DESC_TARGET, target));
}

void
chapter_trend(const struct report *report, const struct chapter *chapter,
              struct view *view)
{
    struct arena *arena = view->arena;
    enum table_id table = chapter->by_month;
    struct pace pace = figure_pace(report, chapter->done);
    struct trend trend = {
        .words = {text_format(arena, "%s-trend", ledgers[chapter->ledger]->name)
                      .bytes,
                  table_title(report, table),
                  SAY(arena, report->language, WORDING_BY_MONTH_SUBTITLE,
                      date_words(arena, report->language, report->year->cutoff),
                      figure_unit(report, chapter->done)),
                  say(report->language, WORDING_MONTH)},
        .series = {{table_column_title(report, chapter->done_column, arena),
                    running(report, table, chapter->done_column, arena)},
                   {table_column_title(report, chapter->entered_column, arena),
                    running(report, table, chapter->entered_column, arena)}},
        .series_count = 2,
        .target = pace.is_scheduled ? pace.target.millionths / 1000000 : 0,
        .target_name = say(report->language, WORDING_TARGET),
    };

    view_list(view, "TREND");
    if (report->year->tables[table].count == 0)
        return;
    fill_trend_table(report, chapter, &trend, arena);
    trend.desc = trend_desc(report, &trend, arena);
    chart_trend(view, "TREND", &trend);
}

void
chapter_spark(const struct report *report, const struct chapter *chapter,
              struct view *view)
{
    enum table_id table = chapter->by_month;
    const struct table *months = &report->year->tables[table];
    int64_t *values =
        arena_take(view->arena, (months->count + 1) * sizeof(*values));

    for (size_t i = 0; i < months->count; i++)
        values[i] = table_value(&months->rows[i], table, chapter->done_column);
    chart_spark(view, "SPARK", values, months->count);
}

/* A record that waits, with what is needed to act on it. */
static void
fill_waiting(const struct report *report, const struct chapter *chapter,
             size_t index, struct view *item)
{
    const struct ledger_type *type = ledgers[chapter->ledger];
    const struct row *row = list_rows(report, chapter->waiting)->rows[index];
    struct text *cells =
        arena_take(item->arena, type->column_count * sizeof(*cells));
    struct date entered = row_entered_on(chapter->ledger, row);
    int name = column_index(type, type->name_key);
    int unit = column_index(type, type->unit_key);
    int due = chapter->due_key ? column_index(type, chapter->due_key) : -1;
    size_t page = list_page_of(report, chapter->waiting, index);

    redact_texts(report->privacy, (int)chapter->ledger, row, item->arena,
                 cells);
    link_fill(item, list_stem(chapter->waiting, page, item->arena));
    view_text(item, "ANCHOR",
              list_anchor(report, chapter->ledger, row, item->arena));
    view_brief(item, "NAME", cells[name]);
    view_text(item, "UNIT", unit < 0 ? text_of("") : cells[unit]);
    view_text(item, "ENTERED_ON", date_text(item->arena, entered));
    view_text(item, "DUE_ON", due < 0 ? text_of("") : cells[due]);
    if (date_has_day(entered))
        view_count(item, "DAYS",
                   date_days(report->year->cutoff) - date_days(entered));
    else
        view_text(item, "DAYS", text_of("—"));
}

static void
fill_oldest(const struct report *report, const struct chapter *chapter,
            struct view *view)
{
    const struct list_rows *rows;
    struct view *section;

    view_list(view, "OLDEST");
    if (!figure_has_list(report, chapter->waiting))
        return;
    rows = list_rows(report, chapter->waiting);
    if (rows->count == 0)
        return;
    section = view_item(view, "OLDEST");
    view_text(section, "TITLE", say(report->language, chapter->oldest));
    view_flag(section, "HAS_DUE", chapter->due_key != NULL);
    for (size_t i = 0; i < rows->count && i < OLDEST_MOST; i++) {
        struct view *item = view_item(section, "WAITING");

        fill_waiting(report, chapter, i, item);
        view_flag(item, "HAS_DUE", chapter->due_key != NULL);
    }
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
    returns_note(report, view);
    cards_fill(report, chapter->cards, view);
    chapter_trend(report, chapter, view);
    breakdown_fill(report, chapter, view);
    fill_oldest(report, chapter, view);
}
