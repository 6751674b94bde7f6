/*
 * The panels are sorted by total, so that rank and shape are seen in one look;
 * the table behind them keeps the order of the units.
 */
#include "view/small_multiples.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/wording.h"
#include "ledger/problems.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/chart.h"
#include "view/places.h"
#include "view/units.h"
#include "view/view.h"
#include "year/event.h"
#include "year/redact.h"

enum { PANELS_MOST = 24, MONTHS_MOST = 12 };

/* One unit's months. */
struct unit_year {
    uint32_t code;
    struct text name;
    struct text stem;
    int64_t total;
    int64_t months[MONTHS_MOST];
};

struct unit_years {
    struct unit_year *units;
    size_t count;
    const struct table *months; /* whose last twelve are told */
    size_t first, points;
    int numbers[MONTHS_MOST]; /* of the months told */
};

/* The month's place, or points when it is not among those told. */
static size_t
place_of(const struct unit_years *years, struct date date)
{
    int number = month_of(date).number;

    for (size_t i = 0; i < years->points; i++)
        if (years->numbers[i] == number)
            return i;
    return years->points;
}

/* Adds each solved problem to its unit's month; by_code leads from the unit's
   code to its place. */
static void
count_rows(const struct report *report, struct unit_years *years,
           const size_t *by_code)
{
    struct arena *scratch = arena_new();
    size_t count;
    const struct row **rows =
        year_list(report->year, FIGURE_PROBLEMS_SOLVED, scratch, &count);

    for (size_t i = 0; i < count; i++) {
        const struct problem *it = (const struct problem *)rows[i];
        struct unit_year *unit = &years->units[by_code[it->unit.code]];
        size_t place = place_of(years, row_closed_on(LEDGER_problems, rows[i]));

        unit->total++;
        if (place < years->points)
            unit->months[place]++;
    }
    arena_free(scratch);
}

static struct unit_years
years_of(const struct report *report, struct arena *arena)
{
    struct unit_years years = {
        .months = &report->year->tables[TABLE_PROBLEMS_BY_MONTH]};
    size_t *by_code = arena_take(
        arena, (intern_count(report->book->units) + 2) * sizeof(*by_code));
    const struct unit_shown *units = units_shown(report, arena, &years.count);

    years.units = arena_take(arena, (years.count + 1) * sizeof(*years.units));
    years.points =
        years.months->count < MONTHS_MOST ? years.months->count : MONTHS_MOST;
    years.first = years.months->count - years.points;
    for (size_t i = 0; i < years.points; i++) {
        struct month month = {0};

        month_parse(years.months->rows[years.first + i].key, &month);
        years.numbers[i] = month.number;
    }
    for (size_t i = 0; i < years.count; i++) {
        by_code[units[i].code] = i;
        years.units[i] = (struct unit_year){
            .code = units[i].code,
            .name = redact_text(report->privacy, units[i].name, arena),
            .stem = text_format(arena, "unit-%zu", i + 1)};
    }
    count_rows(report, &years, by_code);
    return years;
}

/* "1月0、2月3": what the drawing says. */
static struct text
desc_of(const struct report *report, const struct unit_years *years,
        const struct unit_year *unit, struct arena *arena)
{
    struct buffer said = {.arena = arena};

    for (size_t i = 0; i < years->points; i++) {
        if (i > 0)
            buffer_put(&said, say(report->language, WORDING_LIST_COMMA));
        buffer_put(
            &said,
            SAY(arena, report->language, WORDING_MULTIPLES_POINT,
                chapter_tick(report, years->months->rows[years->first + i].key),
                count_text(arena, unit->months[i])));
    }
    return buffer_text(&said);
}

static int
by_total(const void *a, const void *b)
{
    const struct unit_year *one = *(const struct unit_year *const *)a;
    const struct unit_year *other = *(const struct unit_year *const *)b;

    if (one->total != other->total)
        return one->total < other->total ? 1 : -1;
    return one < other ? -1 : one > other;
}

static size_t
panels_of(const struct report *report, const struct unit_years *years,
          struct panel *panels, struct arena *arena)
{
    const struct unit_year **sorted =
        arena_take(arena, (years->count + 1) * sizeof(*sorted));
    size_t count = 0;

    for (size_t i = 0; i < years->count; i++)
        sorted[i] = &years->units[i];
    qsort(sorted, years->count, sizeof(const struct unit_year *), by_total);
    for (size_t i = 0; i < years->count && i < PANELS_MOST; i++)
        if (sorted[i]->total > 0)
            panels[count++] =
                (struct panel){.label = sorted[i]->name,
                               .stem = sorted[i]->stem,
                               .total = count_text(arena, sorted[i]->total),
                               .desc = desc_of(report, years, sorted[i], arena),
                               .values = sorted[i]->months};
    return count;
}

/* Each number leads to the records the unit's page names for that month. */
static const struct text *
places_of(const struct report *report, const struct unit_years *years,
          const struct unit_year *unit, struct arena *arena)
{
    struct text all =
        place_of_scope(report, (struct scope_key){SCOPE_UNIT, unit->code},
                       FIGURE_PROBLEMS_SOLVED, unit->total, arena);
    struct text *places =
        arena_take(arena, (years->points + 1) * sizeof(*places));

    for (size_t m = 0; m < years->points; m++)
        places[m] = place_in_month(
            report, all,
            (size_t)(years->numbers[m] - report->year->start.number),
            unit->months[m], arena);
    places[years->points] = all;
    return places;
}

static const struct chart_row *
rows_of(const struct report *report, const struct unit_years *years,
        struct arena *arena)
{
    struct chart_row *rows =
        arena_take(arena, (years->count + 1) * sizeof(*rows));

    for (size_t i = 0; i < years->count; i++) {
        const struct unit_year *unit = &years->units[i];
        struct text *cells =
            arena_take(arena, (years->points + 1) * sizeof(*cells));

        for (size_t m = 0; m < years->points; m++)
            cells[m] = count_text(arena, unit->months[m]);
        cells[years->points] = count_text(arena, unit->total);
        rows[i] =
            (struct chart_row){.label = unit->name,
                               .stem = unit->stem,
                               .cells = cells,
                               .places = places_of(report, years, unit, arena)};
    }
    return rows;
}

void
small_multiples_fill(const struct report *report, size_t first, size_t end,
                     struct view *view)
{
    struct arena *arena = view->arena;
    struct text heads[MONTHS_MOST + 1];
    struct panel panels[PANELS_MOST];
    struct multiples multiples = {
        .words = {"by-month", say(report->language, WORDING_MULTIPLES),
                  SAY(arena, report->language, WORDING_MULTIPLES_SUBTITLE,
                      date_words(arena, report->language,
                                 report->year->cutoff)),
                  say(report->language, WORDING_UNIT)},
        .panels = panels,
    };
    struct unit_years years;

    view_list(view, "MULTIPLES");
    if (!figure_is_shown(report, FIGURE_PROBLEMS_SOLVED) ||
        report->year->figures[FIGURE_PROBLEMS_SOLVED].count == 0)
        return;
    years = years_of(report, arena);
    if (years.points < 2) /* which the table of units says already */
        return;
    years.units += first;
    years.count = end - first;
    for (size_t i = 0; i < years.points; i++)
        heads[i] =
            chapter_tick(report, years.months->rows[years.first + i].key);
    heads[years.points] = say(report->language, WORDING_IN_TOTAL);
    multiples.points = years.points;
    multiples.first = heads[0];
    multiples.last = heads[years.points - 1];
    multiples.count = panels_of(report, &years, panels, arena);
    multiples.table = (struct chart_table){heads,
                                           years.points + 1,
                                           rows_of(report, &years, arena),
                                           years.count,
                                           0,
                                           "problems.by_unit_and_month"};
    chart_multiples(view, "MULTIPLES", &multiples);
}
