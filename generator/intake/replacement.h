/*
 * A wording that the office wants mended (codes/replacements.csv), looked for
 * in a text.
 */
#ifndef INTAKE_REPLACEMENT_H
#define INTAKE_REPLACEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct replacement_entry;

/* Where the wrong wording first stands at or behind *at, as a byte offset.
   Where it is only a part of the right one, it is not wrong.  False, *at
   untouched, if it stands nowhere. */
bool replacement_find(const struct replacement_entry *entry, struct text text,
                      size_t *at);

#endif
