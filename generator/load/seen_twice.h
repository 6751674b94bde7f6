/*
 * Which hashes come more than once.
 *
 * All that come leave four bits in a field small enough to stay near; only
 * those that find all of theirs set are kept, so that the many that come once
 * cost next to nothing.  seen_twice_has errs only towards yes.
 */
#ifndef LOAD_SEEN_TWICE_H
#define LOAD_SEEN_TWICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct seen_twice {
    uint64_t *met;
    size_t mask;
    uint64_t *again; /* hashes, 0 where there is none: at most half of them */
    size_t again_mask, again_count;
    size_t most; /* at most so many were added that seen_twice_has */
};

/* For so many hashes at most; 0 is none, and never seen. */
struct seen_twice seen_twice_new(size_t count);
void seen_twice_free(struct seen_twice *repeats);
void seen_twice_add(struct seen_twice *repeats, uint64_t hash);
bool seen_twice_has(const struct seen_twice *repeats, uint64_t hash);

#endif
