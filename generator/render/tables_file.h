/*
 * data/tables.xlsx: a sheet a ledger, and one in front that says what they
 * are.
 *
 * Rows come as they are made, packed, and are put by until all of them are
 * known; then the file is written from its first byte to its last.
 */
#ifndef RENDER_TABLES_FILE_H
#define RENDER_TABLES_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "page/tables.h"

struct file_sink;
struct report;
struct tables_file;
struct zip_piece;

/* All is borrowed. */
struct tables_file *tables_file_new(const struct report *report,
                                    const char *templates,
                                    const struct file_sink *sink);
void tables_file_free(struct tables_file *workbook);

/* The rows of a ledger that has a download, stretch by stretch, ledger by
   ledger; one without rows has a sheet as well.  False, with a message. */
void tables_file_begin(struct tables_file *workbook, enum ledger_id ledger);
bool tables_file_add(struct tables_file *workbook, size_t rows,
                     const struct zip_piece *piece);

bool tables_file_write(struct tables_file *workbook);

#endif
