/*
 * Where the records of a number stand: a page, or a place of it, that shows
 * exactly so many.
 */
#ifndef VIEW_PLACES_H
#define VIEW_PLACES_H

#include <stdint.h>

#include "base/text.h"
#include "year/year.h"

struct arena;
struct report;
struct view;

/* Whose records: a unit's (units.h), a field's or a cadre's. */
enum scope_kind { SCOPE_UNIT, SCOPE_FIELD, SCOPE_CADRE };

/* One unit or category, by its code; one cadre, by the place on the roster. */
struct scope_key {
    enum scope_kind kind;
    uint32_t code;
};

/* Whom the row of a table by unit, or by category, counts for. */
struct scope_key scope_of(enum table_id table, const struct table_row *row);

/* Of one ledger on the page of a unit or a field, more than so many records
   are not listed there. */
enum { PLACE_ROWS_MOST = 300 };

/* The whole list of a figure that is a count. */
struct text place_of_figure(const struct report *report, enum figure_id figure);

/* The same for a number found otherwise: "?" unless the list has so many. */
struct text place_of_count(const struct report *report, enum figure_id figure,
                           int64_t count);

/* "unit-3#open", the place without extension; empty when the number is 0, "?"
   when the edition does not show the records or no one place holds them all. */
struct text place_of_month(const struct report *report, enum figure_id figure,
                           size_t month, int64_t count, struct arena *arena);
struct text place_of_scope(const struct report *report, struct scope_key scope,
                           enum figure_id figure, int64_t count,
                           struct arena *arena);

/* Of that place the count of one month: "unit-3#solved-m-2025-03".  On pages of
   units alone (scope_file.h: MONTH). */
struct text place_in_month(const struct report *report, struct text place,
                           size_t month, int64_t count, struct arena *arena);

/* The same for all matters of a unit or field in a ledger. */
struct text place_of_matters(const struct report *report,
                             struct scope_key scope, enum ledger_id ledger,
                             int64_t count, struct arena *arena);

/* For a column of a table by unit, field or month: of the row with that key. */
struct text place_of_cell(const struct report *report, enum table_id table,
                          size_t column, const struct table_row *row,
                          struct arena *arena);

/* A list LINK {FILE MARKDOWN_FILE}, empty for no place; IS_LOOSE for "?", which
   a cell of a table of counts tells by data-nolist. */
void link_place(struct view *view, struct text place);

/* What its records are called on the page of a unit: "open", "overdue"; with
   the ledger's name where several ledgers have such. */
struct text scope_anchor(enum figure_id figure);

#endif
