/*
 * How a delimited file is written, and the way from there to the one dialect
 * that records.h reads: a delimiter of one byte, quotes that are ", doubled
 * inside quotes.
 *
 * What is not stated is found.  The delimiter is one of , ; TAB |.  Only when
 * that leaves uneven rows, and another reading makes every one of them even,
 * that one is taken: a blank behind each delimiter, ' as quote, \ as escape.
 * Where ' holds cells in every row, it is the quote of uneven rows anyway.
 */
#ifndef CLEAN_DIALECT_H
#define CLEAN_DIALECT_H

#include <stdint.h>

#include "base/text.h"

struct arena;

struct dialect {
    struct text delimiter; /* one or more bytes; none: not stated */
    char quote;            /* 0: not stated */
    char escape;           /* 0: not stated, or there is none */
};

/* Fills in what is not stated.  A first line "sep=;" states the delimiter.  An
   escape protects quotes, delimiters, line ends and itself; before anything
   else it is a letter. */
struct dialect dialect_find(struct dialect stated, struct text content,
                            uint32_t header_records);

/* The delimiter in the translation. */
char dialect_delimiter(const struct dialect *dialect);

/* Returns what is to be freed when the translation is no longer needed: NULL
   if it is the content itself. */
char *dialect_translate(const struct dialect *dialect, struct text content,
                        struct text *translated);

/* A part of the translation as it stands in the file, without the escapes;
   from the arena unless nothing is to be done. */
struct text dialect_reveal(const struct dialect *dialect, struct arena *arena,
                           struct text text);

/* How many line ends a part of the translation hides. */
uint32_t dialect_hidden_lines(struct text text);

#endif
