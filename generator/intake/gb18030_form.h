/*
 * The form of GB18030: what bytes alone tell, without asking which characters
 * there are.
 */
#ifndef INTAKE_GB18030_FORM_H
#define INTAKE_GB18030_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How many bytes the character that begins here has; 0 if none begins so, more
   than left if it is cut. */
size_t gb18030_form_length(const unsigned char *at, size_t left);

/* Whether the two bytes have the form of a character of GB2312. */
bool gb18030_form_is_gb2312(const unsigned char *at);

/* In a block (base/simd.h) that begins with a character: a bit for every byte
   that begins one of two, and how many bytes that accounts for (the last may
   begin one whose second byte is not there). */
struct gb18030_form_pairs {
    uint64_t leads;
    size_t length;
};

/* False unless all bytes beyond ASCII stand in pairs, as those of GB2312 do; it
   may be said of some that do. */
bool gb18030_form_find_pairs(const unsigned char *block,
                             struct gb18030_form_pairs *pairs);

#endif
