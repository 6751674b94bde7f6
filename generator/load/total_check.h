/*
 * Whether the totals a file states are what was accepted of it.
 *
 * A total may stand below its records or above them, a subtotal below its
 * section or above it: it agrees when one of the two does.  So all are judged
 * at the end of the file.
 */
#ifndef LOAD_TOTAL_CHECK_H
#define LOAD_TOTAL_CHECK_H

#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

struct arena;

enum { TOTAL_OF_SECTION, TOTAL_OF_ALL, TOTAL_SCOPES };

struct total_check {
    struct totals {
        struct stated_total *stated; /* not yet known to agree */
        size_t count, room;
        size_t ended; /* so many know what stands below them */
        size_t start; /* accepted when the last such part began */
    } of[TOTAL_SCOPES];
};

/* accepted is the number of rows accepted of the file so far. */
void total_check_add(struct total_check *check, int scope, struct place place,
                     int64_t claimed, size_t accepted);

/* A section begins. */
void total_check_section(struct total_check *check, size_t accepted);

/* Reports what does not agree, and frees. */
void total_check_end(struct total_check *check, size_t accepted,
                     struct diag *diag, struct arena *scratch);

#endif
