/*
 * A month's files, published all at once or not at all.
 *
 * A release is written to a staging folder beside the edition's folder, under
 * a lock, and swapped in by one atomic rename after everything is on disk.
 * Whatever happens before, a kill included, leaves the published site byte
 * for byte; the next release removes the debris.  Months published earlier
 * are carried over as hard links and never rewritten.
 */
#ifndef PUBLISH_RELEASE_H
#define PUBLISH_RELEASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct diag;
struct release;

struct release_request {
    const char *output;  /* "output" */
    const char *edition; /* folder in it: "site" or "internal" */
    const char *month;   /* "2025-10" */
    const char *cutoff;  /* "2025-10-31" */
    const char *revise;  /* the reason given by --revise, or NULL */
};

/* Takes the lock, removes debris, makes the staging folder.  NULL, with a
   message, if the system fails or another process holds the lock. */
struct release *release_open(const struct release_request *request,
                             struct diag *diag);

/* The version the month will have: 1 if it is new, the published one if its
   bytes turn out the same, else one more (needs revise). */
int release_version(const struct release *release);

/* Text of a file of the published site, from the arena; false without message
   if there is none. */
bool release_published(const struct release *release, struct arena *arena,
                       const char *path, struct text *content);

/* Months already published, "2025-09" …, sorted. */
size_t release_months(const struct release *release,
                      const char *const **months);

/* Adds one file; path is relative to the edition's folder. */
bool release_add(struct release *release, const char *path,
                 struct text content);

/* Adds MANIFEST.sha256 and history.jsonl, syncs and swaps.  False, with a
   message, if the system fails, a gate closes or a published month would
   change without revise; the published site is then as it was. */
bool release_publish(struct release *release);

/* Gives everything up that was not published; always called last. */
void release_close(struct release *release);

#endif
