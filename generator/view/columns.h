/*
 * How the columns of a ledger are shown, and where its records stand.
 */
#ifndef VIEW_COLUMNS_H
#define VIEW_COLUMNS_H

#include "ledger/ledgers.h"
#include "ledger/schema.h"

struct report;

/* A column's title in the report's language. */
struct text column_title(const struct report *report,
                         const struct column *column, struct arena *arena);

/* How the cells of a column stand: "n" numbers, "t" texts that may wrap, "d"
   all else, "d one" what is never parted. */
const char *column_class(const struct column *column);

#endif
