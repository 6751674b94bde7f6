/*
 * A set of places: files, or anchors in them, as digests of 64 bits.
 *
 * A page of a thousand records has thousands of anchors and links, most of
 * these to the same few places; their digests are all that is kept of them.
 */
#ifndef GATE_ID_SET_H
#define GATE_ID_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;

/* struct id_set places = {.arena = arena}; */
struct id_set {
    struct arena *arena;
    uint64_t *slots; /* places, or 0, by their lowest bits */
    size_t room;     /* a power of two, or 0 */
    size_t count;
};

/* The place of an anchor in a file; of the file itself when it is empty. */
uint64_t id_set_of(struct text path, struct text anchor);

bool id_set_has(const struct id_set *places, uint64_t place);

/* False if it is there already. */
bool id_set_add(struct id_set *places, uint64_t place);

#endif
