/*
 * Where a release is written until it is swapped in.
 *
 * It is made when there is something to write: what is published already, to
 * the byte, is not written again but linked once the rest is known, and a
 * release that changes nothing leaves no trace.
 */
#ifndef PUBLISH_STAGING_H
#define PUBLISH_STAGING_H

#include <stdbool.h>

#include "file/folder.h"

struct swap_names;

/* output and names are borrowed. */
struct staging {
    const struct folder *output;
    const struct swap_names *names;
    struct folder folder; /* fd is -1 until it is made */
    int temporary;        /* for an interrupt */
};

/* Not made yet; nothing fails. */
struct staging staging_none(const struct folder *output,
                            const struct swap_names *names);

/* Makes the folder, if it is not there yet.  False, with a message, if the
   system fails. */
bool staging_make(struct staging *staging);

/* Drops everything written so far.  False as before. */
bool staging_empty(struct staging *staging);

/* Removes what is left of it; what cannot be removed is a warning. */
void staging_close(struct staging *staging);

#endif
