/*
 * The files a report is made with: templates, style sheet, script.
 */
#ifndef RENDER_ASSET_H
#define RENDER_ASSET_H

#include <stdbool.h>

#include "base/text.h"

struct arena;

/* The whole file, from the arena; false, without message, if it cannot be
   read. */
bool asset_read(struct arena *arena, const char *path, struct text *content);

#endif
