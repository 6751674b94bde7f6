#include "view/units.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/wording.h"
#include "view/report.h"
#include "year/joint_work.h"
#include "year/redact.h"
#include "year/year.h"

size_t
units_table(const struct report *report, size_t from)
{
    while (from < TABLE_COUNT &&
           (!text_ends(text_of(tables[from].id), ".by_unit") ||
            !report->book->ledgers[tables[from].ledger].is_present ||
            !redact_shows_ledger(report->privacy, (int)tables[from].ledger)))
        from++;
    return from;
}

struct unit_roll {
    struct arena *arena;
    struct unit_shown *units;
    size_t count;
    size_t *places; /* by code: place among the units, from 1; 0: none */
    const struct table_row **rows[TABLE_COUNT]; /* by code */
};

const struct table_row *
units_row(const struct report *report, size_t table, uint32_t code)
{
    const struct table *found = &report->year->tables[table];

    if (report->kept.units)
        return report->kept.units->rows[table][code];
    for (size_t i = 0; i < found->count; i++)
        if (found->rows[i].code == code)
            return &found->rows[i];
    return NULL;
}

/* A unit while its place among the others is sought. */
struct ranked {
    struct unit_shown unit;
    int64_t rank;
};

enum { UNLISTED = INT32_MAX };

/* By the list of units; units not on it by first appearance, behind. */
int64_t
unit_rank(const struct report *report, const struct unit_shown *unit)
{
    const struct codes *codes = report->book->codes;

    if (unit->code == 0)
        return INT64_MAX;
    for (size_t i = 0; i < codes->unit_count; i++)
        if (text_equal(codes->units[i].name, unit->name))
            return codes->units[i].order;
    return (int64_t)UNLISTED + unit->code;
}

static int
by_rank(const void *a, const void *b)
{
    const struct ranked *left = a;
    const struct ranked *right = b;

    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    return left->unit.code < right->unit.code ? -1 : 1;
}

static void
gather(const struct report *report, size_t table, bool *is_seen,
       struct ranked *ranked, size_t *count)
{
    const struct table *found = &report->year->tables[table];

    for (size_t i = 0; i < found->count; i++) {
        const struct table_row *row = &found->rows[i];
        struct ranked *next = &ranked[*count];

        if (is_seen[row->code])
            continue;
        is_seen[row->code] = true;
        next->unit.code = row->code;
        next->unit.name =
            row->code ? row->key : say(report->language, WORDING_NO_UNIT);
        next->rank = unit_rank(report, &next->unit);
        ++*count;
    }
}

/* Whom a record names without being led by them. */
static void
gather_partners(const struct report *report, bool *is_seen,
                struct ranked *ranked, size_t *count)
{
    const struct joint_work *partners = report->partners;

    for (size_t i = 0; partners && i < partners->count; i++) {
        const struct partnership *it = &partners->items[i];
        struct ranked *next = &ranked[*count];

        if (is_seen[it->unit] ||
            !redact_shows_ledger(report->privacy, (int)it->ledger))
            continue;
        is_seen[it->unit] = true;
        next->unit.code = it->unit;
        next->unit.name = intern_text(report->book->units, it->unit);
        next->rank = unit_rank(report, &next->unit);
        ++*count;
    }
}

struct text
unit_said(const struct report *report, struct text name)
{
    const struct codes *codes = report->book->codes;

    for (size_t i = 0; report->language == EN && i < codes->unit_count; i++)
        if (text_equal(codes->units[i].name, name) &&
            codes->units[i].english.length > 0)
            return codes->units[i].english;
    return name;
}

static struct unit_shown *
find_units(const struct report *report, struct arena *arena, size_t *count)
{
    size_t most = intern_count(report->book->units) + 1;
    bool *is_seen = arena_take(arena, most + 1);
    struct ranked *ranked = arena_take(arena, most * sizeof(*ranked));
    struct unit_shown *units = arena_take(arena, most * sizeof(*units));

    *count = 0;
    for (size_t table = units_table(report, 0); table < TABLE_COUNT;
         table = units_table(report, table + 1))
        gather(report, table, is_seen, ranked, count);
    gather_partners(report, is_seen, ranked, count);
    qsort(ranked, *count, sizeof(*ranked), by_rank);
    for (size_t i = 0; i < *count; i++) {
        units[i] = ranked[i].unit;
        units[i].name = unit_said(report, units[i].name);
    }
    return units;
}

const struct unit_shown *
units_shown(const struct report *report, struct arena *arena, size_t *count)
{
    if (report->kept.units == NULL)
        return find_units(report, arena, count);
    *count = report->kept.units->count;
    return report->kept.units->units;
}

size_t
units_count(const struct report *report)
{
    struct arena *arena = arena_new();
    size_t count;

    units_shown(report, arena, &count);
    arena_free(arena);
    return count;
}

struct unit_roll *
unit_roll_new(const struct report *report)
{
    size_t codes = intern_count(report->book->units) + 1;
    struct arena *arena = arena_new();
    struct unit_roll *roll = ARENA_NEW(arena, struct unit_roll);

    roll->arena = arena;
    roll->units = find_units(report, arena, &roll->count);
    roll->places = arena_take(arena, codes * sizeof(*roll->places));
    for (size_t i = 0; i < roll->count; i++)
        roll->places[roll->units[i].code] = i + 1;
    for (size_t table = units_table(report, 0); table < TABLE_COUNT;
         table = units_table(report, table + 1)) {
        const struct table *found = &report->year->tables[table];

        roll->rows[table] = arena_take(arena, codes * sizeof(void *));
        for (size_t i = 0; i < found->count; i++)
            roll->rows[table][found->rows[i].code] = &found->rows[i];
    }
    return roll;
}

void
unit_roll_free(struct unit_roll *roll)
{
    if (roll)
        arena_free(roll->arena);
}

struct text
unit_file(const struct report *report, uint32_t code, struct arena *arena)
{
    size_t count;
    const struct unit_shown *units;

    if (report->kept.units)
        return report->kept.units->places[code] == 0
                   ? text_of("")
                   : text_format(arena, "unit-%zu",
                                 report->kept.units->places[code]);
    units = find_units(report, arena, &count);
    for (size_t i = 0; i < count; i++)
        if (units[i].code == code)
            return text_format(arena, "unit-%zu", i + 1);
    return text_of("");
}

struct text
units_column(const struct report *report, const char *column,
             struct arena *arena)
{
    struct text name = text_format(arena, "COLUMN_%s", column);
    char *letters = (char *)name.bytes;
    struct text said;

    for (size_t i = 0; i < name.length; i++)
        letters[i] = (char)toupper((unsigned char)letters[i]);
    return say_named(report->language, name, &said) ? said : text_of(column);
}
