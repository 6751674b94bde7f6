/*
 * Cells like ="0005", by which programs keep a spreadsheet from turning an id
 * into a number.
 *
 * They are not CSV: the quote stands inside a cell that does not begin with
 * one.  They are so common that they are quoted here as CSV wants it,
 * "=""0005""", before the line goes to the parser, and nothing else is.
 */
#ifndef INTAKE_FORMULA_H
#define INTAKE_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* Where a line stands in its record. */
struct formula_line {
    struct text text; /* with its line end */
    char delimiter;
    bool is_first;  /* a cell begins at its start */
    bool is_quoted; /* a quoted cell goes on at its start */
};

/* Whether the line may hold such a cell at all. */
bool formula_is_possible(struct text line);

/* Writes the line to bytes, which has room for four times its length; how
   much was written. */
size_t formula_quote(const struct formula_line *line, char *bytes);

#endif
