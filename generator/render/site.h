/*
 * A report → the files of its month, handed to whoever takes them.
 */
#ifndef RENDER_SITE_H
#define RENDER_SITE_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct diag;
struct file_sink;
struct report;

enum { SITE_OWN_TEXTS = 3 };

/* Renders every page in every format, the data files and the assets of the
   month, then the edition's own index.  False if a template is wrong or the
   sink stops. */
bool site_render(const struct report *report, const char *templates,
                 const struct file_sink *sink, struct diag *diag);

/* Only what stands beside the months, of a report without one. */
bool site_render_index(const struct report *report, const char *templates,
                       const struct file_sink *sink, struct diag *diag);

/* The page that stands where a version is no longer kept, one folder deep; from
   the report's arena. */
bool site_render_gone(const struct report *report, const char *templates,
                      struct diag *diag, struct text *page);

/* Style sheets and scripts as they stand in the templates, from the arena: in
   what is rendered they are there byte for byte.  False, with a message, if one
   cannot be read. */
bool site_own_texts(struct arena *arena, const char *templates,
                    struct diag *diag, struct text own[SITE_OWN_TEXTS]);

#endif
