/*
 * Rows of an export that are no records: blank ones, titles, sections, totals,
 * notes, examples, nil returns, rows only numbered, and headers repeated where
 * files were joined.
 *
 * Each is known by one cell and by what is not filled besides: a record which
 * merely is called 合计 is never lost, and a record without its title is a
 * faulty one.  A row that says on which day it entered is a record.
 */
#ifndef LOAD_ROW_KIND_H
#define LOAD_ROW_KIND_H

#include <stdbool.h>
#include <stdint.h>

#include "ledger/book.h"

struct arena;
struct record;

/* What stays the same from row to row: the fields, or 0, in which a number is
   filled in advance, the id and the day of entry stand. */
struct row_kinds {
    const struct input_file *export;
    const struct ledger_type *type;
    size_t number, id, day;
};

struct row_kinds row_kinds_of(const struct input_file *export,
                              struct arena *scratch);

/* Why the row is no record; SKIP_NOT when it is one. */
enum skip_reason row_kind(const struct row_kinds *kinds,
                          const struct record *record, struct arena *scratch);

/* The number of records a total row claims, or -1 if it claims none. */
int64_t row_kind_total(const struct row_kinds *kinds,
                       const struct record *record, struct arena *scratch);

/* Whether a total row counts its section only. */
bool row_kind_is_partial(const struct record *record, struct arena *scratch);

/* Lists a row as skipped. */
void row_kind_add(struct input_file *export, uint32_t line,
                  enum skip_reason reason);

#endif
