/*
 * One file, read or written piece by piece, so that the largest needs no more
 * room than a piece.
 *
 * Functions return 0, or the errno that stopped them.  Nothing is reported, so
 * that any thread may read files; the caller says it (folder_fail,
 * failure_report).
 */
#ifndef FILE_FILE_H
#define FILE_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct folder;

struct file {
    int fd;        /* -1 when closed */
    uint64_t size; /* of a file that is read, when it was opened */
};

/* Opens a regular file below the folder to be read.  No link is followed; or
   any is, for what somebody sent. */
int file_open(const struct folder *folder, const char *path, struct file *file);
int file_open_linked(const struct folder *folder, const char *path,
                     struct file *file);

/* Reads on into the room, filling it unless the file ends before; *got says
   how far. */
int file_read(struct file *file, char *room, size_t size, size_t *got);

/* What is read next begins so many bytes behind the start of the file. */
int file_seek(struct file *file, uint64_t offset);

/* All that is left of it, from the arena, and closes it.  A file that shrinks
   while it is read is given as read. */
int file_rest(struct file *file, struct arena *arena, struct text *content);

/* All of a file that somebody named; links are followed. */
int file_whole(const char *path, struct arena *arena, struct text *content);

/* Makes a new file, open to be written, and the folders on its way.  A file
   already there is replaced, never written into: it may be a link to a
   published one. */
int file_create(const struct folder *folder, const char *path,
                struct file *file);

int file_append(struct file *file, struct text piece);

/* Of a file that was written this may be the first to tell that the disk is
   full.  A file that is closed may be closed again. */
int file_close(struct file *file);

#endif
