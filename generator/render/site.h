/*
 * A report → the files of its month, handed to whoever takes them.
 */
#ifndef RENDER_SITE_H
#define RENDER_SITE_H

#include <stdbool.h>

struct diag;
struct file_sink;
struct report;

/* Renders every page in every format, the data files and the assets of the
   month, then the edition's own index.  False if a template is wrong or the
   sink stops. */
bool site_render(const struct report *report, const char *templates,
                 const struct file_sink *sink, struct diag *diag);

#endif
