/*
 * Every personal value of a book, gathered once: the names of all its exports
 * (ledger/names_mentioned.h), what looks like a telephone, identity or card
 * number in their free texts, and whatever has the form of one anywhere in
 * them.
 */
#ifndef YEAR_PII_VALUES_H
#define YEAR_PII_VALUES_H

#include <stddef.h>

#include "base/text.h"

struct arena;
struct book;

/* Sorted by text_compare, each once; of two characters at least. */
struct pii_values {
    struct text *names;
    size_t name_count;
    struct text *all; /* names and numbers */
    size_t count;
    /* What looks like a number of somebody's, and is an amount in a row and
       nothing else: 13812345678 yuan. */
    struct text *amounts;
    size_t amount_count;
};

/* From the arena; the book is borrowed.  Nobody's names are units, the words of
   our own lists (区领导), ids of the roster and what has no letter. */
void pii_values_gather(struct arena *arena, const struct book *book,
                       struct pii_values *secrets);

#endif
