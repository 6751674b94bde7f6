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
    /* Of both months: means, their change, and the last. */
    MOVED_COLUMNS = 4,
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

/* Without the mark of an example. */
static struct text
bare_name(const struct dimension *dimension)
{
    struct text name = dimension->name;
    struct text mark = TEXT("（示例）");

    if (dimension->is_example && text_ends(name, mark.bytes))
        name.length -= mark.length;
    return name;
}

/* In Chinese the mark stands in the name; in English it is put in its place. */
static struct text
dimension_label(const struct report *report, const struct dimension *dimension,
                struct arena *arena)
{
    if (!dimension->is_example || report->language == ZH)
        return dimension->name;
    return SAY(arena, report->language, WORDING_SCORE_EXAMPLE,
               bare_name(dimension));
}

static struct text
change_text(const struct report *report, int64_t by, struct arena *arena)
{
    return round_half_up(by, MEAN_DENOMINATOR, 2) == 0
               ? say(report->language, WORDING_SCORE_SAME)
               : score_signed(arena, by, MEAN_DENOMINATOR, 2);
}

/* By how much the dimension moved; 0 without both months. */
static int64_t
moved(const struct cadre_score *score, size_t dimension)
{
    return score->has_previous && score->means[dimension] >= 0 &&
                   score->previous_means[dimension] >= 0
               ? score->means[dimension] - score->previous_means[dimension]
               : 0;
}

/* "；服务意识由94.60降到85.47，影响最大": of the dimensions that moved with the
   total the one that moved it furthest. */
static struct text
most_moved(const struct report *report, const struct cadre_score *score,
           struct arena *arena)
{
    bool is_up = score->total > score->previous_total;
    int64_t most = 0;
    size_t count, which = 0;
    const struct dimension *all = dimensions_of(report, &count);

    for (size_t i = 0; i < count; i++) {
        int64_t effect = moved(score, i) * all[i].weight * (is_up ? 1 : -1);

        if (effect <= most)
            continue;
        most = effect;
        which = i;
    }
    if (count < 2 || most == 0)
        return text_of("");
    return text_join(
        arena, say(report->language, WORDING_SENTENCE_SEMICOLON),
        SAY(arena, report->language,
            is_up ? WORDING_SCORE_MOST_UP : WORDING_SCORE_MOST_DOWN,
            dimension_label(report, &all[which], arena),
            mean_text(arena, score->previous_means[which]),
            mean_text(arena, score->means[which])));
}

static struct text
change_said(const struct report *report, const struct cadre_score *score,
            struct arena *arena)
{
    int64_t by = score->total - score->previous_total;
    struct text comma = say(report->language, WORDING_SENTENCE_COMMA);

    if (!score->has_previous)
        return text_of("");
    if (round_half_up(by, SCORE_DENOMINATOR, 2) == 0)
        return text_join(arena, comma,
                         say(report->language, WORDING_SCORE_SAID_SAME));
    return text_join(
        arena,
        text_join(arena, comma,
                  SAY(arena, report->language,
                      by > 0 ? WORDING_SCORE_SAID_UP : WORDING_SCORE_SAID_DOWN,
                      score_text(arena, by < 0 ? -by : by))),
        most_moved(report, score, arena));
}

struct text
score_said(const struct report *report, const struct cadre_score *score,
           struct arena *arena)
{
    const struct scores *all = &report->kept.roster->achievements->scores;

    if (!score->is_whole)
        return SAY(arena, report->language, WORDING_SCORE_SAID_MISSING,
                   score_missing(report, score, arena));
    if (!score->is_ranked)
        return SAY(arena, report->language, WORDING_SCORE_SAID_UNRANKED,
                   score_text(arena, score->total));
    return text_join(arena,
                     SAY(arena, report->language, WORDING_SCORE_SAID,
                         score_text(arena, score->total),
                         count_text(arena, (int64_t)score->rank),
                         count_text(arena, (int64_t)all->ranked)),
                     change_said(report, score, arena));
}

static void
fill_dimension(const struct report *report, const struct cadre_score *score,
               size_t dimension, struct view *item)
{
    struct arena *arena = item->arena;
    size_t count;
    const struct dimension *it = &dimensions_of(report, &count)[dimension];
    int64_t mean = score->means[dimension];

    view_text(item, "LABEL", dimension_label(report, it, arena));
    for (size_t s = 0; s < SOURCE_COUNT; s++) {
        int64_t given = score->given[s * count + dimension];

        view_text(view_item(item, "GIVEN"), "TEXT",
                  given < 0 ? text_of("—")
                            : decimal_text(arena, given, MILLION, 2));
    }
    view_text(item, "MEAN", mean_text(arena, mean));
    view_text(item, "WEIGHT", weight_text(arena, it->weight));
    view_text(item, "POINTS",
              mean < 0 ? text_of("—")
                       : decimal_text(arena, mean * it->weight,
                                      SCORE_DENOMINATOR, 3));
}

/* Every number that the total is made of. */
static void
fill_arithmetic(const struct report *report, const struct cadre_score *score,
                struct view *item)
{
    const struct ledger_type *type = ledgers[LEDGER_evaluations];
    const struct choice_words *sources =
        type->columns[column_index(type, "source")].words;
    size_t count;
    const struct dimension *all = dimensions_of(report, &count);
    int32_t weights = 0;
    struct view *sum;

    for (uint8_t s = 0; s < SOURCE_COUNT; s++)
        view_text(view_item(item, "SOURCE"), "TEXT",
                  choice_word(sources, (uint8_t)(s + 1), report->language));
    view_list(item, "DIMENSION");
    for (size_t i = 0; i < count; i++) {
        fill_dimension(report, score, i, view_item(item, "DIMENSION"));
        weights += all[i].weight;
    }
    view_list(item, "SUM");
    if (!score->is_whole)
        return;
    sum = view_item(item, "SUM");
    view_text(sum, "WEIGHT", weight_text(item->arena, weights));
    view_text(sum, "TOTAL", score_text(item->arena, score->total));
}

/* "作风纪律最高，学习提升最低", where they differ. */
static struct text
ends_said(const struct report *report, const struct cadre_score *score,
          struct arena *arena)
{
    size_t count, high = SIZE_MAX, low = SIZE_MAX;
    const struct dimension *all = dimensions_of(report, &count);

    for (size_t i = 0; i < count; i++) {
        if (score->means[i] < 0)
            continue;
        if (high == SIZE_MAX || score->means[i] > score->means[high])
            high = i;
        if (low == SIZE_MAX || score->means[i] < score->means[low])
            low = i;
    }
    return high == low ? say(report->language, WORDING_SCORE_DIMENSIONS)
                       : SAY(arena, report->language, WORDING_SCORE_ENDS,
                             dimension_label(report, &all[high], arena),
                             dimension_label(report, &all[low], arena));
}

/* "4个维度上升，2个维度下降" */
static struct text
moves_said(const struct report *report, const struct cadre_score *score,
           struct arena *arena)
{
    size_t count, up = 0, down = 0;
    struct text rose, fell;

    dimensions_of(report, &count);
    for (size_t i = 0; i < count; i++) {
        int64_t by = round_half_up(moved(score, i), MEAN_DENOMINATOR, 2);

        up += by > 0;
        down += by < 0;
    }
    rose = SAY(arena, report->language, WORDING_SCORE_ROSE,
               count_text(arena, (int64_t)up));
    fell = SAY(arena, report->language, WORDING_SCORE_FELL,
               count_text(arena, (int64_t)down));
    if (!score->has_previous)
        return ends_said(report, score, arena);
    if (up + down == 0)
        return say(report->language, WORDING_SCORE_STILL);
    if (up == 0 || down == 0)
        return up > 0 ? rose : fell;
    return text_format(arena, "%.*s%.*s%.*s", TEXT_ARG(rose),
                       TEXT_ARG(say(report->language, WORDING_SENTENCE_COMMA)),
                       TEXT_ARG(fell));
}

/* The table of the score, beside it, marks the examples. */
static struct chart_row
moved_row(const struct report *report, const struct cadre_score *score,
          size_t dimension, struct arena *arena)
{
    size_t count;
    const struct dimension *it = &dimensions_of(report, &count)[dimension];
    struct text *cells = arena_take(arena, MOVED_COLUMNS * sizeof(*cells));
    int64_t by = moved(score, dimension);
    bool is_known = score->has_previous && score->means[dimension] >= 0;

    cells[0] = mean_text(arena, score->means[dimension]);
    cells[1] = mean_text(
        arena, score->has_previous ? score->previous_means[dimension] : -1);
    cells[2] = is_known ? change_text(report, by, arena) : text_of("—");
    cells[3] = is_known
                   ? score_signed(arena, by * it->weight, SCORE_DENOMINATOR, 2)
                   : text_of("—");
    return (struct chart_row){.label = bare_name(it), .cells = cells};
}

/* This month and last; what the change did to the total where there is one. */
static void
fill_moves(const struct report *report, const struct cadre_score *score,
           struct view *item)
{
    struct arena *arena = item->arena;
    size_t count;
    const struct text heads[MOVED_COLUMNS] = {
        say(report->language, WORDING_DOTS_NOW),
        say(report->language, WORDING_DOTS_BEFORE),
        say(report->language, WORDING_CADRE_CHANGE),
        say(report->language, WORDING_SCORE_EFFECT)};
    struct chart_row *rows;
    int64_t *none;

    dimensions_of(report, &count);
    rows = arena_take(arena, (count + 1) * sizeof(*rows));
    none = arena_take(arena, (count + 1) * sizeof(*none));
    for (size_t i = 0; i < count; i++) {
        rows[i] = moved_row(report, score, i, arena);
        none[i] = -1;
    }
    chart_dots(
        item, "MOVES",
        &(struct dots){{"moves", moves_said(report, score, arena),
                        say(report->language, WORDING_SCORE_SUBTITLE),
                        say(report->language, WORDING_SCORE_DIMENSION)},
                       {heads,
                        !score->has_previous ? 1u
                        : score->is_ranked   ? MOVED_COLUMNS
                                             : MOVED_COLUMNS - 1u,
                        rows, count, 0, NULL},
                       score->means,
                       score->has_previous ? score->previous_means : none,
                       MEAN_DENOMINATOR});
}

/* What the effects add up to, else what last month was. */
static struct text
previous_said(const struct report *report, const struct cadre_score *score,
              struct arena *arena)
{
    int64_t by = score->total - score->previous_total;
    struct text before = score_text(arena, score->previous_total);
    struct text rank = count_text(arena, (int64_t)score->previous_rank);

    if (!score->has_previous)
        return say(report->language, WORDING_SCORE_NO_PREVIOUS);
    if (!score->is_ranked)
        return SAY(arena, report->language, WORDING_SCORE_PREVIOUS, before,
                   rank);
    return SAY(arena, report->language, WORDING_SCORE_EFFECTS,
               score_signed(arena, by, SCORE_DENOMINATOR, 2), before, rank,
               score_text(arena, score->total));
}

void
score_fill(const struct report *report, const struct cadre_score *score,
           struct view *view)
{
    const struct scores *all;
    bool has_examples = false;
    size_t count;
    const struct dimension *dimensions = dimensions_of(report, &count);
    struct view *item;

    view_list(view, "SCORE");
    if (score == NULL || !figure_is_shown(report, FIGURE_EVALUATIONS_SCORED))
        return;
    all = &report->kept.roster->achievements->scores;
    item = view_item(view, "SCORE");
    fill_arithmetic(report, score, item);
    fill_moves(report, score, item);
    view_text(item, "PREVIOUS", previous_said(report, score, view->arena));
    view_text(item, "STABLE",
              say(report->language, all->is_stable ? WORDING_SCORE_STABLE
                                                   : WORDING_SCORE_UNSTABLE));
    for (size_t i = 0; i < count; i++)
        has_examples = has_examples || dimensions[i].is_example;
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

/* -1 when nobody has one. */
static int64_t
mean_value(const struct dimension_mean *mean)
{
    return mean->n == 0 ? -1 : mean->sum / mean->n;
}

static struct text
mean_change(const struct report *report, const struct dimension_mean *now,
            const struct dimension_mean *before, struct arena *arena)
{
    int64_t by = mean_value(now) - mean_value(before);

    if (now->n == 0 || before->n == 0)
        return text_of("—");
    if (round_half_up(by, MEAN_DENOMINATOR, 1) == 0)
        return say(report->language, WORDING_SCORE_SAME);
    return score_signed(arena, by, MEAN_DENOMINATOR, 1);
}

static struct chart_row
dimension_row(const struct report *report, size_t place,
              const struct dimension_mean means[2], struct arena *arena)
{
    size_t count;
    const struct dimension *it = &dimensions_of(report, &count)[place];
    struct text *cells = arena_take(arena, MOVED_COLUMNS * sizeof(*cells));

    cells[0] = all_text(&means[0], arena);
    cells[1] = all_text(&means[1], arena);
    cells[2] = mean_change(report, &means[0], &means[1], arena);
    cells[3] = weight_text(arena, it->weight);
    return (struct chart_row){.label = dimension_label(report, it, arena),
                              .cells = cells};
}

void
dimensions_fill(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    size_t count;
    const struct text heads[MOVED_COLUMNS] = {
        say(report->language, WORDING_DOTS_NOW),
        say(report->language, WORDING_DOTS_BEFORE),
        say(report->language, WORDING_CADRE_CHANGE),
        say(report->language, WORDING_SCORE_WEIGHT)};
    struct chart_row *rows;
    int64_t *now, *before;

    view_list(view, "DIMENSIONS");
    if (report->kept.roster == NULL ||
        !figure_is_shown(report, FIGURE_EVALUATIONS_SCORED) ||
        report->kept.roster->achievements->scores.count == 0)
        return;
    dimensions_of(report, &count);
    rows = arena_take(arena, (count + 1) * sizeof(*rows));
    now = arena_take(arena, (count + 1) * sizeof(*now));
    before = arena_take(arena, (count + 1) * sizeof(*before));
    for (size_t i = 0; i < count; i++) {
        const struct scores *all = &report->kept.roster->achievements->scores;
        struct dimension_mean means[2] = {mean_of_all(all, i, false),
                                          mean_of_all(all, i, true)};

        now[i] = mean_value(&means[0]);
        before[i] = mean_value(&means[1]);
        rows[i] = dimension_row(report, i, means, arena);
    }
    chart_dots(
        view, "DIMENSIONS",
        &(struct dots){{"dimensions", say(report->language, WORDING_DIMENSIONS),
                        say(report->language, WORDING_DIMENSIONS_SUBTITLE),
                        say(report->language, WORDING_SCORE_DIMENSION)},
                       {heads, MOVED_COLUMNS, rows, count, 0, NULL},
                       now,
                       before,
                       MEAN_DENOMINATOR});
}

void
dimensions_again_fill(const struct report *report, struct view *view)
{
    if (report->is_one_file)
        view_list(view, "DIMENSIONS");
    else
        dimensions_fill(report, view);
}
