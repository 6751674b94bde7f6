/*
 * The anchors GitHub gives the headings of a Markdown file, and with it
 * whoever shows such files.
 */
#ifndef BASE_HEADING_IDS_H
#define BASE_HEADING_IDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;

/* The anchors of one file so far; start with the arena set. */
struct heading_ids {
    struct arena *arena;
    struct text *taken;
    size_t count, room;
};

/* The text of a heading line ("## 破解难题"); false if the line is none. */
bool heading_of_line(struct text line, struct text *heading);

/* The anchor of the next heading: its letters, digits, - and _ in lower case,
   blanks as -; what was taken before gets -1, -2 … behind it. */
struct text heading_id_next(struct heading_ids *slugs, struct text heading);

#endif
