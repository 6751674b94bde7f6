/*
 * What is said of bytes that do not fit their encoding.
 */
#ifndef INTAKE_DECODE_ERROR_H
#define INTAKE_DECODE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/encoding.h"

struct mixed_encoding;
struct source;

struct decoding {
    struct source *source;
    struct diag *diag;
};

/* Names the line, the byte in it, and the bytes at the offset.  Each returns
   false, as diag_report does. */
bool decode_error_at(const struct decoding *decoding, enum rule rule,
                     enum encoding encoding, size_t offset);

/* The file as a whole, with a name as the message's detail. */
bool decode_error_file(const struct decoding *decoding, enum rule rule,
                       const char *name);

/* Names the first lines of the encoding that is rarer. */
bool decode_error_mixed(const struct decoding *decoding,
                        const struct mixed_encoding *mixed);

#endif
