/*
 * Only rows that the reader marked as shared are read again.
 */
#include "year/joint_work.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "ledger/vocabulary.h"

struct gathering {
    const struct year *year;
    struct arena *scratch; /* as long as one row */
    enum ledger_id ledger;
    int lead, others; /* columns, or -1 */
    size_t place;
    struct partnership *items;
    size_t count, room;
};

/* A unit named twice in a row is one partner. */
static bool
is_named(const struct gathering *gathering, size_t first, uint32_t unit)
{
    for (size_t i = first; i < gathering->count; i++)
        if (gathering->items[i].unit == unit)
            return true;
    return false;
}

static void
add_units(struct gathering *gathering, const struct row *row, struct text list,
          size_t first)
{
    const struct ledger_type *type = ledgers[gathering->ledger];
    uint32_t lead = row_unit(&type->columns[gathering->lead], row)->code;
    uint32_t *codes;
    size_t count = vocabulary_unit_codes(gathering->year->book->words,
                                         gathering->scratch, list, &codes);

    for (size_t i = 0; i < count; i++) {
        if (codes[i] == 0 || codes[i] == lead ||
            is_named(gathering, first, codes[i]))
            continue;
        *ARRAY_ADD(NULL, gathering->items, gathering->count, gathering->room) =
            (struct partnership){codes[i], gathering->ledger, gathering->place,
                                 row};
    }
}

static void
gather_row(struct gathering *gathering, const struct row *row)
{
    const struct book *book = gathering->year->book;
    const struct ledger_type *type = ledgers[gathering->ledger];
    struct text *texts =
        arena_take(gathering->scratch, type->column_count * sizeof(*texts));
    size_t first = gathering->count;

    row_texts(book, (int)gathering->ledger, row, gathering->scratch, texts);
    add_units(gathering, row, texts[gathering->lead], first);
    if (gathering->others >= 0)
        add_units(gathering, row, texts[gathering->others], first);
    arena_reset(gathering->scratch);
}

/* The column of further units, or -1. */
static int
others_of(const struct ledger_type *type)
{
    for (size_t i = 0; i < type->column_count; i++)
        if (type->columns[i].kind == KIND_UNITS)
            return (int)i;
    return -1;
}

static void
gather_ledger(struct gathering *gathering, enum ledger_id ledger)
{
    const struct year *year = gathering->year;
    const struct ledger *held = &year->book->ledgers[ledger];

    gathering->ledger = ledger;
    gathering->lead = column_index(held->type, held->type->unit_key);
    gathering->others = others_of(held->type);
    for (size_t i = 0; gathering->lead >= 0 && i < year->order_count[ledger];
         i++) {
        const struct row *row = ledger_row(held, year->order[ledger][i]);

        gathering->place = i;
        if ((row->flags & ROW_SHARED) && year_marks(year, ledger, row) != 0)
            gather_row(gathering, row);
    }
}

static int
by_place(const void *a, const void *b)
{
    const struct partnership *x = a, *y = b;

    if (x->unit != y->unit)
        return x->unit < y->unit ? -1 : 1;
    if (x->ledger != y->ledger)
        return x->ledger < y->ledger ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

struct joint_work
joint_work_of(const struct year *year, struct arena *arena)
{
    struct gathering gathering = {.year = year, .scratch = arena_new()};
    struct joint_work partners;

    /* What never enters is no work: a cadre whom two units sent. */
    for (int i = 0; i < LEDGER_COUNT; i++)
        if (ledgers[i]->entered_key)
            gather_ledger(&gathering, (enum ledger_id)i);
    partners.count = gathering.count;
    partners.items =
        arena_take(arena, (gathering.count + 1) * sizeof(*partners.items));
    if (gathering.count > 0) {
        memcpy(partners.items, gathering.items,
               gathering.count * sizeof(*partners.items));
        qsort(partners.items, partners.count, sizeof(*partners.items),
              by_place);
    }
    free(gathering.items);
    arena_free(gathering.scratch);
    return partners;
}

const struct partnership *
joint_work_find(const struct joint_work *partners, uint32_t unit,
                enum ledger_id ledger, size_t *count)
{
    const struct partnership wanted = {unit, ledger, 0, NULL};
    size_t low = 0, high = partners ? partners->count : 0, end;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (by_place(&partners->items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; partners && end < partners->count &&
                    partners->items[end].unit == unit &&
                    partners->items[end].ledger == ledger;)
        end++;
    *count = end - low;
    return partners ? partners->items + low : NULL;
}
