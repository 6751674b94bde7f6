/*
 * The quantitative evaluation (internal): each cadre's total and rank.
 *
 * A dimension's score is the mean over the sources that give one; the total
 * is their weighted sum.  Everything is exact: a score in millionths, a mean
 * of at most three of them and a weight in hundredths of a percent make
 * fractions of SCORE_DENOMINATOR.
 */
#ifndef YEAR_SCORES_H
#define YEAR_SCORES_H

#include "year/year.h"

#define SCORE_DENOMINATOR INT64_C(60000000000)

struct cadre_score {
    struct text cadre;      /* as the ledger names the cadre */
    const struct row *row;  /* the first read of the month */
    bool is_whole;          /* every dimension has a score: there is a total */
    bool is_ranked;         /* and the cadre stands on the roster */
    int64_t total;          /* ÷ SCORE_DENOMINATOR */
    size_t rank;            /* 1, 2, 2, 4; 1 is the highest; 0: not ranked */
    size_t sources;         /* 1 to 3 */
    bool has_previous;      /* scored in the month before as well */
    int64_t previous_total; /* of that month */
    size_t previous_rank;
    const int64_t *previous_means;
    /* By dimension of the settings: the mean over the sources in
       6 × millionths; -1 when none gives one (it adds nothing). */
    int64_t *means;
    /* What the sources gave, in millionths, -1 when nothing: those of source s
       (enum evaluation_source) for dimension d stand at
       (s − 1) × dimensions + d. */
    int64_t *given;
};

struct scores {
    struct cadre_score *cadres; /* by rank, then as read */
    size_t count;
    size_t ranked; /* the first so many have a rank */
    /* Whether every cadre keeps the rank when any one weight is a twentieth
       higher or lower, the others staying as they are. */
    bool is_stable;
};

/* Of the year's month; from the arena. */
struct scores scores_of(struct arena *arena, const struct year *year);

/* Sets year->chosen for evaluations: the first row of each cadre scored in
   the report month; and their mean, a fraction of SCORE_DENOMINATOR. */
void choose_scored_cadres(struct year *year);

#endif
