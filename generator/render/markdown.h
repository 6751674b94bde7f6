/*
 * Texts that GitHub's Markdown shows as they stand, wherever they are put: in
 * a table's cell, a list, a heading or a paragraph.
 */
#ifndef RENDER_MARKDOWN_H
#define RENDER_MARKDOWN_H

#include <stddef.h>

#include "base/text.h"

struct arena;

/* What must be written instead of the character at this byte, NULL when it
   may stand; *used is how many bytes it replaces.  Line breaks become <br>,
   other control characters blanks. */
const char *markdown_instead(struct text text, size_t at, size_t *used);

/* How many bytes from the offset on may all stand, wherever they are. */
size_t markdown_plain(struct text text, size_t at);

/* The text with one blank line wherever there are several. */
struct text markdown_tidy(struct arena *arena, struct text markdown);

#endif
