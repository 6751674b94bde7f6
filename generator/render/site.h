/*
 * A report → the files of its month, handed to whoever takes them.
 */
#ifndef RENDER_SITE_H
#define RENDER_SITE_H

#include <stdbool.h>

#include "base/text.h"

struct diag;
struct file_sink;
struct report;

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

#endif
