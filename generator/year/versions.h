/*
 * What was known when: the versions of a record by month folder.
 */
#ifndef YEAR_VERSIONS_H
#define YEAR_VERSIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "ledger/book.h"

struct arena;

struct versions {
    const struct book *book;
    enum ledger_id ledger;
    /* By row: index plus 1 of the version before, or 0; NULL when no row of
       the ledger has one. */
    uint32_t *older;
};

struct versions versions_new(struct arena *arena, const struct book *book,
                             enum ledger_id ledger);

/* The version of the row that stood in the folders up to the month; NULL if
   none did.  Files outside month folders are newer than any. */
const struct row *versions_by(const struct versions *known,
                              const struct row *row, struct month month);

/* The same, but of a row that came later its oldest version. */
const struct row *versions_for(const struct versions *known,
                               const struct row *row, struct month month);

/* Whether the row is what the folders up to the month say of its matter. */
bool version_is_newest_by(const struct book *book, enum ledger_id ledger,
                          const struct row *row, struct month month);

/* Whether by the month its unit had sent a newer file than the row's; asked of
   rows that such files do not have. */
bool version_is_left_out_by(const struct book *book, enum ledger_id ledger,
                            const struct row *row, struct month month);

/* Whether any row of the ledger stands in a folder up to the month. */
bool versions_reach(const struct book *book, enum ledger_id ledger,
                    struct month month);

#endif
