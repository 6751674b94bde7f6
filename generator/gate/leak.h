/*
 * Searches finished bytes for personal values, in every writing they might
 * have got into: as they are, in GB18030, in Base64 at any alignment, behind
 * \uXXXX, %XX or numeric and named character references; and for phone, ID
 * and bank card numbers nobody told it of.
 */
#ifndef GATE_LEAK_H
#define GATE_LEAK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct leak;

/* Borrowed.  gb18030, when given, holds the same secrets in that encoding, in
   the same order (an empty text where there is none). */
struct leak_search {
    const struct text *secrets;
    const struct text *gb18030;
    size_t count;
    const struct text *amounts; /* sorted: they only look like numbers of
                                   persons */
    size_t amount_count;
    /* The program's own style sheets and scripts: what stands in them, byte for
       byte, names nobody. */
    const struct text *own;
    size_t own_count;
    /* What the pages say of themselves: a secret that stands in it is not
       sought anywhere. */
    struct text said;
};

struct leak *leak_new(struct arena *arena, const struct leak_search *search);
void leak_free(struct leak *leak);

/* What was found first and in which writing. */
struct leak_find {
    struct text value;
    const char *writing; /* "UTF-8", "Base64", "phone" … */
};

/* Whether there is a secret in the bytes, in another encoding only where they
   are not UTF-8; what is found lives as long as they and the arena.  Any thread
   may ask. */
bool leak_find(const struct leak *leak, struct arena *arena, struct text bytes,
               bool is_utf8, struct leak_find *find);

#endif
