/*
 * A file while it is added to a release: digested as it comes, and written
 * from where it is no longer what is published already.
 *
 * Functions that return bool report what went wrong; what is false has been
 * dropped.
 */
#ifndef PUBLISH_STAGED_FILE_H
#define PUBLISH_STAGED_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "file/file.h"

struct digest;
struct folder;
struct manifest;
struct staging;

struct staged_file {
    struct staging *staging;
    const struct folder *published;
    struct arena *arena; /* as long as the file is open */
    const char *path;
    struct digest *digest;
    struct file old;  /* the published one; closed once they differ */
    uint64_t same;    /* so many bytes are as published */
    struct file file; /* the new one; closed as long as they do not */
};

/* A new file of that path.  What is published is not looked at when that
   folder is NULL.  Both are borrowed to the end. */
bool staged_file_begin(struct staged_file *addition, struct staging *staging,
                       const struct folder *published, const char *path);
bool staged_file_append(struct staged_file *addition, struct text piece);

/* Closes the file and adds its line to added, and to kept too if it is as
   published and has not been written. */
bool staged_file_end(struct staged_file *addition, struct manifest *added,
                     struct manifest *kept);

/* Closes a file that is not to be ended; harmless when none is open. */
void staged_file_drop(struct staged_file *addition);

#endif
