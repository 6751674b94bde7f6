/*
 * The paragraph an office writes by hand: summary.md of the month's folder,
 * else of the input folder.  What was written for one month is not said of the
 * next.  There need not be one.  English pages have summary.en.md of the same
 * folder, where there is one.
 */
#ifndef INTAKE_NARRATIVE_FILE_H
#define INTAKE_NARRATIVE_FILE_H

#include <stdbool.h>

#include "base/date.h"
#include "base/language.h"
#include "intake/source.h"

struct arena;
struct diag;

/* The file for the month: that of its own folder if there is one with words in
   it, else that of the input folder, there or not; from the arena. */
const char *narrative_path(struct arena *arena, const char *folder,
                           const struct source_list *sources,
                           struct month month, enum language language);

/* source.path is NULL when there is none, or it is empty; else the caller
   closes it.  False, with a message, if it cannot be read or decoded. */
bool narrative_read(const char *path, struct diag *diag, struct source *source);

#endif
