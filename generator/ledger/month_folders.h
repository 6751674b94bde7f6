/*
 * Month folders as an order: which export is newer.
 */
#ifndef LEDGER_MONTH_FOLDERS_H
#define LEDGER_MONTH_FOLDERS_H

#include <stddef.h>

struct book;
struct export;

/* The month's number; files outside month folders are newer than any. */
int folder_rank(const struct export *export);

/* The exports of a ledger from the newest folder to the oldest, with where
   their rows stand; to be freed. */
struct export_rows {
    size_t export_index;
    size_t first, count;
    int folder; /* month number; files outside month folders beyond any */
};
struct export_rows *export_rows_new(const struct book *book, int ledger,
                                    size_t *count);

#endif
