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

/* Tells also the folders of one month apart: 2025-10（更正） is newer than
   2025-10. */
int month_folder_order(const struct input_file *export);

/* The exports of a ledger from the oldest folder to the newest, with where
   their rows stand; to be freed. */
struct input_file_rows {
    size_t file_index;
    size_t first, count;
    int folder; /* its month_folder_order */
};
struct input_file_rows *input_file_rows_new(const struct book *book, int ledger,
                                            size_t *count);

#endif
