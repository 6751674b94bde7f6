/*
 * Folders made for an output that never came.
 *
 * A build that publishes nothing leaves nothing: the output folder and its
 * parents, if they were made for it and are empty, go again.
 */
#ifndef FILE_EMPTY_FOLDERS_H
#define FILE_EMPTY_FOLDERS_H

#include <stddef.h>

/* How much of the path stands already: bytes of the longest part that is
   there. */
size_t empty_folders_standing(const char *path);

/* Removes what of the path is longer than that, as long as it is empty. */
void empty_folders_remove(const char *path, size_t standing);

#endif
