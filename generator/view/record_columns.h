/*
 * The columns of a list: what tells a record apart first, then what it is, and
 * last how long it took or has left.  Texts stand beneath the record's name,
 * not beside it.
 */
#ifndef VIEW_RECORD_COLUMNS_H
#define VIEW_RECORD_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ledger/ledgers.h"

struct arena;
struct report;
struct row;

enum { RECORD_COLUMNS_MOST = 24 };

enum record_column_kind {
    RECORD_ID,
    RECORD_NAME, /* with the texts beneath */
    RECORD_CELL,
    RECORD_DAYS, /* of no column of its own */
};

struct record_column {
    enum record_column_kind kind;
    size_t column; /* of the ledger */
};

struct record_columns {
    struct record_column all[RECORD_COLUMNS_MOST];
    size_t count;
    size_t notes[RECORD_COLUMNS_MOST]; /* columns that stand beneath the name */
    size_t note_count;
    bool hides_persons; /* some file brought persons, and they are left out */
};

struct record_columns record_columns_of(const struct report *report,
                                        enum ledger_id ledger);

/* The same number for the same cell: of a column whose cells are often all
   the same; 0 for a blank, -1 where that cannot be told. */
int64_t record_value(const struct report *report, enum ledger_id ledger,
                     const struct record_column *column, const struct row *row);

/* The status by the cutoff, in that column: what was done later still waits. */
struct text record_status(const struct report *report, enum ledger_id ledger,
                          const struct column *status, const struct row *row,
                          struct text cell);

/* Whether the cell tells what came only after the cutoff: the closing day, or
   what else came of the record. */
bool record_tells_later(const struct report *report, enum ledger_id ledger,
                        const struct column *column, const struct row *row);

/* Whether the record waits at the cutoff, though by now it has the day it was
   done. */
bool record_is_later(const struct report *report, enum ledger_id ledger,
                     const struct row *row);

/* The column of a record's closing day, of projects the day they were begun;
   NULL: none.  Whether that day lies behind the cutoff, when it was not known,
   whatever the status says. */
const char *record_closing_key(const struct ledger_type *type);
bool record_closes_later(const struct report *report, enum ledger_id ledger,
                         const struct row *row);

/* How the cells of a column stand: "n" numbers, "t" texts that may wrap, "d"
   all else, "d one" what is never parted. */
const char *column_class(const struct column *column);

#endif
