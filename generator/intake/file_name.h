/*
 * Names of files: which are passed over, and in which encoding they are, for
 * exports unpacked by old programs have theirs in GB18030.
 */
#ifndef INTAKE_FILE_NAME_H
#define INTAKE_FILE_NAME_H

#include <stdbool.h>

struct arena;

/* Hidden files, the lock files of office programs, and texts for people. */
bool file_name_is_passed_over(const char *name);

/* The path in UTF-8: what is, as it stands; a name in it that is not, read as
   GB18030.  NULL if one is neither. */
const char *file_name_utf8(struct arena *arena, const char *path);

#endif
