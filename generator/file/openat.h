/*
 * Handles of files and folders, by paths below an open folder.
 *
 * A path is walked one folder at a time, each opened without following links.
 * Nothing is reported here: what fails leaves errno, so that any thread may
 * call these and whoever has the diag says it.
 */
#ifndef FILE_OPENAT_H
#define FILE_OPENAT_H

#include <stdbool.h>

/* openat, once more when a signal came between; -1 with errno. */
int openat_open(int at, const char *name, int flags);

/* 0, or errno. */
int openat_close(int fd);

/* A folder's own handle, made first if need be; a link to a folder is ELOOP.
   -1 with errno. */
int openat_enter(int at, const char *name, bool make);

/* Sets the mode of what was just made; 0, or errno.  Where a file system gives
   all to who mounted it, there is none to set. */
int openat_set_mode(int fd, unsigned mode);

/* The handle of the folder that path's last name stands in, to be closed;
   *name is that last name.  Steps upward lead nowhere.  -1 with errno. */
int openat_parent(int at, const char *path, bool make, const char **name);

#endif
