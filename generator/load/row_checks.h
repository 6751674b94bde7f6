/*
 * The rules that look at more than one cell of a row: status and closing day,
 * the order of dates, the wording.
 */
#ifndef LOAD_ROW_CHECKS_H
#define LOAD_ROW_CHECKS_H

#include <stdbool.h>

#include "ledger/schema.h"

struct arena;
struct book;
struct input_file;
struct record;

/* A row while it is being read. */
struct row_reading {
    struct book *book;
    const struct input_file *export;
    const struct ledger_type *type;
    const struct record *record;
    struct row *row;
    struct text *cells;      /* cleaned, by column */
    struct present *present; /* load/row_reader.h */
    size_t present_count;
    struct arena *scratch; /* until the next row */
    /* Columns, or -1. */
    int id, name, entered, begun, closed, unit, status;
};

void row_checks_begin(struct row_reading *at, struct book *book,
                      const struct input_file *export, struct arena *scratch);

void row_checks_set_unit(const struct row_reading *at, struct unit unit);

/* False, with a message, when the row must be set aside. */
bool row_checks_row(const struct row_reading *at);

/* Tells, of a row that counts as closed without a closing day, since when. */
void row_checks_report_assumed(struct book *book, int ledger,
                               const struct row *row, struct arena *scratch);

#endif
