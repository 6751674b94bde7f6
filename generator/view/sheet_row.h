/*
 * A record as a row of a sheet, in the words of the format: days are days,
 * numbers are numbers, all else is text that nothing takes for a formula.
 */
#ifndef VIEW_SHEET_ROW_H
#define VIEW_SHEET_ROW_H

#include <stddef.h>

#include "base/text.h"
#include "ledger/ledgers.h"

struct arena;
struct buffer;
struct report;

/* What the download says of a record; all lent for the call. */
struct sheet_row {
    enum ledger_id ledger;
    size_t number; /* in its sheet, where the head is 1 */
    const struct text *cells;
    struct text status, figures;
};

void sheet_row_put(const struct report *report, const struct sheet_row *row,
                   struct buffer *rows);

#endif
