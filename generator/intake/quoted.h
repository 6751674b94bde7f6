/*
 * Cells as CSV writes them.
 */
#ifndef INTAKE_QUOTED_H
#define INTAKE_QUOTED_H

#include "base/text.h"

struct pile;

/* Puts the cell, in quotes where it needs them. */
void quoted_put_cell(struct pile *text, struct text cell);

#endif
