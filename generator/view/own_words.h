/*
 * What a site says of itself, whoever is in the ledgers: wordings, labels,
 * definitions, titles of columns, messages, and the words of its markup.
 */
#ifndef VIEW_OWN_WORDS_H
#define VIEW_OWN_WORDS_H

#include <stddef.h>

#include "base/text.h"

struct arena;
struct report;

/* The Latin words of templates and of what is written without one; NULL ends
   them.  Made by own_words.sh. */
extern const char *const own_markup[];

/* All of it in the report's language, one line for each.  A name that stands
   in it too (文明, 高质, May) is masked in every text of the ledgers, but
   finding it on a page proves nothing. */
struct text own_words(const struct report *report, struct arena *arena);

#endif
