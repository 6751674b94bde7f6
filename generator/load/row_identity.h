/*
 * What tells the rows of a ledger apart.
 *
 *   problems, suggestions,   the id and the title, or the id and the lead
 *   reports                  unit on a day; without an id on both sides, all
 *                            but the id
 *   cadres, projects         the id, without one on both sides the title
 *   the others               columns the ledger names, persons as the roster
 *                            knows them
 *
 * Hashes find candidates: they are kept by row until the ledger is settled.
 * What is the same is decided on the texts, which are read again.
 */
#ifndef LOAD_ROW_IDENTITY_H
#define LOAD_ROW_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ledger/ledgers.h"

struct arena;
struct book;
struct ledger;
struct roster;
struct row;
struct row_reading;

/* Of the row being read, for struct ledger. */
uint64_t row_identity_hash(const struct row_reading *at);
uint32_t row_identity_title(const struct row_reading *at);

/* A row that is set aside, whose cells have been read; and a record with too
   many cells or quotes in wrong places, whose cells have not: only its id is
   looked for, in front of the first such quote. */
void row_identity_aside(struct ledger *ledger, const struct row_reading *at);
void row_identity_record_aside(struct ledger *ledger,
                               const struct row_reading *at);

/* Of what a row is known by without its id: title, and in the first three
   ledgers lead unit and month; 0 when one of them is blank. */
uint64_t row_identity_without_id(const struct ledger_type *type,
                                 const struct row *row, uint32_t title);

/* A ledger whose rows are compared. */
struct row_identity {
    struct book *book;
    int number;
    struct ledger *ledger;
    const struct ledger_type *type;
    const struct roster *roster;
    struct arena *scratch;
    int id, name, unit, entered; /* columns, or -1 */
    bool is_core;                /* one of the first three above */
    bool has_nameless;           /* some row lacks the id that others have */
    bool has_unitless;           /* and some a lead unit */
};

/* Completes the hashes of ledgers that name persons. */
struct row_identity row_identity_begin(struct book *book, int number,
                                       const struct roster *roster);
void row_identity_end(struct row_identity *identity);

/* The hashes under which a row's matter may be found: two that agree have one
   in common. */
enum { ROW_KEYS = 4 };
size_t row_identity_keys(const struct row_identity *identity, size_t index,
                         uint64_t keys[ROW_KEYS]);

/* Those of them under which it may be found without its id: two at most. */
size_t row_identity_keys_without_id(const struct row_identity *identity,
                                    size_t index, uint64_t *keys);

/* How two rows, by their index, agree: bits. */
enum {
    AGREES_IN_DAY = 1, /* lead unit and day */
    AGREES_IN_TITLE = 2,
    AGREES_WHOLLY = 3,
    AGREES_WITHOUT_ID = 4, /* one has none; alone: both have none, title and
                              day agree, but one names no unit */
};
unsigned row_identity_agreement(const struct row_identity *identity, size_t one,
                                size_t other);

/* Whether both bear the same id. */
bool row_identity_is_same_id(const struct row_identity *identity,
                             const struct row *a, const struct row *b);

/* Whether every column says the same: typed cells by what they mean, lists
   and texts by their words after folding. */
bool row_identity_is_same_content(const struct row_identity *identity,
                                  const struct row *a, const struct row *b);

/* The columns that do not, with what each of the two says in them; from the
   scratch arena. */
struct text row_identity_differences(const struct row_identity *identity,
                                     const struct row *a, const struct row *b);

#endif
