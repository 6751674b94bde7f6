/*
 * Proof, years later: whether a bag or a site is what it was when it was
 * made.  Everything wrong is reported, not only the first.
 */
#ifndef ARCHIVE_VERIFY_H
#define ARCHIVE_VERIFY_H

#include <stdbool.h>

struct arena;
struct diag;

/* Whether the folder is meant to be a bag: it holds bagit.txt or a payload
   manifest. */
bool verify_is_bag(const char *path);

/* A bag is valid when it is complete and every digest is right (RFC 8493).
   False, with messages, if not; path is borrowed as long as the diag. */
bool verify_bag(const char *path, struct diag *diag);

/* An output folder, or an edition's folder in it: the chain of versions, each
   version's manifest, each file, the assets.  arena lives as long as the
   diag. */
bool verify_site(const char *path, struct arena *arena, struct diag *diag);

#endif
