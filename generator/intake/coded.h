/*
 * Sources in GB18030: a small one is written as UTF-8, a large one may stay as
 * it is, so that it never stands in memory twice.  Its reader (records_of) then
 * writes record by record, and what has been worked through is let go.
 */
#ifndef INTAKE_CODED_H
#define INTAKE_CODED_H

#include "intake/gb18030.h"
#include "intake/source.h"

/* Learns the source's bytes; how far they are valid. */
size_t coded_learn(const struct source *source, struct gb18030 *coding);

/* Whether what was learned is likely to be GB18030 at all. */
bool coded_is_plausible(const struct gb18030 *coding);

/* Puts the UTF-8 in place of the bytes, or leaves them with the coding; the
   coding is the source's then, or gone. */
void coded_take(struct source *source, struct gb18030 *coding);

/* So many bytes of the content from an offset that begins a character, as
   UTF-8, from the arena where they are not; a character cut at their end is
   left out. */
struct text coded_text(struct arena *arena, const struct source *source,
                       size_t offset, size_t count);

/* How many bytes of UTF-8 a part of the content is. */
size_t coded_length(const struct source *source, struct text part);

/* The byte order mark as the source's bytes have it. */
const char *coded_mark(const struct source *source);

#endif
