/*
 * Physical lines, which end with LF, CR LF, or a lone CR.
 */
#ifndef INTAKE_LINES_H
#define INTAKE_LINES_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* How many bytes the line end at this byte has; 0 if there is none. */
size_t lines_end_length(struct text content, size_t offset);

/* Where the line that runs at this byte ends, behind its line end. */
size_t lines_after(struct text content, size_t offset);

/* The same line from this byte on, without its line end. */
struct text lines_rest(struct text content, size_t offset);

/* How many lines end between two bytes, so that a line end cut in two is
   counted once, at its CR. */
uint32_t lines_between(struct text content, size_t from, size_t to);

#endif
