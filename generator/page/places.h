/*
 * What was said of many places, said once: what is wrong and what to do about
 * it, and where, file by file.  What was said most often comes first.
 */
#ifndef PAGE_PLACES_H
#define PAGE_PLACES_H

#include <stddef.h>

#include "base/language.h"
#include "base/text.h"

struct arena;
struct places;
struct view;

/* What stands the same at every place; texts are borrowed. */
struct saying {
    struct text text, advice, rule;
};

/* Of so many rows of a file; title is that of a column, within names the cell
   or the rows.  Either may be empty, and is borrowed. */
struct spot {
    struct text path, title, within;
    size_t count;
};

/* Empty; all of it is the arena's. */
struct places *places_new(struct arena *arena, enum language language);

void places_add(struct places *places, const struct saying *saying,
                const struct spot *spot);

/* Adds a ROW a saying: TEXT, ADVICE, RULE, COUNT, and PART by file and column:
   PATH, and WITHIN it the column and the places. */
void places_fill(const struct places *places, struct view *list);

#endif
