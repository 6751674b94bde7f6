/*
 * brief.docx: the brief once more, for office programs, to be edited.
 */
#ifndef RENDER_BRIEF_FILE_H
#define RENDER_BRIEF_FILE_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct diag;
struct view;

/* The view is that of print.html; the file is the arena's.  False, with a
   message. */
bool brief_file_make(struct arena *arena, const char *templates,
                     const struct view *view, struct diag *diag,
                     struct text *file);

#endif
