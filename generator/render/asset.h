/*
 * The files a report is made with: templates, style sheet, script.
 */
#ifndef RENDER_ASSET_H
#define RENDER_ASSET_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct diag;

/* The whole file, the program's own or from the arena; false, with a message,
   if it is missing or cannot be read.  The path must outlive the diag. */
bool asset_read(struct arena *arena, const char *path, struct diag *diag,
                struct text *content);

#endif
