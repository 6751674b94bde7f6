#include "year/achievement.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/array.h"
#include "ledger/campaign.h"
#include "year/event.h"

/* Ledgers with a person column, and the lists their records stand in. */
static const struct credit {
    enum ledger_id ledger;
    const char *column;
    enum figure_id done, carried, entered; /* the first that has it tells */
} credits[DEED_KINDS] = {
    {LEDGER_problems, "owner", FIGURE_PROBLEMS_SOLVED, FIGURE_PROBLEMS_CARRIED,
     FIGURE_PROBLEMS_RAISED},
    {LEDGER_suggestions, "proposer", FIGURE_SUGGESTIONS_ADOPTED,
     FIGURE_SUGGESTIONS_CARRIED, FIGURE_SUGGESTIONS_SUBMITTED},
    {LEDGER_reports, "author", FIGURE_REPORTS_CONVERTED, FIGURE_REPORTS_CARRIED,
     FIGURE_REPORTS_SUBMITTED},
};

/* A cadre by id or by name, sorted. */
struct call {
    struct text name;
    size_t place;
};

/* While the records are gone through. */
struct crediting {
    const struct year *year;
    struct arena *scratch; /* for the texts of one row */
    struct achievements *found;
    struct call *calls;
    size_t call_count;
    struct deed *deeds;
    size_t count, room;
};

/* What the caller sees, and what finding by name needs besides. */
struct directory {
    struct achievements achievements;
    struct call *calls;
    size_t call_count;
};

static int
by_call(const void *a, const void *b)
{
    const struct call *x = a, *y = b;
    int order = text_compare(x->name, y->name);

    return order ? order : (x->place > y->place) - (x->place < y->place);
}

enum match { MATCH_NONE, MATCH_ONE, MATCH_SEVERAL };

static enum match
find(const struct call *calls, size_t count, struct text name, size_t *place)
{
    size_t low = 0, high = count;
    enum match match = MATCH_NONE;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (text_compare(calls[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count && text_equal(calls[low].name, name); low++) {
        if (match != MATCH_NONE && calls[low].place != *place)
            return MATCH_SEVERAL;
        *place = calls[low].place;
        match = MATCH_ONE;
    }
    return match;
}

/* One record counts once for a cadre, however often it names the cadre. */
static bool
is_credited(const struct crediting *crediting, size_t first, size_t cadre)
{
    for (size_t i = first; i < crediting->count; i++)
        if (crediting->deeds[i].cadre == cadre)
            return true;
    return false;
}

/* A copy of the deed for everyone the cell names. */
static void
credit(struct crediting *crediting, struct text cell, const struct deed *deed)
{
    size_t first = crediting->count, place = 0;
    struct text *names;
    size_t count = list_split(crediting->scratch, cell, &names);

    for (size_t i = 0; i < count; i++) {
        struct deed *credited;
        enum match match =
            find(crediting->calls, crediting->call_count, names[i], &place);

        crediting->found->ambiguous += match == MATCH_SEVERAL;
        if (match != MATCH_ONE || is_credited(crediting, first, place))
            continue;
        credited = ARRAY_ADD(NULL, crediting->deeds, crediting->count,
                             crediting->room);
        *credited = *deed;
        credited->cadre = (uint32_t)place;
    }
}

static void
credit_ledger(struct crediting *crediting, size_t kind)
{
    const struct year *year = crediting->year;
    const struct credit *it = &credits[kind];
    const struct ledger *held = &year->book->ledgers[it->ledger];

    for (size_t i = 0; i < year->order_count[it->ledger]; i++) {
        const struct row *row = ledger_row(held, year->order[it->ledger][i]);
        uint64_t marks = year_marks(year, it->ledger, row);
        struct deed deed = {.ledger = it->ledger, .row = row};
        bool is_carried = (marks & MARK_OF(it->carried)) != 0;

        if (!is_carried && !(marks & MARK_OF(it->entered)))
            continue;
        deed.is_done = (marks & MARK_OF(it->done)) != 0;
        deed.figure = deed.is_done ? it->done
                      : is_carried ? it->carried
                                   : it->entered;
        credit(crediting,
               row_text(year->book, (int)it->ledger, row, it->column,
                        crediting->scratch),
               &deed);
        arena_reset(crediting->scratch);
    }
}

/* One-to-one sessions and their times, for each cadre they were held with. */
static void
count_sessions(struct crediting *crediting)
{
    const struct year *year = crediting->year;

    for (size_t i = 0; i < year->order_count[LEDGER_mentoring]; i++) {
        const struct row *row =
            ledger_row(&year->book->ledgers[LEDGER_mentoring],
                       year->order[LEDGER_mentoring][i]);
        struct event event = event_of(year, LEDGER_mentoring, row);
        const struct deed deed = {.ledger = LEDGER_mentoring,
                                  .figure = FIGURE_MENTORING_ONE_TO_ONE,
                                  .row = row};
        size_t first = crediting->count;

        if (!(event.marks & MARK(MENTORING_ONE_TO_ONE)))
            continue;
        credit(crediting,
               row_text(year->book, LEDGER_mentoring, row, "cadre",
                        crediting->scratch),
               &deed);
        arena_reset(crediting->scratch);
        for (size_t j = first; j < crediting->count; j++)
            crediting->found->cadres[crediting->deeds[j].cadre].sessions +=
                event.amount;
    }
}

/* By cadre, ledger, day of entry, then as read. */
static int
by_cadre(const void *a, const void *b)
{
    const struct deed *x = a, *y = b;
    int order;

    if (x->cadre != y->cadre)
        return x->cadre < y->cadre ? -1 : 1;
    if (x->ledger != y->ledger)
        return x->ledger < y->ledger ? -1 : 1;
    order = date_compare(row_entered_on(x->ledger, x->row),
                         row_entered_on(y->ledger, y->row));
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

/* The deed of that ledger done last, of those not yet chosen. */
static const struct deed *
latest(const struct achievement *it, enum ledger_id ledger)
{
    const struct deed *best = NULL;

    for (size_t i = 0; i < it->deed_count; i++) {
        const struct deed *deed = &it->deeds[i];
        bool is_taken = false;

        for (size_t j = 0; j < it->result_count; j++)
            is_taken = is_taken || it->results[j] == deed;
        if (deed->ledger != ledger || !deed->is_done || is_taken)
            continue;
        if (!best || date_compare(row_closed_on(ledger, deed->row),
                                  row_closed_on(ledger, best->row)) >= 0)
            best = deed;
    }
    return best;
}

static void
choose_results(struct achievement *it)
{
    static const enum ledger_id order[] = {LEDGER_reports, LEDGER_suggestions,
                                           LEDGER_problems, LEDGER_problems,
                                           LEDGER_problems};

    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]) &&
                       it->result_count < RESULTS_MOST;
         i++) {
        const struct deed *deed = latest(it, order[i]);

        if (deed)
            it->results[it->result_count++] = deed;
    }
}

static void
hand_out(struct crediting *crediting, struct arena *arena)
{
    struct achievements *found = crediting->found;
    struct deed *deeds =
        arena_take(arena, (crediting->count + 1) * sizeof(*deeds));

    if (crediting->count > 0)
        qsort(crediting->deeds, crediting->count, sizeof(*deeds), by_cadre);
    for (size_t i = 0; i < crediting->count; i++) {
        struct achievement *it = &found->cadres[crediting->deeds[i].cadre];

        deeds[i] = crediting->deeds[i];
        if (it->deed_count++ == 0)
            it->deeds = &deeds[i];
        for (size_t kind = 0; kind < DEED_KINDS; kind++)
            if (credits[kind].ledger == deeds[i].ledger) {
                it->entered[kind]++;
                it->done[kind] += deeds[i].is_done;
            }
    }
    for (size_t i = 0; i < found->count; i++)
        choose_results(&found->cadres[i]);
}

static void
list_cadres(struct arena *arena, const struct year *year,
            struct directory *directory)
{
    struct achievements *found = &directory->achievements;
    const struct row **rows =
        year_list(year, FIGURE_CADRES_TOTAL, arena, &found->count);
    struct call *calls =
        arena_take(arena, (2 * found->count + 1) * sizeof(*calls));

    found->cadres =
        arena_take(arena, (found->count + 1) * sizeof(*found->cadres));
    for (size_t i = 0; i < found->count; i++) {
        struct achievement *it = &found->cadres[i];

        it->row = rows[i];
        it->id = row_text(year->book, LEDGER_cadres, rows[i], "id", arena);
        it->name = row_text(year->book, LEDGER_cadres, rows[i], "name", arena);
        if (it->id.length > 0)
            calls[directory->call_count++] = (struct call){it->id, i};
        if (it->name.length > 0)
            calls[directory->call_count++] = (struct call){it->name, i};
    }
    if (directory->call_count > 1)
        qsort(calls, directory->call_count, sizeof(*calls), by_call);
    directory->calls = calls;
}

static void
match_scores(struct achievements *found)
{
    for (size_t i = 0; i < found->scores.count; i++) {
        size_t place;

        if (achievements_find(found, found->scores.cadres[i].cadre, &place))
            found->cadres[place].score = &found->scores.cadres[i];
    }
}

bool
achievements_find(const struct achievements *achievements, struct text name,
                  size_t *place)
{
    const struct directory *directory =
        (const struct directory *)(const void *)achievements;

    return find(directory->calls, directory->call_count, name, place) ==
           MATCH_ONE;
}

struct achievements *
achievements_new(struct arena *arena, const struct year *year)
{
    struct directory *directory = ARENA_NEW(arena, struct directory);
    struct crediting crediting = {.year = year,
                                  .scratch = arena_new(),
                                  .found = &directory->achievements};

    list_cadres(arena, year, directory);
    crediting.calls = directory->calls;
    crediting.call_count = directory->call_count;
    for (size_t kind = 0; kind < DEED_KINDS; kind++)
        credit_ledger(&crediting, kind);
    count_sessions(&crediting);
    hand_out(&crediting, arena);
    directory->achievements.scores = scores_of(arena, year);
    match_scores(&directory->achievements);
    free(crediting.deeds);
    arena_free(crediting.scratch);
    return &directory->achievements;
}
