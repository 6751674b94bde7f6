/*
 * A workbook (.xlsx) → its sheets, each as the CSV saved from it would be.
 *
 * What stands behind reads them like any file: a sheet is a source with its
 * content in memory, named x.xlsx#表名, and its records are numbered as its
 * rows are.  Hidden sheets are left out with a note; nothing in a workbook is
 * run.
 *
 * A workbook may come from anybody: base/zip_reader.h and base/xml.h say what
 * is refused.  One that is damaged anywhere in what is read is refused as a
 * whole, for nobody could tell what is missing.
 */
#ifndef INTAKE_WORKBOOK_H
#define INTAKE_WORKBOOK_H

#include <stdbool.h>

#include "intake/source.h"

struct arena;
struct diag;

/* The visible sheets that hold anything, in their order; the file has been
   read, and its bytes may go afterwards.  False, with a message, if the
   workbook cannot be read or there is no such sheet. */
bool workbook_read(struct arena *arena, const struct source *file,
                   struct diag *diag, struct source_list *sheets);

#endif
