/*
 * Every personal value of a book, gathered once, each with the place where it
 * was met first: the names in cells of persons (ledger/person_names.h), what
 * personal columns hold, numbers that look like a telephone, identity or card
 * number in free texts, and whatever has the form of one anywhere.
 */
#ifndef YEAR_PII_VALUES_H
#define YEAR_PII_VALUES_H

#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"

struct arena;
struct book;
struct person_words;

/* As compared (year/pii_letters.h). */
struct pii_value {
    struct text letters;
    bool is_name; /* else an address, an account: nothing of it is shown */
};

/* All sorted by text_compare, each once. */
struct pii_values {
    struct pii_value *values;
    size_t value_count;
    struct text *numbers; /* of personal columns: digits, and X */
    size_t number_count;
    struct text *identities; /* those of them that no edition shows */
    size_t identity_count;
    struct text *all; /* as they may stand in bytes, in their spellings */
    struct place *places;
    size_t count;
    /* What looks like a number of somebody's, and is an amount in a row and
       nothing else: 13812345678 yuan. */
    struct text *amounts;
    size_t amount_count;
};

/* From the arena; the book is borrowed. */
void pii_values_gather(struct arena *arena, const struct book *book,
                       const struct person_words *words,
                       struct pii_values *values);

/* Whether a sorted list of texts has it. */
bool pii_values_has(const struct text *sorted, size_t count, struct text text);

#endif
