/*
 * Who may work in an output folder.
 */
#ifndef FILE_LOCK_H
#define FILE_LOCK_H

#include <stdbool.h>

struct folder;

/* A builder works alone; any number of readers, so long as nobody builds. */
enum lock_kind { LOCK_READING, LOCK_BUILDING };

/* Locks an open folder until it is closed or the program ends, however it
   ends.  False, with a message, if another process holds it or the system
   fails. */
bool lock_take(const struct folder *folder, enum lock_kind kind);

#endif
