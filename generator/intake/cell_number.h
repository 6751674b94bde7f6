/*
 * A number as a workbook stores it → the text of its cell.
 *
 * Dates become ISO dates whatever the cell displays.  Whole numbers are
 * written out, others with the fifteen digits an office program shows.
 */
#ifndef INTAKE_CELL_NUMBER_H
#define INTAKE_CELL_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "intake/number_format.h"

enum { CELL_NUMBER_ROOM = 512 };

enum number_fault {
    NUMBER_SOUND,
    NUMBER_NONE,       /* not a number */
    NUMBER_NO_DATE,    /* before or after the calendar of workbooks */
    NUMBER_TOO_PRECISE /* written, but its last digits may be lost */
};

/* Returns how many bytes were written, into
   CELL_NUMBER_ROOM; since_1904: of the workbook. */
size_t cell_number_write(struct text stored, struct number_format format,
                         bool since_1904, char *out, enum number_fault *fault);

#endif
