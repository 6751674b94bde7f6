/*
 * Whether a cell says nothing, holds a spreadsheet's error instead of a value,
 * or may hold characters that cleaning takes out or tells of.
 */
#ifndef LEDGER_CLEAN_CELL_H
#define LEDGER_CLEAN_CELL_H

#include <stdbool.h>

#include "base/text.h"
#include "ledger/characters.h"

struct arena;

/* - — / \ 无 暂无 N/A 空 */
bool is_empty_marker(struct text text);

/* #N/A #REF! #DIV/0! ##### and their like. */
bool is_cell_error(struct text text);

/* Without invisible characters, and what other programs leave in a text (<br>,
   &nbsp;, _x000D_) turned into what it stands for; the text itself when it has
   neither. */
struct text text_scrubbed(struct arena *arena, struct text text);

/* Whether no character is invisible, a space other than blank, tab and line
   feed, private, or a radical.  True of a text is true of its parts; false
   may be said of a text that has none of them. */
bool text_is_ordinary(struct text text);

/* Whether an ordinary text, which is not empty, has no edge to trim and begins
   like no marker and no error: as free text it is kept as it stands. */
bool text_is_clean(struct text text);

#endif
