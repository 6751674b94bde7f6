/*
 * Every figure equals its list: summary.json says what each figure is; what
 * the finished pages, Markdown and CSV files show and list is told to this
 * module as it is read back, and compared.
 */
#ifndef GATE_FIGURE_CHECK_H
#define GATE_FIGURE_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct figure_check;
struct faults;
struct page_facts;

/* Reads the figures of a summary.json; what is wrong in it by itself is
   reported under the file's name.  All lives in the arena but for the tables
   that figure_check_free gives back. */
struct figure_check *figure_check_new(struct arena *arena, const char *file,
                                      struct text summary,
                                      struct faults *faults);

/* A figure is shown with this text; what is wrong is noted there.  Any thread
   may ask. */
void figure_check_shown(struct page_facts *seen, struct text id,
                        struct text value);

/* How many records a figure counts that is shown with so many, a whole number;
   false if it has no list. */
bool figure_check_records(const struct figure_check *counts, struct text id,
                          int64_t *records);

/* The lists that a file holds; rows on pages of one list ("solved.html",
   "solved-2.html") are added up, a CSV file's lists are its own. */
void figure_check_merge(struct figure_check *counts,
                        const struct page_facts *seen);

/* Compares all that was told. */
void figure_check_finish(struct figure_check *counts);

/* NULL is allowed. */
void figure_check_free(struct figure_check *counts);

#endif
