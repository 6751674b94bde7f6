/*
 * What an edition has published so far.
 */
#ifndef PUBLISH_PUBLISHED_H
#define PUBLISH_PUBLISHED_H

#include <stdbool.h>
#include <stddef.h>

#include "file/folder.h"
#include "file/manifest.h"
#include "publish/history.h"

struct arena;

struct published {
    struct arena *arena;
    struct folder folder; /* closed when nothing was published */
    struct history history;
    const char **months; /* "2025-09" …, sorted */
    size_t month_count;
    const char *month;        /* asked for */
    int version;              /* of the month asked for; 0: none stands */
    int last_version;         /* the newest it ever had; 0: never published */
    struct manifest manifest; /* of that month; empty if it is not true */
    struct manifest root; /* of what stands beside the months; empty if lost */
};

/* Nothing published; safe to close. */
struct published published_none(struct arena *arena);

/* Opens the edition's folder in output, if there is one, and reads the chain
   of versions, the months, and one month's manifest.  False, with a message,
   if the system fails, the folder is something else, or the chain is broken:
   what was tampered with is not continued. */
bool published_open(struct published *published, const struct folder *output,
                    const char *edition, const char *month);

/* How many of the month's files, sorted and by their path in it, are not as
   published, of which the bytes themselves have been looked at: kept are those
   that are.  The first few are named in *names. */
size_t published_changes(const struct published *published, struct manifest now,
                         const struct manifest *kept, struct text *names);

/* Whether the month stands there as it was published; reports what does
   not. */
bool published_is_whole(const struct published *published);

/* Warns of every other month whose manifest is not there as it was published;
   such a month is not this release's to make again. */
bool published_look_after(struct published *published);

/* Text of a published file, from the arena; false without message if there is
   none. */
bool published_read(const struct published *published, struct arena *arena,
                    const char *path, struct text *content);

#endif
