/*
 * Whom the exports name: every cell of a person, every free text, whatever
 * became of its row or its file.  What is set aside, superseded or dropped on
 * import is published nowhere, but its names may stand in other texts.
 */
#ifndef LEDGER_NAMES_MENTIONED_H
#define LEDGER_NAMES_MENTIONED_H

#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/text.h"

struct arena;
struct book;

enum mention {
    MENTION_NOBODY,
    MENTION_NAME,     /* a cell of persons (ledger/person_names.h) */
    MENTION_PERSONAL, /* of a column never read: 手机, 住址 */
    MENTION_IDENTITY, /* of one that holds 身份证号 */
    MENTION_TEXT,     /* a free text, which may hold numbers */
    MENTION_CONTENT   /* whole lines of a file, every one */
};

/* Which fields of an export are worth looking at, from its header on; next is
   what they are behind a header that comes again further down, or NULL. */
struct names_mentioned {
    uint8_t *kinds; /* enum mention by field, the first at 0 */
    size_t count;
    uint32_t header_line; /* the records behind it are rows */
    char delimiter;
    struct names_mentioned *next;
};

/* Who is told; the text is valid during the call. */
struct names_mentioned_sink {
    void (*take)(void *data, enum mention kind, struct text text,
                 struct place place);
    void *data;
};

/* Tells every name, personal cell, free text and content of the book, in the
   order of its files; those of notes (填表人：张三) too. */
void names_mentioned_tell(const struct book *book,
                          const struct names_mentioned_sink *taker);

#endif
