/*
 * Rows set aside while they were read.  They are in no ledger, but their
 * matters stand in the export all the same: no older version of one is
 * missing there.
 */
#ifndef LEDGER_SET_ASIDE_H
#define LEDGER_SET_ASIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct set_aside_row {
    uint64_t identity; /* a hash (load/row_identity.h) */
    int folder;        /* its order */
};

struct set_aside {
    struct set_aside_row *rows;
    size_t count, room;
};

void set_aside_add(struct set_aside *refused, uint64_t identity, int folder);

/* To be called before the first set_aside_is_newer. */
void set_aside_sort(struct set_aside *refused);

/* Whether such a row of a folder newer than this one was set aside. */
bool set_aside_is_newer(const struct set_aside *refused, uint64_t identity,
                        int folder);

void set_aside_free(struct set_aside *refused);

#endif
