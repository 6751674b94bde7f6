/*
 * Which characters are spaces, invisible, private or look like a hanzi
 * without being one.  The lists are those of the data contract.
 */
#ifndef LEDGER_CHARACTERS_H
#define LEDGER_CHARACTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct arena;

/* Every Unicode space, tab and line break, and U+E5E5, which GBK's A3 A0
   becomes. */
bool character_is_space(int32_t c);

/* Zero width, direction marks, soft hyphen, control characters except tab
   and line breaks, and what is no character at all. */
bool character_is_invisible(int32_t c);

/* Says whether the mark before it is drawn as text or as a picture. */
bool character_is_variation(int32_t c);

/* Code points whose meaning only one machine knows. */
bool character_is_private(int32_t c);

/* What stands between the items of a list. */
bool character_is_separator(int32_t c);

bool character_is_hanzi(int32_t c);

/* A radical that looks like a hanzi: copied from PDF files. */
bool character_is_radical(int32_t c);

/* Without spaces at either edge; a part of the text given. */
struct text text_trimmed(struct text text);

/* Whether it holds nothing but spaces and what cannot be seen. */
bool text_is_blank(struct text text);

/* With radicals replaced by the hanzi they look like; the text itself when it
   has none. */
struct text radicals_folded(struct arena *arena, struct text text);

/* The cells of a list (persons, units): split at 、 ， , ； ; / and line
   breaks, trimmed, empty ones left out. */
size_t list_split(struct arena *arena, struct text list, struct text **items);

/* The same of a list in which brackets hold names together. */
size_t list_split_bracketed(struct arena *arena, struct text list,
                            struct text **items);

/* Whether there are only hanzi and printable ASCII other than blanks, which
   folding leaves alone; may be false of other such texts. */
bool text_is_plain(struct text text);

/* Whether there are only hanzi and ASCII letters and digits. */
bool text_is_wordy(struct text text);

#endif
