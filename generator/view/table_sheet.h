/*
 * A sheet of a workbook that we write, as templates/tables/sheet.xml shows it:
 * its columns, its head, and what a cell may be chosen from.
 */
#ifndef VIEW_TABLE_SHEET_H
#define VIEW_TABLE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "ledger/schema.h"

struct arena;
struct view;

/* The cell formats of templates/tables/styles.xml, in their order. */
enum table_style {
    TABLE_PLAIN,
    TABLE_HEAD,
    TABLE_CODE, /* a text also where it looks like a number */
    TABLE_DATE,
    TABLE_NUMBER,
    TABLE_TEXT, /* wraps */
    TABLE_TITLE,
    TABLE_NOTE
};

/* Rows beyond that go to a further sheet. */
enum { TABLE_ROWS_MOST = 1048576 };

/* "B12", columns and rows counted from 1. */
struct text table_place(struct arena *arena, size_t column, size_t row);

/* Sets the names of a sheet: no columns, no rows, nothing frozen. */
void table_sheet_begin(struct view *view);

/* The next column; its width in characters. */
void table_sheet_column(struct view *view, size_t width,
                        enum table_style style);

/* A row of texts in cells of one format; row numbers count from 1. */
void table_sheet_row(struct view *view, size_t number, enum table_style style,
                     const struct text *texts, size_t count);

/* How the cells of a column look and how wide they are. */
enum table_style table_style_of(const struct column *column);
size_t table_width_of(const struct column *column);

/* Lets the cells of a column below the head be chosen from the words of its
   kind; nothing for a column that has none. */
void table_sheet_choices(struct view *view, size_t number,
                         const struct column *column);

/* The first row stays in sight.  With a filter that reaches to the last row,
   unless that is 0. */
void table_sheet_freeze(struct view *view, size_t columns, size_t last_row);

#endif
