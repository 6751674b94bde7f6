/*
 * Every figure equals its list: summary.json says what each figure is; what
 * the finished pages, Markdown and CSV files show and list is told to this
 * module as it is read back, and compared.
 */
#ifndef PUBLISH_COUNTS_H
#define PUBLISH_COUNTS_H

#include <stddef.h>

#include "base/text.h"

struct arena;
struct counts;
struct faults;

/* Where a list stands. */
enum counts_form { COUNTS_HTML, COUNTS_MARKDOWN, COUNTS_CSV, COUNTS_FORMS };

/* Reads the figures of a summary.json; what is wrong in it by itself is
   reported under the file's name.  All lives in the arena but for the tables
   that counts_free gives back. */
struct counts *counts_new(struct arena *arena, const char *file,
                          struct text summary, struct faults *faults);

/* A figure is shown with this text. */
void counts_shown(struct counts *counts, const char *file, struct text id,
                  struct text value);

/* So many more rows of a figure's list stand in the file; pages of one list
   ("solved.html", "solved-2.html") are added up, a CSV file's lists under the
   file's name.  0 rows say that the list is there. */
void counts_listed(struct counts *counts, enum counts_form form,
                   const char *file, struct text id, size_t rows);

/* The CSV file states for each row which figures it counts for. */
void counts_has_csv(struct counts *counts, const char *file);

/* Compares all that was told. */
void counts_finish(struct counts *counts);

/* NULL is allowed. */
void counts_free(struct counts *counts);

#endif
