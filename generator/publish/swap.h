/*
 * One folder takes another's place, at one moment.
 */
#ifndef PUBLISH_SWAP_H
#define PUBLISH_SWAP_H

#include <stdbool.h>

struct arena;
struct folder;

/* Names in the output folder. */
struct swap_names {
    const char *edition;  /* "site" */
    const char *draft;    /* ".site.staging", which holds the two below */
    const char *staging;  /* ".site.staging/tree" */
    const char *previous; /* ".site.staging/previous" */
};

struct swap_names swap_names(struct arena *arena, const char *edition);

/* Undoes what a killed release of either edition left; needs the lock. */
bool swap_recover(const struct folder *output);

/* Puts the staged tree, already on disk, in the edition's place.  False, with
   a message and the old tree back in place, if the system fails. */
bool swap_in(const struct folder *output, const struct swap_names *names,
             bool replaces);

/* Removes what the edition's release left beside it; what cannot be removed
   is a warning, for the published site is whole. */
void swap_clean(const struct folder *output, const struct swap_names *names);

#endif
