/*
 * Every personal value of a book, gathered once: what stands in a person
 * column, and what looks like a telephone, identity or card number in a
 * person column or a free text.
 */
#ifndef YEAR_SECRETS_H
#define YEAR_SECRETS_H

#include <stddef.h>

#include "base/text.h"

struct arena;
struct book;

/* Sorted by text_compare, each once; of two characters at least. */
struct secrets {
    struct text *names;
    size_t name_count;
    struct text *all; /* names and numbers */
    size_t count;
};

/* From the arena; the book is borrowed.  Units and the words of our own lists
   (区领导) are nobody's names. */
void secrets_gather(struct arena *arena, const struct book *book,
                    struct secrets *secrets);

#endif
