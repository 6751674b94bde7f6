/*
 * Months published earlier, read back: what was restated is told from them.
 */
#ifndef CLI_PUBLISHED_MONTHS_H
#define CLI_PUBLISHED_MONTHS_H

#include <stdbool.h>

#include "year/restated.h"

struct job;
struct release;

struct published_source {
    struct job *job;
    const struct release *release;
};

/* A past is the context of published_months.read. */
bool published_months_read(void *past, struct month month,
                           enum ledger_id ledger,
                           struct published_record **records, size_t *count);

#endif
