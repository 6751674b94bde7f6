/*
 * The roster as a directory: whom an id or a name means.
 */
#ifndef LOAD_ROSTER_H
#define LOAD_ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct book;
struct roster;

/* Of the accepted rows of the cadres; roster_free frees it. */
struct roster *roster_new(struct book *book);
void roster_free(struct roster *roster);

/* How many cadres have this id or name, and one of them as a number from 1. */
size_t roster_find(const struct roster *roster, struct arena *scratch,
                   struct text name, uint32_t *cadre);

/* Whether two cells name the same persons, in whatever order: by their number
   where they are on the roster, else by name. */
bool roster_are_same(const struct roster *roster, struct arena *scratch,
                     struct text a, struct text b);

/* The same for cells of which roster_are_same, 0 for one without names. */
uint64_t roster_hash(const struct roster *roster, struct arena *scratch,
                     struct text names);

#endif
