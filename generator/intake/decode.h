/*
 * Bytes of a file → clean UTF-8.
 *
 * The order of trials is fixed by the contract: byte order mark, NUL bytes,
 * strict UTF-8, mixed lines, strict GB18030.  A byte is never replaced and an
 * encoding never guessed; what is not valid is refused at its first bad line
 * and byte.  UTF-16 without mark, and GB18030 of many characters that are not
 * GB2312, are credible only when a ledger's header is found in the text:
 * needs_header says so, and the caller who finds none reports
 * encoding-unlikely.
 */
#ifndef INTAKE_DECODE_H
#define INTAKE_DECODE_H

#include <stdbool.h>

#include "intake/source.h"

struct diag;

/* Fills content, encoding and needs_header of a source that has been read;
   its bytes are replaced by the decoded ones when they differ.  stated
   overrides the choice, never the validity; ENCODING_UNKNOWN for none.  False,
   with a message, if the bytes are not valid in any way allowed. */
bool decode(struct source *source, enum encoding stated, struct diag *diag);

#endif
