/*
 * 实绩: what each cadre on the roster took on, and what came of it.
 *
 * Persons are matched by id or by name (year/active_cadres.h). A name that two
 * on the roster bear is nobody's: nothing is guessed, and the achievement list
 * says how many records were left out for that.
 */
#ifndef YEAR_ACHIEVEMENT_H
#define YEAR_ACHIEVEMENT_H

#include "year/scores.h"
#include "year/year.h"

/* One record of one cadre: of a core ledger, or a one-to-one session. */
struct deed {
    uint32_t cadre; /* place among the cadres */
    enum ledger_id ledger;
    enum figure_id figure; /* the list it is shown in */
    bool is_done;          /* solved, adopted or converted */
    const struct row *row;
};

/* By core ledger: problems, suggestions, reports. */
enum { DEED_KINDS = 3, RESULTS_MOST = 3 };

struct achievement {
    const struct row *row; /* of cadres */
    struct text id;
    struct text name;
    size_t entered[DEED_KINDS];      /* taken on, made, written */
    size_t done[DEED_KINDS];         /* solved, adopted, converted */
    int64_t sessions;                /* one-to-one, as the one mentored */
    const struct cadre_score *score; /* of the month; NULL: none */
    const struct deed *deeds;        /* by ledger, then as they entered */
    size_t deed_count;
    /* The latest converted report, adopted suggestion and solved problem;
       where one is missing, further solved problems stand in. */
    const struct deed *results[RESULTS_MOST];
    size_t result_count;
};

struct achievements {
    struct achievement *cadres; /* on the roster at the cutoff, in its order */
    size_t count;
    struct scores scores;
    size_t ambiguous; /* records of namesakes, credited to nobody */
};

/* The year is borrowed; all else is taken from the arena. */
struct achievements *achievements_new(struct arena *arena,
                                      const struct year *year);

/* The place of the only cadre of that id or name; false if there is none, or
   more than one. */
bool achievements_find(const struct achievements *achievements,
                       struct text name, size_t *place);

#endif
