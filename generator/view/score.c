#include "view/score.h"

#include "base/arena.h"
#include "base/wording.h"
#include "ledger/campaign.h"
#include "view/breakdown.h"
#include "view/cadre_list.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/view.h"

enum {
    MILLION = 1000000,
    MEAN_DENOMINATOR = 6 * MILLION,
    FULL_MARKS = 100,
    /* Means, last month's means, weights and points, behind the sources. */
    FURTHER_COLUMNS = 4,
    COLUMNS = SOURCE_COUNT + FURTHER_COLUMNS,
};

static const struct dimension *
dimensions_of(const struct report *report, size_t *count)
{
    const struct codes *codes = report->book->codes;

    *count = codes->dimension_count;
    return codes->dimensions;
}

static struct text
mean_text(struct arena *arena, int64_t mean)
{
    return mean < 0 ? text_of("—")
                    : decimal_text(arena, mean, MEAN_DENOMINATOR, 2);
}

static struct text
weight_text(struct arena *arena, int32_t weight)
{
    int decimals = weight % 100 == 0 ? 0 : weight % 10 == 0 ? 1 : 2;
    struct text number = decimal_text(arena, weight, 100, decimals);

    return text_format(arena, "%.*s%%", TEXT_ARG(number));
}

/* In English the mark is put behind; in Chinese it stands in the name. */
static struct text
dimension_label(const struct report *report, const struct dimension *dimension,
                struct arena *arena)
{
    if (!dimension->is_example || report->language == ZH)
        return dimension->name;
    return SAY(arena, report->language, WORDING_SCORE_EXAMPLE, dimension->name);
}

static const struct text *
heads_of(const struct report *report, struct arena *arena)
{
    const struct ledger_type *type = ledgers[LEDGER_evaluations];
    const struct choice_words *sources =
        type->columns[column_index(type, "source")].words;
    static const enum wording further[FURTHER_COLUMNS] = {
        WORDING_SCORE_MEAN, WORDING_SCORE_LAST_MONTH, WORDING_SCORE_WEIGHT,
        WORDING_SCORE_POINTS};
    struct text *heads = arena_take(arena, COLUMNS * sizeof(*heads));

    for (uint8_t s = 0; s < SOURCE_COUNT; s++)
        heads[s] = choice_word(sources, (uint8_t)(s + 1), report->language);
    for (size_t i = 0; i < FURTHER_COLUMNS; i++)
        heads[SOURCE_COUNT + i] = say(report->language, further[i]);
    return heads;
}

static const struct text *
cells_of(const struct report *report, const struct cadre_score *score,
         size_t dimension, struct arena *arena)
{
    struct text *cells = arena_take(arena, COLUMNS * sizeof(*cells));
    size_t count;
    const struct dimension *it = &dimensions_of(report, &count)[dimension];
    int64_t mean = score->means[dimension];

    for (size_t s = 0; s < SOURCE_COUNT; s++) {
        int64_t given = score->given[s * count + dimension];

        cells[s] =
            given < 0 ? text_of("—") : decimal_text(arena, given, MILLION, 2);
    }
    cells[SOURCE_COUNT] = mean_text(arena, mean);
    cells[SOURCE_COUNT + 1] = mean_text(
        arena, score->has_previous ? score->previous_means[dimension] : -1);
    cells[SOURCE_COUNT + 2] = weight_text(arena, it->weight);
    cells[SOURCE_COUNT + 3] = decimal_text(
        arena, mean < 0 ? 0 : mean * it->weight, SCORE_DENOMINATOR, 3);
    return cells;
}

static void
fill_arithmetic(const struct report *report, const struct cadre_score *score,
                struct view *view)
{
    struct arena *arena = view->arena;
    size_t count;
    const struct dimension *all = dimensions_of(report, &count);
    struct chart_row *rows = arena_take(arena, (count + 1) * sizeof(*rows));
    const struct chart_table table = {
        heads_of(report, arena), COLUMNS, rows, count, 0, NULL};
    const struct chart_title words = {
        "arithmetic", say(report->language, WORDING_SCORE_ARITHMETIC),
        say(report->language, WORDING_SCORE_SUBTITLE),
        say(report->language, WORDING_SCORE_DIMENSION)};

    for (size_t i = 0; i < count; i++)
        rows[i] = (struct chart_row){
            .label = dimension_label(report, &all[i], arena),
            .cells = cells_of(report, score, i, arena),
            .length = score->means[i] < 0 ? 0 : score->means[i],
            .whole = (int64_t)FULL_MARKS * MEAN_DENOMINATOR};
    chart_bars(view, "ARITHMETIC", &words, &table);
}

/* 总分 = 85.23×25% + 81.60×20% + … = 84.12 */
static struct text
formula(const struct report *report, const struct cadre_score *score,
        struct arena *arena)
{
    size_t count;
    const struct dimension *all = dimensions_of(report, &count);
    struct text words = say(report->language, WORDING_SCORE_FORMULA);
    bool is_first = true;

    for (size_t i = 0; i < count; i++) {
        struct text mean = mean_text(arena, score->means[i]);
        struct text weight = weight_text(arena, all[i].weight);

        if (score->means[i] < 0)
            continue;
        words = text_format(arena, "%.*s%s%.*s×%.*s", TEXT_ARG(words),
                            is_first ? "" : " + ", TEXT_ARG(mean),
                            TEXT_ARG(weight));
        is_first = false;
    }
    return text_format(arena, "%.*s = %.*s", TEXT_ARG(words),
                       TEXT_ARG(score_total(report, score, arena)));
}

static void
fill_place(const struct report *report, const struct cadre_score *score,
           struct view *item)
{
    struct arena *arena = item->arena;
    const struct scores *all = &report->kept.roster->achievements->scores;

    view_text(item, "TOTAL", score_total(report, score, arena));
    view_text(item, "RANK",
              score->is_ranked ? SAY(arena, report->language, WORDING_SCORE_OF,
                                     count_text(arena, (int64_t)score->rank),
                                     count_text(arena, (int64_t)all->ranked))
                               : say(report->language, WORDING_SCORE_UNRANKED));
    view_list(item, "PREVIOUS");
    if (score->has_previous) {
        struct view *previous = view_item(item, "PREVIOUS");

        view_text(previous, "TEXT",
                  SAY(arena, report->language, WORDING_SCORE_PREVIOUS,
                      score_text(arena, score->previous_total),
                      count_text(arena, (int64_t)score->previous_rank)));
        view_text(previous, "CHANGE", score_change(report, score, arena));
    }
    view_text(item, "STABLE",
              say(report->language, all->is_stable ? WORDING_SCORE_STABLE
                                                   : WORDING_SCORE_UNSTABLE));
}

void
score_fill(const struct report *report, const struct cadre_score *score,
           struct view *view)
{
    bool has_scores = figure_is_shown(report, FIGURE_EVALUATIONS_SCORED);
    bool has_examples = false;
    size_t count;
    const struct dimension *all = dimensions_of(report, &count);
    struct view *item;

    view_list(view, "SCORE");
    view_flag(view, "IS_UNSCORED", has_scores && score == NULL);
    if (!has_scores || score == NULL)
        return;
    item = view_item(view, "SCORE");
    fill_place(report, score, item);
    fill_arithmetic(report, score, item);
    view_text(item, "FORMULA", formula(report, score, view->arena));
    for (size_t i = 0; i < count; i++)
        has_examples = has_examples || all[i].is_example;
    view_flag(item, "HAS_EXAMPLES", has_examples);
}

/* The mean of one dimension over all cadres scored; n is 0 when none was. */
struct dimension_mean {
    int64_t sum, n; /* sum ÷ (n × MEAN_DENOMINATOR) */
};

static struct dimension_mean
mean_of_all(const struct scores *all, size_t dimension, bool is_previous)
{
    struct dimension_mean mean = {0, 0};

    for (size_t i = 0; i < all->count; i++) {
        const struct cadre_score *score = &all->cadres[i];
        int64_t value = is_previous ? -1 : score->means[dimension];

        if (is_previous && score->has_previous)
            value = score->previous_means[dimension];
        if (value >= 0) {
            mean.sum += value;
            mean.n++;
        }
    }
    return mean;
}

static struct text
all_text(const struct dimension_mean *mean, struct arena *arena)
{
    return mean->n == 0
               ? text_of("—")
               : decimal_text(arena, mean->sum, mean->n * MEAN_DENOMINATOR, 1);
}

static struct chart_row
dimension_row(const struct report *report, size_t place, struct arena *arena)
{
    const struct scores *all = &report->kept.roster->achievements->scores;
    size_t count;
    const struct dimension *it = &dimensions_of(report, &count)[place];
    struct dimension_mean now = mean_of_all(all, place, false);
    struct dimension_mean before = mean_of_all(all, place, true);
    struct text *cells = arena_take(arena, 3 * sizeof(*cells));

    cells[0] = all_text(&now, arena);
    cells[1] = all_text(&before, arena);
    cells[2] = weight_text(arena, it->weight);
    return (struct chart_row){
        .label = dimension_label(report, it, arena),
        .cells = cells,
        .length = now.n == 0 ? 0 : now.sum / now.n,
        .whole = (int64_t)FULL_MARKS * MEAN_DENOMINATOR,
    };
}

void
dimensions_fill(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    size_t count;
    const struct text heads[3] = {
        say(report->language, WORDING_SCORE_MEAN),
        say(report->language, WORDING_SCORE_LAST_MONTH),
        say(report->language, WORDING_SCORE_WEIGHT)};
    const struct chart_title words = {
        "dimensions", say(report->language, WORDING_DIMENSIONS),
        say(report->language, WORDING_DIMENSIONS_SUBTITLE),
        say(report->language, WORDING_SCORE_DIMENSION)};
    struct chart_row *rows;

    view_list(view, "DIMENSIONS");
    if (report->kept.roster == NULL ||
        !figure_is_shown(report, FIGURE_EVALUATIONS_SCORED) ||
        report->kept.roster->achievements->scores.count == 0)
        return;
    dimensions_of(report, &count);
    rows = arena_take(arena, (count + 1) * sizeof(*rows));
    for (size_t i = 0; i < count; i++)
        rows[i] = dimension_row(report, i, arena);
    chart_bars(view, "DIMENSIONS", &words,
               &(struct chart_table){heads, 3, rows, count, 0, NULL});
}
