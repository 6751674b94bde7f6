/*
 * GB18030 ↔ UTF-8, by a table of our own: the same on every system, and fast
 * enough that a large file need not stand in memory in both encodings.
 *
 * It is the edition of 2022 but for eight readings.  Byte 80 is the euro sign
 * of code page 936; A3 A0, U+E5E5, is an ideographic space; and six hanzi that
 * the edition has in the private-use area too are what Unicode has them as.
 */
#ifndef INTAKE_GB18030_H
#define INTAKE_GB18030_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;

/* The byte order mark. */
#define GB18030_MARK "\x84\x31\x95\x33"

struct gb18030_counts {
    size_t characters; /* beyond ASCII */
    size_t of_gb2312;  /* of these, in the basic set of 1980 */
    size_t of_private; /* of these, private-use characters */
    size_t euros;      /* of these, bytes 80 */
};

/* Adds up the characters that begin between two offsets, the first of which
   begins one.  How far they are valid: up to the end, or a little beyond, if
   all are. */
size_t gb18030_count(struct text bytes, size_t from, size_t end,
                     struct gb18030_counts *counts);

/* The code point at *offset, which moves on behind it; -1, and it stays, where
   none is valid. */
int32_t gb18030_next(struct text bytes, size_t *offset);

/* Writes valid bytes as UTF-8, but for a character cut at the end; how many
   bytes that are.  out has room for GB18030_ROOM(bytes.length). */
#define GB18030_ROOM(length) (3 * (length))
size_t gb18030_write(struct text bytes, char *out);

/* The same of several texts, one behind the other; each becomes what was
   written of it. */
size_t gb18030_write_each(struct text *texts, size_t count, char *out);

/* How many bytes of UTF-8 a text would be. */
size_t gb18030_length(struct text bytes);

/* Whether the bytes, invalid as a whole, begin like a longer character. */
bool gb18030_is_cut(struct text bytes);

/* So many texts in GB18030, as the edition has it. */
struct text *gb18030_of(struct arena *arena, const struct text *texts,
                        size_t count);

#endif
