/*
 * Any delimited file → clean CSV (RFC 4180, UTF-8, CR LF, quotes only where
 * they are needed).
 *
 * What is not stated is found.  A fault costs its own line, which is repaired
 * only when the number of columns leaves one cheapest reading.  Rows without
 * their last cells are filled up; rows with too many are set aside.  All of
 * it is reported; blank lines are left out in silence.
 */
#ifndef INTAKE_DIALECT_H
#define INTAKE_DIALECT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/text.h"

struct diag;
struct source;

struct clean_request {
    char delimiter;        /* 0: found among , ; TAB | */
    char quote;            /* 0: " */
    char escape;           /* 0: none, quotes are doubled */
    uint32_t header_lines; /* records that name the columns; 0: none */
};

/* The delimiter that splits the content most evenly, after a first line
   "sep=;". */
char dialect_delimiter(struct text content);

/* The source has been decoded.  False, with errno set and no message, only if
   the stream cannot be written. */
bool dialect_clean(const struct clean_request *request,
                   const struct source *source, FILE *stream,
                   struct diag *diag);

#endif
