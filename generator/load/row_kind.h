/*
 * Rows of an export that are not records: blank ones, titles, totals, notes
 * and headers repeated where files were joined.
 *
 * A total or a note is known by its first cell that is not blank: exactly the
 * word (合计, 备注 …), or the word, a colon and more.  All its other required
 * cells must be blank too, those that name the record and its status apart (a
 * total may count in any of these, and in cells holding nothing but a count,
 * which in a column of days is no day),
 * so that a record which merely is called 合计 is never lost.
 */
#ifndef LOAD_ROW_KIND_H
#define LOAD_ROW_KIND_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct book;
struct input_file;
struct record;

/* Why the row is no record ("total-row"), or NULL when it is one. */
const char *row_kind_reason(const struct input_file *export,
                            const struct record *record, struct arena *scratch);

/* The number of records a total row claims, or -1 if it claims none. */
int64_t row_kind_total(const struct input_file *export,
                       const struct record *record, struct arena *scratch);

/* Whether a total row counts only since the last such row. */
bool row_kind_is_partial(const struct record *record, struct arena *scratch);

/* Lists a row as skipped. */
void row_kind_add(struct input_file *export, uint32_t line, const char *reason);

#endif
