/*
 * What belongs to somebody and is no number, known by its form alone: 鄂S12345,
 * zhang.san@example.org.
 */
#ifndef YEAR_PII_FORMS_H
#define YEAR_PII_FORMS_H

#include <stddef.h>

#include "base/text.h"

/* The plate or e-mail address whose first letter, or whose @, stands at the
   offset, of which nothing may lie before from: its length, and where it
   begins.  0 if it is none. */
size_t pii_plate_around(struct text text, size_t from, size_t at,
                        size_t *start);
size_t pii_mail_around(struct text text, size_t from, size_t at, size_t *start);

/* Write what stands for one, never longer than it; its length.  鄂S**** */
size_t pii_plate_mask(struct text plate, char *bytes);
size_t pii_mail_mask(char *bytes);

#endif
