/*
 * Rows of a ledger found by hash: a table of places, each holding a row's
 * index plus 1.  What the hash is made of, and whether a row found is the one
 * meant, is the caller's business.
 */
#ifndef LOAD_ROW_SLOTS_H
#define LOAD_ROW_SLOTS_H

#include <stddef.h>
#include <stdint.h>

struct row_slots {
    uint32_t *rows;
    size_t mask;
};

/* For so many entries at most. */
struct row_slots row_slots_new(size_t most);
void row_slots_free(struct row_slots *slots);

/* The place so many steps behind the hash's first; an empty one ends what
   there is of this hash, and is where the next entry belongs. */
uint32_t *row_slots_at(const struct row_slots *slots, uint64_t hash,
                       size_t step);

#endif
