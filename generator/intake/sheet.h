/*
 * One sheet of a workbook → the text that the CSV saved from it would have.
 *
 * Every record stands where its row does: the third record is row 3, because
 * rows without content are blank lines.  So a record's number names the cell.
 * Cells are as they are stored, not as they are displayed: dates are ISO
 * dates, formulas their last result.
 */
#ifndef INTAKE_SHEET_H
#define INTAKE_SHEET_H

#include <stdbool.h>

struct source;
struct workbook;

/* Fills the sheet, whose path is set, from the part; its bytes stay NULL if
   no cell is filled.  False, with a message. */
bool sheet_read(struct workbook *book, const char *part, struct source *sheet);

/* Fills every row up to the width of the widest, as in a CSV saved from it,
   unless that comes to many times what there is. */
void sheet_make_even(struct source *sheet);

#endif
