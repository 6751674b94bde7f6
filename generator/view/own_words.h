/*
 * What a site says of itself, whoever is in the ledgers: wordings, labels,
 * definitions, titles of columns, messages.
 */
#ifndef VIEW_OWN_WORDS_H
#define VIEW_OWN_WORDS_H

#include <stddef.h>

#include "base/text.h"

struct arena;
struct report;

/* The secrets without names that such words hold too (文明, 高质, May): they
   are masked in every text of the ledgers, but finding them on a page proves
   nothing.  *count is how many there are, and how many are left. */
struct text *own_words_without(const struct report *report,
                               const struct text *secrets, size_t *count,
                               struct arena *arena);

#endif
