/*
 * The number formats of a workbook's cells, by the style they name.
 */
#ifndef INTAKE_WORKBOOK_STYLES_H
#define INTAKE_WORKBOOK_STYLES_H

#include <stdbool.h>

struct workbook;

/* Reads the part of styles.  False, with a message. */
bool workbook_styles_read(struct workbook *book, const char *part);

#endif
