/*
 * Any delimited file → clean CSV: RFC 4180, UTF-8, CR LF, quotes only where
 * they are needed, one header record, every row as wide as the table.
 *
 * A fault costs its own line, which is repaired only when the number of
 * columns leaves one cheapest reading.  Rows without their last cells are
 * filled up; rows with too many are set aside.  What stands above the header
 * is left out, and so is the header where it stands again; a header of several
 * records becomes one, and one that another delimiter splits is read by that.
 * All of it is reported.  Blank lines are left out in
 * silence, and so are rows of delimiters only at the end.
 */
#ifndef CLEAN_REWRITE_H
#define CLEAN_REWRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "clean/dialect.h"

struct diag;
struct source;

struct rewrite_request {
    struct dialect stated;
    uint32_t header_records; /* that name the columns; 0: none */
};

/* Records: read = written + aside + left_out. */
struct rewritten {
    struct dialect dialect; /* as stated or found */
    size_t read, written, aside, left_out;
    size_t repaired; /* of those written */
};

/* The source has been decoded.  False, with errno set and no message, only if
   the stream cannot be written. */
bool rewrite(const struct rewrite_request *request, const struct source *source,
             FILE *stream, struct diag *diag, struct rewritten *rewritten);

#endif
