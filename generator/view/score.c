#include "view/score.h"

#include "base/arena.h"
#include "ledger/campaign.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/roster.h"
#include "view/view.h"
#include "view/wording.h"

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
    const struct text details[4] = {dimension->name};

    if (!dimension->is_example || report->language == ZH)
        return dimension->name;
    return say_with(arena, report->language, WORDING_SCORE_EXAMPLE, details);
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
    const struct chart_table table = {heads_of(report, arena), COLUMNS, rows,
                                      count};
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
                       TEXT_ARG(score_text(arena, score->total)));
}

static void
fill_place(const struct report *report, const struct cadre_score *score,
           struct view *item)
{
    struct arena *arena = item->arena;
    const struct scores *all = &report->roster->achievements->scores;
    const struct text rank[4] = {count_text(arena, (int64_t)score->rank),
                                 count_text(arena, (int64_t)all->count)};
    const struct text before[4] = {
        score_text(arena, score->previous_total),
        count_text(arena, (int64_t)score->previous_rank)};

    view_text(item, "TOTAL", score_text(arena, score->total));
    view_text(item, "RANK",
              say_with(arena, report->language, WORDING_SCORE_OF, rank));
    view_list(item, "PREVIOUS");
    if (score->has_previous) {
        struct view *previous = view_item(item, "PREVIOUS");

        view_text(
            previous, "TEXT",
            say_with(arena, report->language, WORDING_SCORE_PREVIOUS, before));
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
