/*
 * A sheet of a workbook that we write, as templates/tables/sheet.xml shows it:
 * its columns, its head, and what a cell may be chosen from.
 */
#ifndef VIEW_SHEET_FRAME_H
#define VIEW_SHEET_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "ledger/schema.h"

struct arena;
struct view;

/* The cell formats of templates/tables/styles.xml, in their order. */
enum sheet_style {
    SHEET_PLAIN,
    SHEET_HEAD,
    SHEET_CODE, /* a text also where it looks like a number */
    SHEET_DATE,
    SHEET_NUMBER,
    SHEET_TEXT, /* wraps */
    SHEET_TITLE,
    SHEET_NOTE
};

/* Rows beyond that go to a further sheet. */
enum { SHEET_ROWS_MOST = 1048576 };

/* "B12", columns and rows counted from 1. */
struct text sheet_place(struct arena *arena, size_t column, size_t row);

/* Sets the names of a sheet: no columns, no rows, nothing frozen. */
void sheet_frame_begin(struct view *view);

/* The next column; its width in characters. */
void sheet_frame_column(struct view *view, size_t width,
                        enum sheet_style style);

/* A row of texts in cells of one format; row numbers count from 1. */
void sheet_frame_row(struct view *view, size_t number, enum sheet_style style,
                     const struct text *texts, size_t count);

/* How the cells of a column look and how wide they are. */
enum sheet_style sheet_style_of(const struct column *column);
size_t sheet_width_of(const struct column *column);

/* Lets the cells of a column below the head be chosen from the words of its
   kind; nothing for a column that has none. */
void sheet_frame_choices(struct view *view, size_t number,
                         const struct column *column);

/* The first row stays in sight.  With a filter that reaches to the last row,
   unless that is 0. */
void sheet_frame_freeze(struct view *view, size_t columns, size_t last_row);

#endif
