/*
 * Files that a command gives its user to change: what is there already is the
 * user's.
 */
#ifndef CLI_NEW_FILE_H
#define CLI_NEW_FILE_H

#include <stdbool.h>

#include "base/text.h"

struct job;

/* A file that exists is kept, which is said.  False, with a message, if it
   cannot be written; nothing of it is left then. */
bool new_file_write(struct job *job, const char *path, struct text content);

/* Also the folders above it; those that are there are no fault. */
bool new_folder_make(struct job *job, const char *path);

#endif
