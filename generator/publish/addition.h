/*
 * A file while it is added to a release: written piece by piece, and digested
 * on the way.
 *
 * Functions that return bool report what went wrong; what is false has been
 * dropped.
 */
#ifndef PUBLISH_ADDITION_H
#define PUBLISH_ADDITION_H

#include <stdbool.h>

#include "base/text.h"
#include "publish/file.h"

struct digest;
struct manifest;

struct addition {
    const struct folder *folder;
    struct arena *arena; /* as long as the file is open */
    const char *path;
    struct digest *digest;
    struct file file;
};

/* A new file of that path, in a folder that is borrowed to the end. */
bool addition_begin(struct addition *addition, const struct folder *folder,
                    const char *path);
bool addition_append(struct addition *addition, struct text piece);

/* Closes the file and adds its line to the manifest. */
bool addition_end(struct addition *addition, struct manifest *manifest);

/* Closes a file that is not to be ended; harmless when none is open. */
void addition_drop(struct addition *addition);

#endif
