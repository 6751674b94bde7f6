/*
 * Files joined from parts in UTF-8 and in GB18030.
 *
 * Read as GB18030 alone they would often be valid and silently wrong, so the
 * lines are looked at one by one.
 */
#ifndef INTAKE_MIXED_ENCODING_H
#define INTAKE_MIXED_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct source;

enum { MIXED_LINES_NAMED = 5 };

struct mixed_encoding {
    bool has_nul;      /* it is neither; nothing else is told then */
    size_t of_utf8;    /* lines that are surely UTF-8 */
    size_t of_gb18030; /* lines that are not UTF-8, but GB18030; 0
                          where none is UTF-8: nothing is mixed then */
    /* The first lines of the kind that is rarer. */
    uint32_t lines[MIXED_LINES_NAMED];
    size_t named;
};

/* Looks through a source that is not valid UTF-8 as a whole. */
void mixed_encoding_find(const struct source *source,
                         struct mixed_encoding *mixed);

#endif
