#include "year/scores.h"

#include <stdlib.h>

#include "base/arena.h"
#include "ledger/campaign.h"
#include "year/active_cadres.h"
#include "year/campaign.h"
#include "year/event.h"

/* The least number that one, two and three divide. */
enum { SHARES = 6, WEIGHTS = 10000 };

/* One evaluation row of the month. */
struct sheet {
    struct text cadre; /* roster id when the roster knows the cadre */
    size_t source;
    const struct evaluation *row;
    bool is_on_roster; /* or there is no roster */
};

struct score_sum {
    int64_t sum;
    int64_t count;
};

struct roster {
    struct arena *arena;
    const struct book *book;
    const struct cadre_names *people;
    size_t found;
    uint32_t index;
};

static void
note_person(void *context, uint32_t index)
{
    struct roster *roster = context;

    if (roster->found == 0 || roster->index != index)
        roster->found++;
    roster->index = index;
}

/* A name and an id of the same cadre must not make two; a name that two on
   the roster bear is left as it is, and stands for neither. */
static void
find_cadre(struct roster *roster, struct text cadre, struct month month,
           struct sheet *sheet)
{
    const struct ledger *held = &roster->book->ledgers[LEDGER_cadres];
    const struct row *row;
    struct text id;

    sheet->cadre = cadre;
    sheet->is_on_roster = !held->is_present;
    roster->found = 0;
    cadre_names_find(roster->people, cadre, note_person, roster);
    if (roster->found != 1)
        return;
    row = ledger_row(held, roster->index);
    id = row_text(roster->book, LEDGER_cadres, row, "id", roster->arena);
    if (id.length > 0)
        sheet->cadre = id;
    sheet->is_on_roster = cadre_is_on_roster(row, month_last_day(month));
}

/* By cadre, source, then as read. */
static int
by_cadre(const void *a, const void *b)
{
    const struct sheet *x = a, *y = b;
    int order = text_compare(x->cadre, y->cadre);

    if (order != 0)
        return order;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static struct sheet *
gather(struct arena *arena, const struct year *year, struct month month,
       size_t *count)
{
    const struct book *book = year->book;
    const struct ledger *held = &book->ledgers[LEDGER_evaluations];
    struct sheet *sheets =
        arena_take(arena, (held->count + 1) * sizeof(*sheets));
    struct roster roster = {arena, book, cadre_names_new(arena, year), 0, 0};

    *count = 0;
    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);
        const struct evaluation *it = (const struct evaluation *)row;
        struct sheet *sheet = &sheets[*count];

        if (!event_is_taken(year, LEDGER_evaluations, row) ||
            (row->flags & ROW_OUTSIDE) || it->month.number != month.number)
            continue;
        find_cadre(&roster,
                   row_text(book, LEDGER_evaluations, row, "cadre", arena),
                   month, sheet);
        sheet->source = it->source.value;
        sheet->row = it;
        (*count)++;
    }
    qsort(sheets, *count, sizeof(*sheets), by_cadre);
    return sheets;
}

static size_t
dimensions_of(const struct book *book)
{
    return book->codes ? book->codes->dimension_count : 0;
}

/* Adds what one source gave. */
static void
add_sheet(const struct book *book, const struct sheet *sheet,
          struct arena *arena, struct score_sum *sums, int64_t *given)
{
    size_t dimensions = dimensions_of(book);
    struct number *numbers =
        arena_take(arena, (dimensions + 1) * sizeof(*numbers));

    row_scores(book, &sheet->row->row, arena, numbers);
    for (size_t j = 0; j < dimensions; j++) {
        sums[j].sum += numbers[j].given ? numbers[j].millionths : 0;
        sums[j].count += numbers[j].given;
        if (sheet->source > 0 && sheet->source <= SOURCE_COUNT &&
            numbers[j].given)
            given[(sheet->source - 1) * dimensions + j] = numbers[j].millionths;
    }
}

/* Of several rows of one source the last read stands for it. */
static void
score_cadre(struct arena *arena, const struct book *book,
            const struct sheet *sheets, size_t count, struct cadre_score *score)
{
    size_t dimensions = dimensions_of(book);
    struct score_sum *sums =
        arena_take(arena, (dimensions + 1) * sizeof(*sums));

    score->row = &sheets[0].row->row;
    score->given =
        arena_take(arena, (SOURCE_COUNT * dimensions + 1) * sizeof(int64_t));
    for (size_t i = 0; i < SOURCE_COUNT * dimensions; i++)
        score->given[i] = -1;
    for (size_t i = 0; i < count; i++) {
        if (sheets[i].row < (const struct evaluation *)(const void *)score->row)
            score->row = &sheets[i].row->row;
        if (i + 1 < count && sheets[i].source == sheets[i + 1].source)
            continue;
        score->sources++;
        add_sheet(book, &sheets[i], arena, sums, score->given);
    }
    score->cadre =
        row_text(book, LEDGER_evaluations, score->row, "cadre", arena);
    score->means = arena_take(arena, (dimensions + 1) * sizeof(int64_t));
    score->is_whole = dimensions > 0;
    for (size_t j = 0; j < dimensions; j++) {
        score->is_whole = score->is_whole && sums[j].count > 0;
        score->means[j] =
            sums[j].count ? sums[j].sum * SHARES / sums[j].count : -1;
        if (sums[j].count)
            score->total += score->means[j] * book->codes->dimensions[j].weight;
    }
    score->is_ranked = score->is_whole && sheets[0].is_on_roster;
}

static int
by_total(const void *a, const void *b)
{
    const struct cadre_score *x = a, *y = b;

    if (x->is_ranked != y->is_ranked)
        return x->is_ranked ? -1 : 1;
    if (x->is_ranked && x->total != y->total)
        return x->total > y->total ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static void
rank_all(struct scores *scores)
{
    for (size_t i = 0; i < scores->count && scores->cadres[i].is_ranked; i++) {
        struct cadre_score *it = &scores->cadres[i];
        bool ties = i > 0 && it[-1].total == it->total;

        it->rank = ties ? it[-1].rank : i + 1;
        scores->ranked++;
    }
}

static struct scores
scores_alone(struct arena *arena, const struct year *year, struct month month,
             struct text **keys)
{
    struct scores scores = {.is_stable = true};
    size_t count, first = 0;
    struct sheet *sheets = gather(arena, year, month, &count);

    scores.cadres = arena_take(arena, (count + 1) * sizeof(*scores.cadres));
    *keys = arena_take(arena, (count + 1) * sizeof(**keys));
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count && text_equal(sheets[i].cadre, sheets[i + 1].cadre))
            continue;
        (*keys)[scores.count] = sheets[i].cadre;
        score_cadre(arena, year->book, sheets + first, i + 1 - first,
                    &scores.cadres[scores.count++]);
        first = i + 1;
    }
    return scores;
}

/* Both are sorted by key still. */
static void
note_previous(struct scores *scores, const struct text *keys,
              const struct scores *before, const struct text *before_keys)
{
    size_t j = 0;

    for (size_t i = 0; i < scores->count; i++) {
        struct cadre_score *it = &scores->cadres[i];

        while (j < before->count && text_compare(before_keys[j], keys[i]) < 0)
            j++;
        if (j == before->count || !text_equal(before_keys[j], keys[i]) ||
            !before->cadres[j].is_ranked)
            continue;
        it->has_previous = true;
        it->previous_total = before->cadres[j].total;
        it->previous_means = before->cadres[j].means;
        it->previous_rank = 1;
        for (size_t k = 0; k < before->count; k++)
            it->previous_rank += before->cadres[k].is_ranked &&
                                 before->cadres[k].total > it->previous_total;
    }
}

/* A change of one weight by a twentieth changes a total by a twentieth of
   what that dimension adds; twenty times everything keeps to integers.  The
   cadres stand by rank, so only neighbours need be compared. */
static bool
keeps_order(const struct scores *scores, size_t dimension, int32_t weight,
            int sign)
{
    for (size_t i = 1; i < scores->ranked; i++) {
        const struct cadre_score *above = &scores->cadres[i - 1];
        const struct cadre_score *below = &scores->cadres[i];
        int64_t gap = 20 * (above->total - below->total);
        int64_t mine = above->means[dimension], other = below->means[dimension];
        int64_t changed =
            gap +
            sign * weight * ((mine > 0 ? mine : 0) - (other > 0 ? other : 0));

        if (gap > 0 ? changed <= 0 : changed != 0)
            return false;
    }
    return true;
}

struct scores
scores_of(struct arena *arena, const struct year *year)
{
    const struct book *book = year->book;
    struct text *keys, *before_keys;
    struct scores scores = scores_alone(arena, year, year->month, &keys);
    struct month previous = month_moved(year->month, -1);
    struct scores before = scores_alone(arena, year, previous, &before_keys);

    note_previous(&scores, keys, &before, before_keys);
    qsort(scores.cadres, scores.count, sizeof(*scores.cadres), by_total);
    rank_all(&scores);
    for (size_t i = 0; i < dimensions_of(book); i++) {
        int32_t weight = book->codes->dimensions[i].weight;

        scores.is_stable = scores.is_stable &&
                           keeps_order(&scores, i, weight, 1) &&
                           keeps_order(&scores, i, weight, -1);
    }
    return scores;
}

void
choose_scored_cadres(struct year *year)
{
    const struct ledger *held = &year->book->ledgers[LEDGER_evaluations];
    struct arena *arena;
    struct scores scores;
    struct figure *mean = &year->figures[FIGURE_EVALUATIONS_MEAN];

    if (!held->is_present)
        return;
    arena = arena_new();
    year->chosen[LEDGER_evaluations] = arena_take(year->arena, held->count + 1);
    scores = scores_of(arena, year);
    for (size_t i = 0; i < scores.ranked; i++) {
        size_t offset =
            (size_t)((const char *)scores.cadres[i].row - held->rows);

        year->chosen[LEDGER_evaluations][offset / held->type->row_size] = 1;
        if (__builtin_add_overflow(mean->numerator, scores.cadres[i].total,
                                   &mean->numerator))
            mean->numerator = INT64_MAX;
    }
    if (scores.ranked > 0 && scores.ranked < INT64_MAX / SCORE_DENOMINATOR)
        mean->denominator = (int64_t)scores.ranked * SCORE_DENOMINATOR;
    arena_free(arena);
}
