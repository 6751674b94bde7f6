/*
 * A row of a sheet as nearly every program writes it: cells with a number, a
 * plain text or a formula with its result, at most blanks between them, and no
 * comment.
 *
 * Sheets are large, and reading XML in all its generality takes three times
 * what the rest of the reading does.  What is told of a plain row is what
 * base/xml.h would tell of it; any other row is left to it.
 */
#ifndef BASE_PLAIN_ROW_H
#define BASE_PLAIN_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* The attributes that say something of a row or a cell, in ASCII; NULL bytes
   where one is not there. */
struct plain_marks {
    struct text r, s, t, hidden;
    bool has_others;
};

/* How a cell was last written from its place on up to its value. */
struct plain_opening {
    char written[32];
    uint8_t length;     /* 0 as long as there was none */
    uint8_t s_at, t_at; /* where the values of its marks begin; 0 without */
    uint8_t s_length, t_length;
    bool is_inline;
};

struct plain_cell {
    struct plain_marks marks;
    uint32_t column;   /* from 1, where it is E15 in row 15; else 0 */
    struct text value; /* NULL bytes where the cell has none */
    bool is_bare;      /* no quote, comma, line end or _ in the value */
    bool is_formula;
    bool is_inline;               /* its value stands within <is> */
    struct plain_opening opening; /* for the cell below */
};

/* How a run of text looks, as it was last written. */
struct plain_looks {
    char written[256];
    size_t length;
};

/* The tag of a row behind its number, as it was last written; the marks are
   there. */
struct plain_tag {
    char written[256];
    size_t length;
    struct plain_marks marks;
};

/* Zeroed to begin with, used for one row or string after the other of a part,
   and to be closed.  The texts are in the bytes read, where those of values may
   be changed, or here, until the next is read. */
struct plain_row {
    struct plain_marks marks;
    struct plain_cell *cells;
    size_t count, room;
    char *decoded; /* texts in which characters are written as references */
    size_t decoded_room;
    struct plain_looks looks[2]; /* the last that were different */
    struct plain_tag tag;
};

void plain_row_close(struct plain_row *row);

/* So many stand behind the bytes that are read. */
enum { PLAIN_ROW_NULS = 32 };

/* The row that the bytes begin with, "<row" to "</row>".  Its length, or 0 if
   it is no plain row, or not whole. */
size_t plain_row_read(struct plain_row *row, char *bytes, size_t length);

/* The same of a shared string, "<si" to "</si>": one text, or runs that look
   different; and whether it is bare. */
size_t plain_string_read(struct plain_row *row, char *bytes, size_t length,
                         struct text *string, bool *is_bare);

#endif
