/*
 * What a release leaves as it is: linked from the published tree into the
 * staged one.  That is every other month, the old versions of this one, the
 * assets older pages use, and whatever somebody else put there.
 */
#ifndef PUBLISH_CARRY_OVER_H
#define PUBLISH_CARRY_OVER_H

#include <stdbool.h>
#include <stddef.h>

struct folder;
struct manifest;
struct published;

struct carry_over {
    const struct published *published;
    const struct folder *staging;
    const char *month;                /* "2025-10", being released */
    const struct manifest *added;     /* sorted, by full path */
    const struct manifest *kept;      /* of these, not written; sorted */
    const struct manifest *old_month; /* sorted, by path in the month */
    bool keeps_month;           /* its bytes are the same: the old files stay */
    bool drops_month;           /* it goes with all its versions */
    int old_version;            /* to be kept beside it as 2025-10-v1, or 0 */
    const char *const *dropped; /* folders of versions that do not stay */
    size_t dropped_count;
};

/* Whether nothing of somebody else's stands where the release puts a file of
   its own; reports the first thing that does. */
bool carry_over_meets_nobody(const struct carry_over *carry);

/* False, with a message, if the system fails. */
bool carry_over(const struct carry_over *carry);

/* Whether every file the last release wrote beside the months is written by
   this one too. */
bool carry_over_drops_nothing(const struct published *published,
                              const struct manifest *added);

/* Adds what the last release listed beside the months, this one does not
   write and older months need. */
void carry_over_add_kept(const struct carry_over *carry,
                         struct manifest *files);

#endif
