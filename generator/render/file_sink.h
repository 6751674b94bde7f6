/*
 * Who takes finished files.
 */
#ifndef RENDER_FILE_SINK_H
#define RENDER_FILE_SINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* Takes one finished file, path relative to the edition's folder
   ("2025-10/index.html", "assets/site-1a2b3c4d.css"); texts are lent for the
   call.  False: already reported, stop. */
struct file_sink {
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

#endif
