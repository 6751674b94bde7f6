/*
 * GB18030 → UTF-8, several times faster than asking iconv for every byte.
 *
 * A text is learned first: iconv stays the judge, but each character is put to
 * it only once, when it is first met, and what it said is remembered.  What has
 * been learned can then be written as UTF-8 part by part, in any order, so that
 * a large file need not stand in memory in both encodings.  Two readings are
 * our own: byte 0x80 is the euro sign of code page 936, and U+E5E5 (bytes A3
 * A0) is an ideographic space.
 */
#ifndef INTAKE_GB18030_H
#define INTAKE_GB18030_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Puts one character to the judge: how many bytes of UTF-8 (at most 8) were
   written, or 0 if there is no such character. */
typedef size_t gb18030_ask(void *judge, const char *bytes, size_t length,
                           char *utf8);

/* The byte order mark. */
#define GB18030_MARK "\x84\x31\x95\x33"

struct gb18030_verdict;

struct gb18030 {
    gb18030_ask *ask; /* while it learns */
    void *judge;
    size_t length;        /* of the UTF-8 of all that was learned */
    size_t characters;    /* beyond ASCII */
    size_t of_gb2312;     /* of these, in the basic set of 1980 */
    size_t of_private;    /* of these, private-use characters */
    uint32_t *euro_lines; /* the lines of 0x80, each once */
    size_t euro_count, euro_room;
    size_t counted;                   /* lines are counted up to here … */
    uint32_t line;                    /* … where this one runs */
    struct gb18030_verdict *of_two;   /* by the bytes of a character */
    struct gb18030_verdict **of_four; /* by its first two, then the others */
};

struct gb18030 *gb18030_new(gb18030_ask *ask, void *judge);
void gb18030_free(struct gb18030 *gb18030);

/* Learns the bytes between two offsets, the first of which begins a character,
   and the rest of a character that goes on behind the second.  How far they
   are valid: up to the end, or a little beyond, if all are. */
size_t gb18030_learn(struct gb18030 *gb18030, struct text bytes, size_t from,
                     size_t end);

/* Writes what was learned as UTF-8, but for a character cut at the end; how
   many bytes that are.  out has room for GB18030_ROOM(bytes.length). */
#define GB18030_ROOM(length) (3 * (length) + 4)
size_t gb18030_write(const struct gb18030 *gb18030, struct text bytes,
                     char *out);

/* How many bytes that would be. */
size_t gb18030_length(const struct gb18030 *gb18030, struct text bytes);

/* Whether the bytes, invalid as a whole, begin like a longer character. */
bool gb18030_is_cut(struct text bytes);

/* Whether the bytes have the form of GB18030 throughout. */
bool gb18030_is_formed(struct text bytes);

/* Whether every byte beyond ASCII belongs to a character of GB2312. */
bool gb18030_is_basic(struct text bytes);

#endif
