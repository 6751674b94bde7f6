/*
 * Lists of files with their digests, as sha256sum writes and BagIt wants
 * them: digest, two blanks, path, line feed; sorted by path.
 */
#ifndef FILE_MANIFEST_H
#define FILE_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;

/* The list's name in a month's folder. */
#define MANIFEST_NAME "MANIFEST.sha256"

struct manifest_line {
    const char *path;
    struct text digest;
    size_t number; /* of the line it was read from; 0 if it was not */
};

struct manifest {
    struct arena *arena; /* set before anything is added */
    struct manifest_line *lines;
    size_t count, room;
};

/* Path and digest are borrowed. */
void manifest_add(struct manifest *manifest, const char *path,
                  struct text digest);

/* By path.  False if a path stands there twice. */
bool manifest_sort(struct manifest *manifest);

/* The second line of a path that a sorted manifest lists twice, or NULL. */
const struct manifest_line *manifest_twice(const struct manifest *manifest);

/* The line of a path in a sorted manifest, or NULL. */
const struct manifest_line *manifest_find(const struct manifest *manifest,
                                          const char *path);

struct text manifest_text(const struct manifest *manifest);

/* Reads a list of digests of so many hexadecimal letters and sorts it.  0, or
   the number of a line that is not well formed, lists a path again or one
   that would lead out of its folder. */
size_t manifest_parse(struct text text, size_t digest_letters,
                      struct manifest *manifest);

/* The path within that folder, or NULL if it does not lie there. */
const char *manifest_part(const char *path, const char *folder);

/* The lines of what lies in that folder, sorted, by their path in it; memory
   from the manifest's arena. */
struct manifest manifest_within(const struct manifest *manifest,
                                const char *folder);

/* Whether a relative path stays in its folder: not empty, no leading slash,
   no empty, "." or ".." part. */
bool manifest_path_is_safe(const char *path);

#endif
