/*
 * Which names a place in a template sees: those of its view, then those of
 * the views around it, and every wording.
 */
#ifndef RENDER_SCOPE_H
#define RENDER_SCOPE_H

#include <stdbool.h>

#include "base/language.h"
#include "base/text.h"

struct arena;
struct diag;
struct unknown_name;
struct view;
struct view_name;

/* One file being made. */
struct expansion {
    struct arena *arena;
    struct diag *diag;
    const char *path; /* of its template, for messages; outlives the diag */
    enum language language;
    bool is_complete;             /* every name asked for was known */
    struct unknown_name *unknown; /* those already reported */
};

struct scope {
    struct expansion *expansion;
    const struct view *view;
    const struct scope *outer;
};

/* The text of a name or, for SAY_…, the wording.  Empty when there is none,
   which is reported once. */
struct text scope_text(const struct scope *scope, struct text name);

/* The first item of a list; NULL when it is empty, or when there is no such
   list, which is reported once. */
const struct view *scope_first(const struct scope *scope, struct text name);

/* A part that has been made before; false if it is to be expanded. */
bool scope_part(const struct scope *scope, struct text name, struct text *made);

#endif
