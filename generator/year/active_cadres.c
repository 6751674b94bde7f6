#include "year/active_cadres.h"

#include <stdlib.h>

#include "base/arena.h"
#include "year/event.h"

struct person {
    struct text name;
    uint32_t index;
};

struct cadre_names {
    struct person *persons; /* sorted by name, then index */
    size_t count;
};

static int
by_name(const void *a, const void *b)
{
    const struct person *x = a, *y = b;
    int order = text_compare(x->name, y->name);

    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static void
add_person(struct cadre_names *people, struct text name, uint32_t index)
{
    if (name.length > 0)
        people->persons[people->count++] = (struct person){name, index};
}

struct cadre_names *
cadre_names_new(struct arena *arena, const struct year *year)
{
    const struct book *book = year->book;
    struct cadre_names *people = ARENA_NEW(arena, struct cadre_names);
    const struct ledger *held = &book->ledgers[LEDGER_cadres];

    people->persons =
        arena_take(arena, (2 * held->count + 1) * sizeof(struct person));
    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);

        if (!event_is_taken(year, LEDGER_cadres, row) ||
            (row->flags & ROW_OUTSIDE))
            continue;
        add_person(people, row_text(book, LEDGER_cadres, row, "id", arena),
                   (uint32_t)i);
        add_person(people, row_text(book, LEDGER_cadres, row, "name", arena),
                   (uint32_t)i);
    }
    if (people->count > 1)
        qsort(people->persons, people->count, sizeof(struct person), by_name);
    return people;
}

size_t
cadre_names_find(const struct cadre_names *people, struct text name,
                 void (*found)(void *context, uint32_t index), void *context)
{
    size_t low = 0, high = people->count, count = 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (text_compare(people->persons[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < people->count && text_equal(people->persons[low].name, name);
         low++, count++)
        found(context, people->persons[low].index);
    return count;
}

struct activity {
    const struct year *year;
    uint8_t *chosen;
    bool is_known;  /* some record names somebody */
    size_t left;    /* cadres not yet found active */
    size_t holders; /* of the name asked for, on the roster at the cutoff */
    uint32_t index; /* of the last of them */
};

static bool
is_on_roster(const struct year *year, uint32_t index)
{
    const struct row *row =
        ledger_row(&year->book->ledgers[LEDGER_cadres], index);

    return event_of(year, LEDGER_cadres, row).marks != 0;
}

static void
note_holder(void *context, uint32_t index)
{
    struct activity *activity = context;

    if (!is_on_roster(activity->year, index) ||
        (activity->holders > 0 && activity->index == index))
        return;
    activity->holders++;
    activity->index = index;
}

/* A name that two on the roster bear makes neither active. */
static void
set_active(const struct cadre_names *people, struct text name,
           struct activity *activity)
{
    activity->holders = 0;
    cadre_names_find(people, name, note_holder, activity);
    if (activity->holders != 1 || activity->chosen[activity->index])
        return;
    activity->chosen[activity->index] = 1;
    activity->left--;
}

/* Stops as soon as everyone is found: texts are read from the files again,
   which costs more than all counting together. */
static void
choose_from(enum ledger_id ledger, const char *column,
            const struct cadre_names *people, struct activity *activity)
{
    const struct year *year = activity->year;
    const struct ledger *held = &year->book->ledgers[ledger];
    struct arena *arena = arena_new();

    for (size_t i = 0; i < held->count && activity->left > 0; i++) {
        const struct row *row = ledger_row(held, i);
        struct text cell, *names;
        size_t count;

        if (event_of(year, ledger, row).marks == 0)
            continue;
        arena_reset(arena);
        cell = row_text(year->book, (int)ledger, row, column, arena);
        count = list_split(arena, cell, &names);
        activity->is_known = activity->is_known || count > 0;
        for (size_t j = 0; j < count; j++)
            set_active(people, names[j], activity);
    }
    arena_free(arena);
}

void
choose_active_cadres(struct year *year)
{
    const struct ledger *held = &year->book->ledgers[LEDGER_cadres];
    struct activity activity = {.year = year};
    struct cadre_names *people;

    if (!held->is_present)
        return;
    activity.chosen = arena_take(year->arena, held->count + 1);
    for (size_t i = 0; i < held->count; i++)
        activity.left += is_on_roster(year, (uint32_t)i);
    people = cadre_names_new(year->arena, year);
    choose_from(LEDGER_problems, "owner", people, &activity);
    choose_from(LEDGER_suggestions, "proposer", people, &activity);
    choose_from(LEDGER_reports, "author", people, &activity);
    if (activity.is_known)
        year->chosen[LEDGER_cadres] = activity.chosen;
}
