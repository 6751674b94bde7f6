/*
 * Which hashes may come more than once: a set of bits small enough to stay
 * near, so that the many that come once cost next to nothing.
 *
 * repeats_has errs only towards yes.
 */
#ifndef LOAD_SEEN_TWICE_H
#define LOAD_SEEN_TWICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct repeats {
    uint64_t *met;
    uint64_t mask;
    size_t most; /* at most so many were added that repeats_has */
};

struct repeats repeats_new(size_t count);
void repeats_free(struct repeats *repeats);
void repeats_add(struct repeats *repeats, uint64_t hash);
bool repeats_has(const struct repeats *repeats, uint64_t hash);

#endif
