/*
 * The one door to ctemplate, in plain C.
 *
 * render/template.cc alone speaks C++ with it.  It answers ctemplate's
 * questions straight from a view, expands one template and lets no exception
 * out.  {{>TREND}} is parts/trend.html (or .md), which sees every name of the
 * page around it; {{SAY_RAISED}} is a wording; any other name the view does
 * not offer is an error.
 */
#ifndef RENDER_TEMPLATE_H
#define RENDER_TEMPLATE_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct diag;
struct view;

#ifdef __cplusplus
extern "C" {
#endif

/* What to expand: folder/path.extension, a layout or a part; extension is
   "html", "md" or "xml".  {{>BODY}} is the page that the view's BODY names,
   folder/pages/<BODY>.

   An html or xml template must begin with its {{%AUTOESCAPE …}} line, or it is
   refused: without it ctemplate escapes nothing.  In md templates a variable
   is escaped by {{NAME:x-md}}. */
struct template_names {
    const char *folder;
    const char *path;
    const char *extension;
};

/* What came of it, and where in it each item of the view's own lists begins,
   count of them; starts[count] is the length. */
struct template_made {
    struct text text;
    size_t *starts;
    size_t count;
};

/* What is made is taken from the arena.  False, with a message naming the
   template, if one is missing, wrongly written or asks for an unknown
   name. */
bool template_expand(struct arena *arena, const struct template_names *names,
                     const struct view *view, struct diag *diag,
                     struct template_made *made);

/* Loads what the C++ runtime loads on first use, so that a later lack of
   memory ends cleanly.  Call once, first. */
void template_prepare(void);

#ifdef __cplusplus
}
#endif

#endif
