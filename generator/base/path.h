/*
 * Paths of files: what their endings say, and where a sheet is named in one.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>

#include "base/text.h"

struct arena;

/* The endings of texts and of workbooks that may be ledgers or lists, NULL
   behind the last.  Workbooks that are not read are there to be told so. */
extern const char *const path_texts[], *const path_workbooks[];

bool path_ends(struct text path, const char *const *endings);

/* Whether it may be a ledger or a list, by its ending. */
bool path_is_table(struct text path);

/* Without steps that are empty, "." or "..", which is taken to lead up within
   the path and no further than its top. */
const char *path_plain(struct arena *arena, const char *path);

/* Whether a step of it is "..". */
bool path_leads_up(const char *path);

/* The name of the file: what stands behind the last slash. */
const char *path_name(const char *path);

/* Where "#表名" begins in the path of a sheet, x.xlsx#表名; else NULL.  The
   workbook may be called as a text is, or in an old format. */
const char *path_sheet(const char *path);

#endif
