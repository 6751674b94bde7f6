/*
 * The bytes that markup is made of.
 */
#ifndef GATE_HTML_TEXT_H
#define GATE_HTML_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum markup { MARKUP_SPACE = 1, MARKUP_LETTER = 2, MARKUP_NAME = 4 };

/* Whether a byte is one of that kind; letters are of names too. */
bool html_text_is(char byte, unsigned kind);

/* How many bytes of that kind the text begins with. */
size_t html_text_run(struct text text, unsigned kind);

/* The bytes before the first stop, all if there is none; *good says
   whether every & in them begins a character reference and no < or NUL stands
   there. */
size_t html_text_length(struct text text, char stop, bool *good);

#endif
