/*
 * Cells with numbers and amounts of money.  What is summed (times, 万元) is
 * refused beyond 1,000,000,000: such a cell is a slip of the pen.
 */
#ifndef LEDGER_MONEY_H
#define LEDGER_MONEY_H

#include "ledger/cells.h"

/* The unit that a number in the cell's column is written in, else the one of
   its title; empty when neither names one. */
struct text money_unit(const struct cell *cell, struct text number);

/* Fill the member, a struct number or a struct money.  False, with a message,
   when it is not one. */
bool fill_number(const struct cell *cell, struct row *row, void *member);
bool fill_money(const struct cell *cell, struct row *row, void *member);

#endif
