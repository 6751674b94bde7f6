/*
 * The templates that the program itself carries, for desks it comes to alone.
 *
 * They are those of templates/ when it was built; built_in.sh writes them down
 * as a table in C.  Templates are named by a folder or by BUILT_IN, and one of
 * their files by that name, a slash and its path, whichever it is.
 */
#ifndef RENDER_BUILT_IN_H
#define RENDER_BUILT_IN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

#define BUILT_IN "built-in:"

struct built_in_file {
    const char *path; /* "pages/list.html" */
    struct text content;
};

/* By path. */
extern const struct built_in_file built_in_files[];
extern const size_t built_in_count;

/* Whether these templates, or this file of theirs, are the program's own. */
bool is_built_in(const char *name);

/* The file "built-in:/pages/list.html"; false if the program has none. */
bool built_in_find(const char *name, struct text *content);

#endif
