/*
 * GB18030 → UTF-8, several times faster than asking iconv for every byte.
 *
 * iconv stays the judge: each two-byte character is put to it once, when it
 * is first met, and remembered; four-byte characters, which are rare, are put
 * to it each time.  Two readings are our own: byte 0x80 is the euro sign of
 * code page 936, and U+E5E5 (bytes A3 A0) is an ideographic space.
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

struct gb18030 {
    char *bytes; /* UTF-8; free with gb18030_clear */
    size_t length;
    size_t valid;         /* how much of the input was read: all of it, or up to
                     the first character that is not valid */
    bool is_cut;          /* the input ends inside that character */
    size_t characters;    /* beyond ASCII */
    size_t of_gb2312;     /* of these, in the basic set of 1980 */
    size_t of_private;    /* of these, private-use characters */
    uint32_t *euro_lines; /* the lines of 0x80, each once */
    size_t euro_count;
};

/* False if some byte is not valid. */
bool gb18030_convert(struct text bytes, gb18030_ask *ask, void *judge,
                     struct gb18030 *result);
void gb18030_clear(struct gb18030 *result);

/* Whether the bytes have the form of GB18030 throughout. */
bool gb18030_is_formed(struct text bytes);

/* Whether every byte beyond ASCII belongs to a character of GB2312. */
bool gb18030_is_basic(struct text bytes);

#endif
