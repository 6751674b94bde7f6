/*
 * Who is named in a cell of persons.
 *
 *     cell      = part { separator part }      、 ， ； / | & + \ line breaks
 *     part      = [ label "：" ] { number | mark | words } name { words }
 *     name      = 2–4 hanzi with a surname | hanzi with dots | English words
 *     words     = post | unit | courtesy | "等3人" | （mark） | phone
 *
 * Two names may also be joined by 和 与 及, a blank or nothing; a name of two
 * or three hanzi may be spread out by blanks.  What stands in no list and
 * looks like nobody is kept whole and is doubtful: it is rather masked than
 * shown, and told.
 */
#ifndef LEDGER_PERSON_NAMES_H
#define LEDGER_PERSON_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct person_words;

struct person_part {
    struct text text; /* without the blanks inside */
    bool is_name;     /* else a word: a unit, a post, 待定 */
    bool is_doubtful; /* worth a warning */
};

/* The parts of a cell in their order; from the arena.  Words are given where
   they stand instead of a name: of 苗禾田副局长 only 苗禾田. */
size_t person_parts(const struct person_words *words, struct arena *arena,
                    struct text cell, struct person_part **parts);

/* The dot inside a name, of which there are several. */
bool character_is_name_dot(int32_t c);

#endif
