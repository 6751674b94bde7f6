#include "load/roster.h"

#include <stdlib.h>

#include "base/arena.h"
#include "ledger/book.h"
#include "ledger/cells.h"

#define uthash_fatal(message) arena_must(NULL)
#include <uthash.h>

/* A name or an id. */
struct known_person {
    size_t cadres;  /* how many have this name; 1 for an id */
    uint32_t cadre; /* the last of them */
    UT_hash_handle hh;
};

struct roster {
    struct arena *arena;
    struct known_person *by_id, *by_name;
};

static void
learn(struct roster *roster, struct known_person **table, struct text text,
      uint32_t cadre)
{
    struct text key = text_copy(roster->arena, folded(roster->arena, text));
    struct known_person *person = NULL;

    if (key.length == 0)
        return;
    HASH_FIND(hh, *table, key.bytes, key.length, person);
    if (person == NULL) {
        person = ARENA_NEW(roster->arena, struct known_person);
        HASH_ADD_KEYPTR(hh, *table, key.bytes, key.length, person);
    }
    person->cadres++;
    person->cadre = cadre;
}

struct roster *
roster_new(struct book *book)
{
    const struct ledger *cadres = &book->ledgers[LEDGER_cadres];
    struct arena *arena = arena_new();
    struct roster *roster = ARENA_NEW(arena, struct roster);

    roster->arena = arena;
    for (size_t i = 0; i < cadres->count; i++) {
        const struct row *row = ledger_row(cadres, i);

        if (row->state != ROW_ACCEPTED)
            continue;
        learn(roster, &roster->by_id,
              row_text(book, LEDGER_cadres, row, "id", arena), (uint32_t)i + 1);
        learn(roster, &roster->by_name,
              row_text(book, LEDGER_cadres, row, "name", arena),
              (uint32_t)i + 1);
    }
    return roster;
}

void
roster_free(struct roster *roster)
{
    HASH_CLEAR(hh, roster->by_id);
    HASH_CLEAR(hh, roster->by_name);
    arena_free(roster->arena);
}

static size_t
look_up(const struct known_person *table, struct text key, uint32_t *cadre)
{
    const struct known_person *person = NULL;

    if (key.length > 0)
        HASH_FIND(hh, table, key.bytes, key.length, person);
    if (person == NULL)
        return 0;
    *cadre = person->cadre;
    return person->cadres;
}

size_t
roster_find(const struct roster *roster, struct arena *scratch,
            struct text name, uint32_t *cadre)
{
    struct text key = folded(scratch, name);

    if (look_up(roster->by_id, key, cadre) > 0)
        return 1;
    return look_up(roster->by_name, key, cadre);
}

/* The cadre when it is one alone, or 0. */
static uint32_t
cadre_of(const struct roster *roster, struct arena *scratch, struct text name)
{
    uint32_t cadre = 0;

    return roster_find(roster, scratch, name, &cadre) == 1 ? cadre : 0;
}

static bool
is_among(const struct roster *roster, struct arena *scratch, struct text name,
         const struct text *names, size_t count)
{
    uint32_t cadre = cadre_of(roster, scratch, name);

    for (size_t i = 0; i < count; i++) {
        uint32_t other = cadre_of(roster, scratch, names[i]);

        if (cadre == other &&
            (cadre != 0 ||
             text_equal(folded(scratch, name), folded(scratch, names[i]))))
            return true;
    }
    return false;
}

bool
roster_are_same(const struct roster *roster, struct arena *scratch,
                struct text a, struct text b)
{
    struct text *of_a, *of_b;
    size_t count = list_split(scratch, a, &of_a);

    if (list_split(scratch, b, &of_b) != count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!is_among(roster, scratch, of_a[i], of_b, count) ||
            !is_among(roster, scratch, of_b[i], of_a, count))
            return false;
    return true;
}

uint64_t
roster_hash(const struct roster *roster, struct arena *scratch,
            struct text names)
{
    struct text *items;
    size_t count = list_split(scratch, names, &items);
    uint64_t sum = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t cadre = cadre_of(roster, scratch, items[i]);

        sum += cadre != 0
                   ? text_hash(
                         (struct text){(const char *)&cadre, sizeof(cadre)}, 1)
                   : text_hash(folded(scratch, items[i]), 0);
    }
    return sum;
}
