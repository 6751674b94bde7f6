/*
 * Fills the members of a row that are values of a list: see cell_fill.
 */
#ifndef LEDGER_CHOICES_H
#define LEDGER_CHOICES_H

#include "ledger/cells.h"

bool fill_category(const struct cell *cell, struct row *row, void *member);
bool fill_choice(const struct cell *cell, struct row *row, void *member);
bool fill_yes_no(const struct cell *cell, struct row *row, void *member);

#endif
