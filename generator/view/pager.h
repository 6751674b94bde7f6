/*
 * The way between the pages of what is cut into many.
 */
#ifndef VIEW_PAGER_H
#define VIEW_PAGER_H

#include <stddef.h>

#include "base/text.h"

struct arena;
struct view;

/* "units", "units-2", ...: the pages' files, counted from 0. */
struct text pager_stem(const char *stem, size_t page, struct arena *arena);

/* PAGER {FILE MARKDOWN_FILE NUMBER IS_HERE IS_ELSEWHERE}, seen from one of
   count pages; empty when it is the only one. */
void pager_fill(struct view *view, const char *stem, size_t page, size_t count);

#endif
