/*
 * Cells of persons in which it is doubtful who is named: told once all units
 * and categories are known.
 */
#ifndef LOAD_PERSON_CELLS_H
#define LOAD_PERSON_CELLS_H

#include "base/diag.h"
#include "base/text.h"

struct book;
struct cell;
struct person_cells;

struct person_cells *person_cells_new(void);
void person_cells_free(struct person_cells *cells);

/* Keeps a cleaned cell, unless the same text was kept before. */
void person_cells_note(struct person_cells *cells, const struct cell *cell);

/* Warns of those that are doubtful, each where it was met first. */
void person_cells_check(struct person_cells *cells, struct book *book);

#endif
