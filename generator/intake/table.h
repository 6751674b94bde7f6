/*
 * A small table that officials edit: the rows of a file with known titles.
 *
 * Encoding and delimiter may be any a ledger may have, and it may be a
 * workbook; rows above the header, blank rows and other columns are passed
 * over.
 */
#ifndef INTAKE_TABLE_H
#define INTAKE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct diag;

enum { TABLE_MOST_COLUMNS = 5 };

struct table_column {
    const char *titles; /* accepted ones, parted by blanks; English first */
    bool is_required;   /* the file must have it */
    bool is_key;        /* two rows with the same key columns are one entry */
};

/* A cell's texts are trimmed and live in the arena; a column the file lacks
   is empty. */
struct table_row {
    struct text cells[TABLE_MOST_COLUMNS];
    uint32_t fields[TABLE_MOST_COLUMNS]; /* where each stands, or 0 */
    uint32_t line;
    uint32_t row;
    const char *path;
};

struct table {
    const char *path;
    struct table_row *rows;
    size_t count, room;
    struct text found; /* the titles of the first row, with 、 between */
};

enum table_result {
    TABLE_READ,
    TABLE_ABSENT,   /* there is no such file; not reported */
    TABLE_REFUSED,  /* reported: the file cannot be read or decoded */
    TABLE_NO_HEADER /* not reported: no row has the required titles */
};

/* The file at the path, or one with another of the endings that a ledger may
   have; NULL if there is none. */
const char *table_find(struct arena *arena, const char *path);

/* The table that table_find gives; of a workbook all sheets that have the
   titles.  columns ends with an entry without titles. */
enum table_result table_read(struct arena *arena, const char *path,
                             const struct table_column *columns,
                             struct diag *diag, struct table *table);

/* Puts the rows of the newer table in the place of those with the same key,
   and the others behind. */
void table_merge(struct arena *arena, const struct table_column *columns,
                 struct table *table, const struct table *newer);

/* Without Unicode blanks, and marks that cannot be seen, at both ends. */
struct text table_trim(struct text text);

#endif
