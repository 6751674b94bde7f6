/*
 * Which hashes may come more than once: a set of bits small enough to stay
 * near, so that the many that come once cost next to nothing.
 *
 * seen_twice_has errs only towards yes.
 */
#ifndef LOAD_SEEN_TWICE_H
#define LOAD_SEEN_TWICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct seen_twice {
    uint64_t *met;
    size_t mask;
    size_t most; /* at most so many were added that seen_twice_has */
};

struct seen_twice seen_twice_new(size_t count);
void seen_twice_free(struct seen_twice *repeats);
void seen_twice_add(struct seen_twice *repeats, uint64_t hash);
bool seen_twice_has(const struct seen_twice *repeats, uint64_t hash);

#endif
