/*
 * Reads back what finished files show: figures and lists by the marks the
 * templates put there.
 *
 *   HTML      <span data-figure="ID">132</span> (lists: gate/listed_rows.h)
 *   Markdown  a table row ending in <!-- figure: ID -->, its second cell the
 *             value; a table behind <!-- list: ID -->
 *   CSV       a last column 计入指标 or figures: ids separated by blanks; so
 *             do sheets of a workbook
 */
#ifndef GATE_FIGURE_MARKS_H
#define GATE_FIGURE_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "gate/page_facts.h"

struct html_tag;
struct figure_marks_cell;

/* One page while its tags and texts come in; start with seen set and everything
   else zero. */
struct figure_marks {
    struct page_facts *seen;
    struct text figure; /* whose element is open */
    size_t figure_depth;
    char value[64]; /* its text so far */
    size_t value_length;
};

void figure_marks_tag(struct figure_marks *shown, const struct html_tag *tag);
void figure_marks_text(struct figure_marks *shown, struct text text);

void figure_marks_markdown(struct page_facts *seen, struct text text);

/* One CSV file while it is read piece by piece, or one sheet row by row. */
struct figure_marks_csv {
    struct page_facts *seen;
    bool is_begun;
    bool states_figures;
    struct figure_marks_cell *cells;
};

/* Counts the records that begin the text and end in it, or with the file; so
   many bytes they have. */
size_t figure_marks_csv(struct figure_marks_csv *csv, struct text text,
                        bool is_last);

/* The next row, by its last cell. */
void figure_marks_row(struct figure_marks_csv *csv, struct text last);

/* All has been read, or nothing more is; always called. */
void figure_marks_csv_end(struct figure_marks_csv *csv,
                          enum page_facts_form form);

#endif
