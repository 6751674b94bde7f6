#include "view/months.h"

#include "base/arena.h"
#include "base/wording.h"
#include "ledger/campaign.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/pagination.h"
#include "view/places.h"
#include "view/view.h"
#include "year/core.h"

static bool
counts_what_is_done(enum figure_id figure)
{
    const struct chapter *chapter = chapter_of(figures[figure].ledger);

    return chapter &&
           (figure == chapter->done || figure == chapter->done_month);
}

struct date
figure_day(const struct report *report, enum figure_id figure,
           const struct row *row)
{
    enum ledger_id ledger = figures[figure].ledger;

    if (figure == FIGURE_PROJECTS_STARTED)
        return ((const struct project *)row)->started_on;
    if (counts_what_is_done(figure))
        return core_known_closed_on(report->year, ledger, row);
    return row_entered_on(ledger, row);
}

static size_t
months_known(const struct report *report)
{
    int known = report->year->month.number - report->year->start.number + 1;

    return known > YEAR_MONTHS ? YEAR_MONTHS : (size_t)known;
}

struct months_kept {
    struct {
        bool is_known;
        struct figure_months months;
    } figures[FIGURE_COUNT];
};

struct months_kept *
months_kept_new(struct arena *arena)
{
    return ARENA_NEW(arena, struct months_kept);
}

static struct figure_months
count_months(const struct report *report, enum figure_id figure)
{
    struct figure_months months = {.known = months_known(report)};
    struct arena *scratch = arena_new();
    enum ledger_id ledger = figures[figure].ledger;
    int64_t total = 0;
    size_t count;
    const struct row **rows = year_list(report->year, figure, scratch, &count);

    for (size_t i = 0; i < count; i++) {
        struct date day = figure_day(report, figure, rows[i]);
        int place = month_of(day).number - report->year->start.number;

        if (date_is_given(day) && place >= 0 && place < YEAR_MONTHS)
            months.values[place] +=
                figures[figure].kind == FIGURE_IS_SUM
                    ? event_of(report->year, ledger, rows[i]).amount
                    : 1;
    }
    for (size_t i = 0; i < YEAR_MONTHS; i++) {
        months.running[i] = total += months.values[i];
        if (months.values[i] > months.most)
            months.most = months.values[i];
    }
    arena_free(scratch);
    return months;
}

struct figure_months
figure_months_of(const struct report *report, enum figure_id figure)
{
    struct months_kept *kept = report->kept.months;

    if (kept == NULL)
        return count_months(report, figure);
    if (!kept->figures[figure].is_known) {
        kept->figures[figure].months = count_months(report, figure);
        kept->figures[figure].is_known = true;
    }
    return kept->figures[figure].months;
}

struct month
year_month(const struct report *report, size_t place)
{
    return (struct month){report->year->start.number + (int)place};
}

struct text
day_words(const struct report *report, struct date date, struct arena *arena)
{
    struct month month = month_of(date);
    int place = month.number - report->year->start.number;
    struct text name;

    if (!date_is_given(date))
        return text_of("");
    if (place < 0 || place >= YEAR_MONTHS)
        return date_words(arena, report->language, date);
    name = chapter_tick(report, month_text(arena, month));
    if (!date_has_day(date))
        return name;
    return SAY(arena, report->language, WORDING_DAY_WORDS, name,
               count_text(arena, date.day));
}

struct text
month_tick(const struct report *report, size_t place, struct arena *arena)
{
    struct month month = year_month(report, place);
    struct text name = chapter_tick(report, month_text(arena, month));

    if (report->language == ZH && place > 0)
        return text_format(arena, "%d", month_in_year(month));
    return name;
}

struct text
month_anchor(const struct report *report, size_t place, struct arena *arena)
{
    struct text month = month_text(arena, year_month(report, place));

    return text_format(arena, "m-%.*s", TEXT_ARG(month));
}
