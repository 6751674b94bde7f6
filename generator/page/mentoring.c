/*
 * 帮带学习: sessions, symposia, study, training and visits, by month and by
 * kind of mentor.  Who the mentors are is told by kind alone.
 */
#include "base/arena.h"
#include "ledger/campaign.h"
#include "page/frame.h"
#include "page/pages.h"
#include "page/topics.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/chart.h"
#include "view/months.h"
#include "view/pace.h"
#include "view/places.h"
#include "view/record_words.h"
#include "year/event.h"

static const enum figure_id cards[] = {
    FIGURE_MENTORING_ONE_TO_ONE, FIGURE_MENTORING_SYMPOSIA,
    FIGURE_MENTORING_STUDY,      FIGURE_MENTORING_TRAINING,
    FIGURE_MENTORING_VISITS,     FIGURE_COUNT};

enum { KINDS = 5, MENTOR_TYPES = MENTOR_DEPARTMENT + 1 };

/* What was held, kind by kind and month by month. */
static struct chart_table
months_table(const struct report *report, struct arena *arena)
{
    const struct table *months =
        &report->year->tables[TABLE_MENTORING_BY_MONTH];
    struct chart_row *rows =
        arena_take(arena, (months->count + 1) * sizeof(*rows));
    struct text *heads = arena_take(arena, KINDS * sizeof(*heads));

    for (size_t c = 0; c < KINDS; c++)
        heads[c] = table_column_title(
            report, tables[TABLE_MENTORING_BY_MONTH].columns[c], arena);
    for (size_t i = 0; i < months->count; i++) {
        const struct table_row *month = &months->rows[i];
        struct text *cells = arena_take(arena, KINDS * sizeof(*cells));
        struct text *places = arena_take(arena, KINDS * sizeof(*places));

        for (size_t c = 0; c < KINDS; c++) {
            cells[c] = count_text(arena, month->values[c]);
            places[c] = place_of_cell(report, TABLE_MENTORING_BY_MONTH, c,
                                      month, arena);
        }
        rows[i] = (struct chart_row){
            .label = month->key, .cells = cells, .places = places};
    }
    return (struct chart_table){.heads = heads,
                                .columns = KINDS,
                                .rows = rows,
                                .count = months->count,
                                .counts = tables[TABLE_MENTORING_BY_MONTH].id};
}

static void
fill_trend(const struct report *report, struct view *view)
{
    enum figure_id figure = FIGURE_MENTORING_ONE_TO_ONE;
    struct arena *arena = view->arena;
    struct figure_months *months = ARENA_NEW(arena, struct figure_months);
    struct trend trend = {.words = {"mentoring-trend", text_of(""), text_of(""),
                                    say(report->language, WORDING_MONTH)}};

    *months = figure_months_of(report, figure);
    trend_words(report, figure, months, &trend, arena);
    trend.table = months_table(report, arena);
    chart_trend(view, "TREND", &trend);
}

static void
count_types(const struct report *report, int64_t *times)
{
    const struct year *year = report->year;
    const struct ledger *held = &year->book->ledgers[LEDGER_mentoring];

    for (size_t i = 0; i < year->order_count[LEDGER_mentoring]; i++) {
        const struct row *row =
            ledger_row(held, year->order[LEDGER_mentoring][i]);
        const struct mentoring *it = (const struct mentoring *)row;
        struct event event = event_of(year, LEDGER_mentoring, row);

        if (event.marks & MARK(MENTORING_ONE_TO_ONE))
            times[it->mentor_type.value % MENTOR_TYPES] += event.amount;
    }
}

static struct text
type_label(const struct report *report, size_t type)
{
    const struct ledger_type *ledger = ledgers[LEDGER_mentoring];
    int column = column_index(ledger, "mentor_type");

    if (type == 0)
        return say(report->language, WORDING_NOT_GIVEN);
    return choice_word(ledger->columns[column].words, (uint8_t)type,
                       report->language);
}

/* Leaders, heads of departments, and those whose type nobody stated. */
static void
fill_types(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    int64_t times[MENTOR_TYPES] = {0};
    int64_t total =
        report->year->figures[FIGURE_MENTORING_ONE_TO_ONE].numerator;
    struct chart_row rows[MENTOR_TYPES];
    struct text heads[2];
    struct chart_table table = {heads, 2, rows, 0, 0, NULL};
    const struct chart_title words = {
        "mentor-types", say(report->language, WORDING_MENTORING_BY_TYPE),
        record_words_say(
            report, WORDING_MENTORING_BY_TYPE_SUBTITLE,
            date_words(arena, report->language, report->year->cutoff), arena),
        say(report->language, WORDING_MENTOR_TYPE)};

    heads[0] = say(report->language, WORDING_MENTORING_TIMES);
    heads[1] = say(report->language, WORDING_SHARE_HEAD);
    count_types(report, times);
    for (size_t i = 1; i <= MENTOR_TYPES; i++) {
        size_t type = i % MENTOR_TYPES;
        struct text *cells = arena_take(arena, 2 * sizeof(*cells));

        if (times[type] == 0)
            continue;
        cells[0] = count_text(arena, times[type]);
        cells[1] = percent_text(arena, times[type], total);
        rows[table.count++] =
            (struct chart_row){.label = type_label(report, type),
                               .cells = cells,
                               .length = times[type]};
    }
    if (times[0] == total)
        table.count = 0; /* nobody stated a type */
    chart_bars(view, "BY_TYPE", &words, &table);
}

static bool
is_wanted(const struct report *report)
{
    return figure_is_shown(report, FIGURE_MENTORING_ONE_TO_ONE);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    cards_fill(report, cards, view);
    topics_finding(report, "learn", view);
    topics_finding(report, "mentor", view);
    fill_trend(report, view);
    fill_types(report, view);
}

const struct page mentoring_page = {
    .name = "mentoring",
    .title = WORDING_PAGE_MENTORING,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
