/*
 * A folder for what is not finished, beside the place where it will go.
 *
 * It bears a mark, so that what a killed program left is told from a folder
 * that somebody happens to have called the same; such a one is never touched.
 */
#ifndef FILE_DRAFT_H
#define FILE_DRAFT_H

#include <stdbool.h>

struct folder;

/* Whether nothing stands there but what a killed program left.  False, with a
   message, if the system fails or it is somebody else's. */
bool draft_is_free(const struct folder *parent, const char *name);

/* Makes the folder, unless it is one of these already, and marks it.  False as
   before. */
bool draft_make(const struct folder *parent, const char *name);

/* Removes it with all it holds; nothing there is no fault.  False as
   before. */
bool draft_remove(const struct folder *parent, const char *name);

#endif
