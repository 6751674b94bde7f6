/*
 * A shelf: a book whose rows a test fills in directly, without any file.  For
 * what is computed from rows alone; texts of a row cannot be asked for.
 */
#ifndef TESTS_SUPPORT_SHELF_H
#define TESTS_SUPPORT_SHELF_H

#include "base/arena.h"
#include "ledger/book.h"
#include "ledger/campaign.h"
#include "ledger/problems.h"
#include "ledger/reports.h"
#include "ledger/suggestions.h"

enum { SHELF_ROWS = 1000 };

struct shelf {
    struct arena *arena;
    struct book book;
    struct codes codes;
};

/* The campaign year starts in January 2025. */
static inline struct shelf *
shelf_new(void)
{
    struct arena *arena = arena_new();
    struct shelf *shelf = ARENA_NEW(arena, struct shelf);

    shelf->arena = arena;
    shelf->book.arena = arena;
    shelf->book.codes = &shelf->codes;
    shelf->book.year_start = month_make(2025, 1);
    shelf->book.units = intern_new(arena);
    shelf->book.categories = intern_new(arena);
    for (int i = 0; i < LEDGER_COUNT; i++)
        shelf->book.ledgers[i].type = ledgers[i];
    return shelf;
}

static inline void
shelf_free(struct shelf *shelf)
{
    arena_free(shelf->arena);
}

/* The row is zeroed, accepted, and counts. */
static inline void *
shelf_row(struct shelf *shelf, enum ledger_id ledger)
{
    struct ledger *held = &shelf->book.ledgers[ledger];

    if (!held->rows)
        held->rows =
            arena_take(shelf->arena, SHELF_ROWS * held->type->row_size);
    held->is_present = true;
    held->accepted++;
    return held->rows + held->count++ * held->type->row_size;
}

/* day(20251031), day(20251000) without day, day(0) none. */
static inline struct date
day(int number)
{
    return (struct date){(uint16_t)(number / 10000),
                         (uint8_t)(number / 100 % 100),
                         (uint8_t)(number % 100)};
}

static inline struct problem *
shelf_problem(struct shelf *shelf, int raised, int closed,
              enum problem_status status)
{
    struct problem *row = shelf_row(shelf, LEDGER_problems);

    row->raised_on = day(raised);
    row->closed_on = day(closed);
    row->status.value = (uint8_t)status;
    return row;
}

static inline struct suggestion *
shelf_suggestion(struct shelf *shelf, int submitted, int adopted,
                 enum suggestion_status status)
{
    struct suggestion *row = shelf_row(shelf, LEDGER_suggestions);

    row->submitted_on = day(submitted);
    row->adopted_on = day(adopted);
    row->status.value = (uint8_t)status;
    return row;
}

static inline struct research_report *
shelf_report(struct shelf *shelf, int submitted, int converted,
             enum report_status status)
{
    struct research_report *row = shelf_row(shelf, LEDGER_reports);

    row->submitted_on = day(submitted);
    row->converted_on = day(converted);
    row->status.value = (uint8_t)status;
    return row;
}

#endif
