/*
 * A report → the files of its month, handed to whoever takes them.
 */
#ifndef RENDER_SITE_H
#define RENDER_SITE_H

#include <stdbool.h>

#include "base/text.h"

struct diag;
struct report;

/* Takes one finished file, path relative to the edition's folder
   ("2025-10/index.html", "assets/site-1a2b3c4d.css").  False: already
   reported, stop. */
struct site_sink {
    bool (*take)(void *data, const char *path, struct text content);
    /* One file that comes in pieces; others may be taken before its end. */
    bool (*begin)(void *data, const char *path);
    bool (*append)(void *data, struct text piece);
    bool (*end)(void *data);
    void *data;
    /* Told before the first file how many pages the month will have; NULL:
       nobody asks. */
    void (*expect)(void *data, size_t pages);
};

/* Renders every page in every format, the data files and the assets of the
   month, then the edition's own index.  False if a template is wrong or the
   taker stops. */
bool site_render(const struct report *report, const char *templates,
                 const struct site_sink *taker, struct diag *diag);

#endif
