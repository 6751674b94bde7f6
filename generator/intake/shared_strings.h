/*
 * The texts of a workbook that its cells name by number.
 */
#ifndef INTAKE_SHARED_STRINGS_H
#define INTAKE_SHARED_STRINGS_H

#include <stdbool.h>

#include "base/text.h"

struct workbook;

/* Reads the part, runs of rich text joined and phonetic readings left out.
   False, with a message. */
bool shared_strings_read(struct workbook *book, const char *part);
void shared_strings_free(struct workbook *book);

/* As a cell of CSV; false if there is no such number. */
bool shared_string(const struct workbook *book, struct text number,
                   struct text *cell);

#endif
