/*
 * Numbers that belong to persons, known by their form alone.
 */
#ifndef BASE_PII_H
#define BASE_PII_H

#include <stdbool.h>

#include "base/text.h"

/* Bytes of the longest, and of what must not stand beside it; and of what
   behind it may make it an amount. */
enum { PII_LONGEST = 21, PII_MEASURE = 16 };

/* Finds the first mobile phone number, ID number with a right check digit, or
   bank card number with a right Luhn digit that stands by itself (no letter
   or digit beside it, so that digests and record ids are left alone) and is no
   amount. */
bool pii_find(struct text bytes, struct text *number, const char **kind);

/* Whether these digits are an identity number of GB 11643 (the last may be X),
   with a date that can be and the right check digit; a bank card number of 16
   to 19 digits by its Luhn digit, beginning with 3 to 6: numbers of records,
   which begin with a year, are none. */
bool pii_is_id(struct text digits);
bool pii_is_card(struct text digits);

/* Whether what stands behind digits makes them an amount: 元, 万吨, 亩. */
bool pii_makes_amount(struct text behind);

/* The dot inside a name, of which there are several. */
bool pii_is_dot(int32_t code_point);

/* Whether it may stand between the letters of a name and parts nothing: blanks,
   dots, marks of emphasis, what nobody sees. */
bool pii_is_filler(int32_t code_point);

/* Whether two neighbouring bytes make one word or one number: "Li" does not
   stand in "List", nor 干部07 in 干部071. */
bool pii_runs_on(char a, char b);

#endif
