/*
 * Tables of counts.  A table's columns are figures: "raised" of
 * problems.by_unit counts the rows of problems.raised, group by group; so a
 * column always adds up to its figure.  In tables by month a record's entry
 * counts in the month it entered, its closing in the month it was closed.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "ledger/categories.h"
#include "year/span.h"
#include "year/tally.h"

enum grouping { BY_UNIT, BY_CATEGORY, BY_MONTH, BY_AGE };

enum { AGES = 5 };

static const char *const age_keys[AGES] = {"0-7", "8-30", "31-60", "61-90",
                                           "91+"};

struct tally {
    enum grouping grouping;
    size_t columns;
    enum figure_id figures[TABLE_COLUMNS_MOST];
    int64_t *cells; /* groups × columns */
    size_t groups;
};

struct tables_tally {
    struct year *year;
    struct tally tallies[TABLE_COUNT];
};

static enum grouping
grouping_of(const char *id)
{
    struct text text = text_of(id);

    return text_ends(text, ".by_unit")       ? BY_UNIT
           : text_ends(text, ".by_category") ? BY_CATEGORY
           : text_ends(text, ".by_month")    ? BY_MONTH
                                             : BY_AGE;
}

static size_t
groups_of(const struct year *year, enum grouping grouping)
{
    switch (grouping) {
    case BY_UNIT:
        return intern_count(year->book->units) + 1;
    case BY_CATEGORY:
        return intern_count(year->book->categories) + 1;
    case BY_MONTH:
        return (size_t)(year->month.number - year->start.number) + 1;
    case BY_AGE:
        break;
    }
    return AGES;
}

/* A record raised on a month without day is as old as the month's last day
   makes it: never older than it is. */
size_t
year_age_class(const struct year *year, struct date entered)
{
    int32_t age = date_days(year->cutoff) - date_days(date_latest(entered));

    return age <= 7 ? 0 : age <= 30 ? 1 : age <= 60 ? 2 : age <= 90 ? 3 : 4;
}

static size_t
group_of(const struct year *year, enum grouping grouping, bool is_entry,
         const struct event *event)
{
    bool is_closing = !is_entry && date_is_given(event->closed);

    switch (grouping) {
    case BY_UNIT:
        return event->unit;
    case BY_CATEGORY:
        return event->category;
    case BY_MONTH:
        return (size_t)year_month_index(year, is_closing ? event->closed
                                                         : event->entered);
    case BY_AGE:
        break;
    }
    return year_age_class(year, event->entered);
}

struct rank {
    int64_t rank;
    size_t group;
};

static int
by_rank(const void *a, const void *b)
{
    const struct rank *x = a, *y = b;

    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return (x->group > y->group) - (x->group < y->group);
}

/* Units in protocol order, those without a place in the file's order behind
   them, then all others as they first appeared; none given comes last. */
static void
rank_units(const struct year *year, struct rank *ranks, size_t count)
{
    const struct codes *codes = year->book->codes;

    for (size_t i = 0; codes && i < codes->unit_count; i++) {
        const struct unit_entry *unit = &codes->units[i];
        size_t group = intern_code(year->book->units, unit->name);

        if (group < count)
            ranks[group].rank =
                unit->order > 0 ? unit->order : (int64_t)INT_MAX + 1 + (int)i;
    }
}

/* Fields in the usual order, then as in codes/categories.csv. */
static void
rank_categories(const struct year *year, struct rank *ranks, size_t count)
{
    const struct codes *codes = year->book->codes;
    int64_t rank = 0;

    for (const struct choice_words *it = field_words; it->words; it++) {
        size_t group = intern_code(year->book->categories,
                                   choice_word(field_words, it->value, ZH));

        if (group < count)
            ranks[group].rank = rank++;
    }
    for (size_t i = 0; codes && i < codes->category_count; i++) {
        size_t group =
            intern_code(year->book->categories, codes->categories[i].name);

        if (group < count && ranks[group].rank == INT64_MAX - 1)
            ranks[group].rank = rank++;
    }
}

static struct rank *
ranks_of(const struct year *year, const struct tally *tally)
{
    struct rank *ranks =
        arena_take(year->arena, tally->groups * sizeof(*ranks));
    bool is_named =
        tally->grouping == BY_UNIT || tally->grouping == BY_CATEGORY;

    for (size_t i = 0; i < tally->groups; i++)
        ranks[i] = (struct rank){is_named ? INT64_MAX - 1 : 0, i};
    if (tally->grouping == BY_UNIT)
        rank_units(year, ranks, tally->groups);
    if (tally->grouping == BY_CATEGORY)
        rank_categories(year, ranks, tally->groups);
    if (is_named)
        ranks[0].rank = INT64_MAX;
    qsort(ranks, tally->groups, sizeof(*ranks), by_rank);
    return ranks;
}

static struct text
key_of(const struct year *year, enum grouping grouping, size_t group)
{
    struct month month = {year->start.number + (int)group};

    switch (grouping) {
    case BY_UNIT:
        return group ? intern_text(year->book->units, (uint32_t)group)
                     : TEXT("");
    case BY_CATEGORY:
        return group ? intern_text(year->book->categories, (uint32_t)group)
                     : TEXT("");
    case BY_MONTH:
        return month_text(year->arena, month);
    case BY_AGE:
        break;
    }
    return text_of(age_keys[group]);
}

static bool
is_empty(const struct tally *tally, size_t group)
{
    for (size_t i = 0; i < tally->columns; i++)
        if (tally->cells[group * tally->columns + i] != 0)
            return false;
    return true;
}

/* A field nobody filled in parts nothing. */
static bool
is_unfilled(const struct table *table)
{
    return table->count == 1 && table->rows[0].key.length == 0;
}

static void
finish_table(struct year *year, const struct tally *tally, struct table *table)
{
    struct rank *ranks = ranks_of(year, tally);
    bool is_named =
        tally->grouping == BY_UNIT || tally->grouping == BY_CATEGORY;

    table->rows =
        arena_take(year->arena, (tally->groups + 1) * sizeof(*table->rows));
    for (size_t i = 0; i < tally->groups; i++) {
        size_t group = ranks[i].group;
        struct table_row *row = &table->rows[table->count];

        if (is_named && is_empty(tally, group))
            continue;
        row->key = key_of(year, tally->grouping, group);
        row->code = is_named ? (uint32_t)group : 0;
        memcpy(row->values, tally->cells + group * tally->columns,
               tally->columns * sizeof(*row->values));
        table->count++;
    }
    if (tally->grouping == BY_CATEGORY && is_unfilled(table))
        table->count = 0;
}

struct tables_tally *
tables_new(struct year *year)
{
    struct tables_tally *tally = ARENA_NEW(year->arena, struct tables_tally);

    tally->year = year;
    for (int i = 0; i < TABLE_COUNT; i++) {
        struct tally *it = &tally->tallies[i];

        if (!year->book->ledgers[tables[i].ledger].is_present)
            continue;
        it->grouping = grouping_of(tables[i].id);
        it->groups = groups_of(year, it->grouping);
        for (; tables[i].columns[it->columns]; it->columns++)
            it->figures[it->columns] =
                column_figure((enum table_id)i, tables[i].columns[it->columns]);
        it->cells = arena_take(year->arena,
                               it->groups * it->columns * sizeof(*it->cells));
    }
    return tally;
}

void
tables_add(struct tables_tally *tally, enum ledger_id ledger,
           const struct event *event)
{
    for (int i = 0; i < TABLE_COUNT; i++) {
        struct tally *it = &tally->tallies[i];

        if (tables[i].ledger != ledger)
            continue;
        for (size_t j = 0; j < it->columns; j++) {
            size_t group;

            if (!(event->marks & MARK_OF(it->figures[j])))
                continue;
            group = group_of(tally->year, it->grouping, j == 0, event);
            if (group < it->groups)
                it->cells[group * it->columns + j] += event->amount;
        }
    }
}

void
tables_finish(struct tables_tally *tally)
{
    for (int i = 0; i < TABLE_COUNT; i++)
        if (tally->tallies[i].cells)
            finish_table(tally->year, &tally->tallies[i],
                         &tally->year->tables[i]);
}
