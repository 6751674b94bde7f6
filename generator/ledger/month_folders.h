/*
 * Month folders as an order: which export is newer.
 */
#ifndef LEDGER_MONTH_FOLDERS_H
#define LEDGER_MONTH_FOLDERS_H

#include <stddef.h>

struct book;
struct input_file;

/* The month's number; files outside month folders are newer than any. */
int month_folder_rank(const struct input_file *export);

/* The exports of a ledger from the newest folder to the oldest, with where
   their rows stand; to be freed. */
struct input_file_rows {
    size_t file_index;
    size_t first, count;
    int folder; /* month number; files outside month folders beyond any */
};
struct input_file_rows *input_file_rows_new(const struct book *book, int ledger,
                                            size_t *count);

#endif
