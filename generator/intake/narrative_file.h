/*
 * The paragraph an office writes by hand: summary.md of the month's folder,
 * else of the input folder.  What was written for one month is not said of the
 * next.  There need not be one.
 */
#ifndef INTAKE_NARRATIVE_FILE_H
#define INTAKE_NARRATIVE_FILE_H

#include <stdbool.h>

#include "base/date.h"
#include "intake/source.h"

struct arena;
struct diag;

/* source.path is NULL when there is none, or it is empty; else the caller
   closes it.  False, with a message, if it cannot be read or decoded. */
bool narrative_read(struct arena *arena, const char *folder,
                    const struct source_list *sources, struct month month,
                    struct diag *diag, struct source *source);

#endif
