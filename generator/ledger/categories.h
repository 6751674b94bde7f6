/*
 * The fields of work that problems, suggestions and reports are sorted by:
 * their usual values.  An office adds more in codes/categories.csv.
 */
#ifndef LEDGER_CATEGORIES_H
#define LEDGER_CATEGORIES_H

#include "ledger/schema.h"

extern const struct choice_words field_words[];

#endif
