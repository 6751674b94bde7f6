#include "view/cohorts.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/breakdown.h"
#include "view/chapter.h"
#include "view/chart.h"
#include "view/places.h"
#include "view/view.h"

enum { ROWS_MANY = 8 };

enum { SHADES = 5, LAGS_MOST = 6, WHOLE = 10000 };

static struct text
within_words(const struct report *report, size_t months, struct arena *arena)
{
    return months == 0 ? say(report->language, WORDING_COHORT_WITHIN_0)
                       : SAY(arena, report->language, WORDING_COHORT_WITHIN_N,
                             count_text(arena, (int64_t)months));
}

static const struct text *
cohort_heads(const struct report *report, size_t months, struct arena *arena)
{
    struct text *heads = arena_take(arena, (months + 2) * sizeof(*heads));

    heads[0] = say(report->language, WORDING_COHORT_TOTAL);
    for (size_t i = 0; i < months; i++)
        heads[i + 1] = within_words(report, i, arena);
    heads[months + 1] = say(report->language, WORDING_MEDIAN_DAYS);
    return heads;
}

/* "83%"; a share of nothing has no number, and only all is 100%. */
static struct text
share_text(struct arena *arena, int64_t done, int64_t total)
{
    int64_t share = total > 0 ? round_half_up(done, total, 2) : 0;

    if (total == 0)
        return text_of("—");
    if (share == 100 && done < total)
        share = 99;
    if (share == 0 && done > 0)
        share = 1;
    return text_format(arena, "%d%%", (int)share);
}

/* A cell's shade by the share done, a fifth a step. */
static const char *const *
cohort_tones(const struct cohort_row *row, size_t months, struct arena *arena)
{
    static const char *const shades[] = {"", "heat-1", "heat-2", "heat-3",
                                         "heat-4"};
    const char **tones = arena_take(arena, (months + 2) * sizeof(*tones));

    for (size_t i = 0; i < months + 2; i++)
        tones[i] = "";
    for (size_t i = 0; i < row->months && i < months && row->total > 0 &&
                       (i == 0 || row->within[i - 1] < row->total);
         i++)
        tones[i + 1] = shades[row->within[i] * (SHADES - 1) / row->total];
    return tones;
}

/* The share done within each month, nothing more once all are done; how many
   there were leads to them. */
static struct chart_row
cohort_line(const struct report *report, const struct chapter *chapter,
            const struct cohort_row *row, size_t months, struct arena *arena)
{
    struct text *cells = arena_take(arena, (months + 2) * sizeof(*cells));
    struct text *places = arena_take(arena, (months + 2) * sizeof(*places));
    bool is_done = false;

    cells[0] = count_text(arena, row->total);
    places[0] =
        place_of_month(report, chapter->entered,
                       (size_t)(row->month.number - report->year->start.number),
                       row->total, arena);
    for (size_t i = 0; i < row->months && i < months && !is_done; i++) {
        cells[i + 1] = share_text(arena, row->within[i], row->total);
        is_done = row->within[i] == row->total;
    }
    cells[months + 1] = row->median_numerator < 0
                            ? text_of("—")
                            : decimal_text(arena, row->median_numerator, 2, 1);
    places[months + 1] = text_of("?"); /* days are no count */
    return (struct chart_row){.label = month_text(arena, row->month),
                              .cells = cells,
                              .places = places,
                              .tones = cohort_tones(row, months, arena)};
}

/* Whether the month is over for those records, and some were still open. */
static bool
tells(const struct cohort_row *row, size_t month)
{
    return row->total > 0 && month < row->months &&
           (month == 0 || row->within[month - 1] < row->total);
}

/* The months to show: one that no row tells of is left out, in a table of some
   length one that only a single row tells of too. */
static size_t
months_told(const struct cohort *cohort)
{
    size_t months = 0, rows = 0, told;

    for (size_t i = 0; i < cohort->count; i++) {
        rows += cohort->rows[i].total > 0;
        if (cohort->rows[i].months > months)
            months = cohort->rows[i].months;
    }
    for (; months > 1; months--) {
        told = 0;
        for (size_t i = 0; i < cohort->count; i++)
            told += tells(&cohort->rows[i], months - 1);
        if (told > (rows >= ROWS_MANY))
            break;
    }
    return months;
}

static void
fill_cohort(const struct report *report, const struct chapter *chapter,
            struct view *view)
{
    struct arena *arena = view->arena;
    const struct cohort *cohort = &report->year->cohorts[chapter->cohort];
    struct chart_row rows[12];
    struct chart_table table = {.rows = rows, .counts = "cohort"};
    size_t months = months_told(cohort);
    const struct chart_title words = {
        "cohort", say(report->language, chapter->cohort_title),
        say(report->language, WORDING_COHORT_SUBTITLE),
        say(report->language, WORDING_COHORT_MONTH)};

    for (size_t i = 0; i < cohort->count; i++)
        if (cohort->rows[i].total > 0)
            rows[table.count++] =
                cohort_line(report, chapter, &cohort->rows[i], months, arena);
    table.heads = cohort_heads(report, months, arena);
    table.columns = months + 2;
    chart_grid(view, "COHORT", &words, &table);
}

/* Within so many months, of all records old enough to tell. */
static struct chart_row
lag_row(const struct report *report, const struct cohort *cohort, size_t months,
        struct arena *arena)
{
    struct text *cells = arena_take(arena, 3 * sizeof(*cells));
    int64_t total = 0, done = 0;

    for (size_t i = 0; i < cohort->count; i++)
        if (cohort->rows[i].months > months) {
            total += cohort->rows[i].total;
            done += cohort->rows[i].within[months];
        }
    cells[0] = count_text(arena, total);
    cells[1] = count_text(arena, done);
    cells[2] = percent_text(arena, done, total);
    return (struct chart_row){
        .label = within_words(report, months, arena),
        .cells = cells,
        .length = total > 0 ? done * WHOLE / total : 0,
        .whole = WHOLE,
    };
}

static void
fill_lag(const struct report *report, const struct chapter *chapter,
         struct view *view)
{
    struct arena *arena = view->arena;
    const struct cohort *cohort = &report->year->cohorts[chapter->cohort];
    const struct text heads[3] = {
        say(report->language, WORDING_LAG_TOTAL),
        table_column_title(report, chapter->done_column, arena),
        say(report->language, WORDING_COLUMN_SHARE)};
    const struct chart_title words = {
        "lag", say(report->language, chapter->lag_title),
        SAY(arena, report->language, WORDING_LAG_SUBTITLE,
            date_words(arena, report->language, report->year->cutoff)),
        say(report->language, WORDING_LAG_KEY)};
    struct chart_row rows[LAGS_MOST];
    size_t count = 0;

    for (size_t i = 0; i < cohort->count; i++)
        if (cohort->rows[i].months > count && cohort->rows[i].total > 0)
            count = cohort->rows[i].months;
    if (count > LAGS_MOST)
        count = LAGS_MOST;
    for (size_t i = 0; i < count; i++)
        rows[i] = lag_row(report, cohort, i, arena);
    chart_bars(view, "LAG", &words,
               &(struct chart_table){heads, 3, rows, count, 0, NULL});
}

void
cohorts_fill(const struct report *report, const struct chapter *chapter,
             struct view *view)
{
    view_list(view, "COHORT");
    view_list(view, "LAG");
    if (report->is_one_file) /* which is to be read in one go */
        return;
    fill_cohort(report, chapter, view);
    fill_lag(report, chapter, view);
}
