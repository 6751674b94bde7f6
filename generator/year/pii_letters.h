/*
 * A personal value as it is compared with texts: without what people put
 * between its characters.  张 三, 张*三 and 艾尔肯∙吐逊 are read as 张三 and
 * 艾尔肯吐逊; between English words one blank stays.
 */
#ifndef YEAR_PII_LETTERS_H
#define YEAR_PII_LETTERS_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;

enum { LETTERS_MOST = 256 };

struct pii_letters {
    char bytes[LETTERS_MOST];
    /* How many bytes of the text so many bytes of these are; 0 inside a
       character. */
    uint16_t ends[LETTERS_MOST + 1];
    size_t length;
};

/* Reads at most so many characters and LETTERS_MOST bytes from the offset. */
void pii_letters_read(struct text text, size_t offset, size_t characters,
                      struct pii_letters *letters);

/* Writes at most LETTERS_MOST bytes of what a name looks like: its letters and
   its dots; how many. */
size_t pii_letters_shown(struct text name, char *bytes);

/* All of a text; empty if it is longer than any value that is sought. */
struct text pii_letters_of(struct arena *arena, struct text text);

#endif
