/*
 * Folders and small files, by handle.
 *
 * Everything below a folder is named relative to its handle and reached
 * without following a symbolic link, so that nothing outside it can be read,
 * written or removed.  What is written has mode 0644 in folders of 0755
 * whatever the umask, and is on disk after folder_sync.  Every step is tested,
 * close included: a full disk may not show before then.
 *
 * Functions that return bool report what went wrong under the folder's path.
 */
#ifndef FILE_FOLDER_H
#define FILE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"
#include "base/text.h"

struct arena;
struct diag;

/* An open folder.  fd is -1 when closed.  path is what messages name; it is
   borrowed and lives as long as the diag. */
struct folder {
    int fd;
    const char *path;
    struct diag *diag;
};

/* Opens a folder that exists; a symbolic link or a file is refused. */
bool folder_open(struct folder *folder, const char *path, struct diag *diag);

/* The same, but a link to a folder is followed: for what is only read. */
bool folder_open_linked(struct folder *folder, const char *path,
                        struct diag *diag);

/* As folder_open, made with its parents when it is missing. */
bool folder_make(struct folder *folder, const char *path, struct diag *diag);

/* Opens a folder inside another; messages go on naming the outer one. */
bool folder_open_in(const struct folder *parent, const char *name,
                    struct folder *folder);

/* The same, made when it is missing. */
bool folder_make_in(const struct folder *parent, const char *name,
                    struct folder *folder);

void folder_close(struct folder *folder);

enum folder_kind {
    FILES_NOTHING,
    FILES_FILE,
    FILES_FOLDER,
    FILES_OTHER,
    FILES_UNSEEN,
};

/* What stands there; a symbolic link is OTHER.  What the system does not let
   see is reported and UNSEEN: it may be all there is of a site. */
enum folder_kind folder_kind(const struct folder *folder, const char *path);

/* Writes a new file and the folders on its way.  A file already there is
   replaced, never written into: it may be a link to a published one. */
bool folder_write(const struct folder *folder, const char *path,
                  struct text content);

/* The whole file, taken from the arena. */
bool folder_read(const struct folder *folder, const char *path,
                 struct arena *arena, struct text *content);

/* The same where the file may be a symbolic link, or lie behind one. */
bool folder_read_linked(const struct folder *folder, const char *path,
                        struct arena *arena, struct text *content);

/* The file's digest, from the arena; it is read piece by piece. */
bool folder_digest(const struct folder *folder, const char *path,
                   enum digest_kind kind, struct arena *arena,
                   struct text *digest);

/* Puts the file from/path at to/name: as a hard link, or as a copy where the
   file system has no links.  Folders on the way are made. */
bool folder_link(const struct folder *from, const char *path,
                 const struct folder *to, const char *name);

/* Puts everything on disk that was written below the folder. */
bool folder_sync(const struct folder *folder);

/* Puts the folder's own names on disk, as after a rename. */
bool folder_sync_names(const struct folder *folder);

/* A builder works alone; any number of readers, so long as nobody builds. */
enum folder_use { FOLDER_READING, FOLDER_BUILDING };

/* Locks an open folder until it is closed or the program ends, however it
   ends.  False, with a message, if another process holds it or the system
   fails. */
bool folder_lock(const struct folder *folder, enum folder_use use);

/* Reports that something below the folder failed for the reason errno
   gives.  Always false. */
bool folder_fail(const struct folder *folder, const char *path, int reason);

#endif
