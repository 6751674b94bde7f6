/*
 * A month's files, published all at once or not at all.
 *
 * A release is written to a staging folder beside the edition's folder, under
 * a lock, and swapped in by one atomic rename after everything is on disk.
 * Whatever happens before, a kill included, leaves the published site byte
 * for byte; the next release removes the debris.  Months published earlier,
 * and files shiji did not make, are carried over as hard links and never
 * rewritten.
 *
 *     release = release_open(&request, diag);
 *     do
 *         render with release_version(release), release_add(…) each file;
 *     while (release_settle(release, &again) && again);
 *     release_publish(release, &search);
 *     release_close(release);
 */
#ifndef PUBLISH_RELEASE_H
#define PUBLISH_RELEASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct diag;
struct leak_search;
struct release;

/* Borrowed until release_close; output until the diag is freed. */
struct release_request {
    const char *output;  /* "output" */
    const char *edition; /* folder in it: "site" or "internal" */
    const char *month;   /* "2025-10" */
    const char *cutoff;  /* "2025-10-31" */
    const char *revise;  /* the reason given by --revise, or NULL */
    /* Asked when only the swap is left to do; false, and nothing is published.
       NULL: it may. */
    bool (*may_publish)(void *context);
    void *context;
};

/* Makes the output folder if need be, takes the lock, removes debris.  NULL,
   with a message, if the system fails or another process holds the lock. */
struct release *release_open(const struct release_request *request,
                             struct diag *diag);

/* The version to render the month with: the published one, or 1 if it is new;
   one more after release_settle said again. */
int release_version(const struct release *release);

/* Text of a file of the published site, from the arena; false without message
   if there is none. */
bool release_published(const struct release *release, struct arena *arena,
                       const char *path, struct text *content);

/* Months already published, "2025-09" …, sorted. */
size_t release_months(const struct release *release,
                      const char *const **months);

/* Adds one file; path is relative to the edition's folder.  What is published
   already with these bytes is not written again. */
bool release_add(struct release *release, const char *path,
                 struct text content);

/* The same of one file that comes piece by piece: begun, appended to, ended;
   whole files may be added meanwhile.  After a false nothing more is to be
   added. */
bool release_begin(struct release *release, const char *path);
bool release_append(struct release *release, struct text piece);
bool release_end(struct release *release);

/* Compares what was added with the month as published.  Sets *again when its
   bytes changed and a reason to revise was given: what was added is then
   dropped, to be rendered and added once more with the next version.  False,
   with a message naming the files, if a published month would change without
   such a reason. */
bool release_settle(struct release *release, bool *again);

/* Adds MANIFEST.sha256 and history.jsonl, carries over what is not rewritten,
   runs the gates, syncs and swaps; a release that changes nothing, byte for
   byte, is neither read again nor swapped in.  search is what the leak gate
   looks for in the public edition; NULL in the internal one, which keeps
   personal values.  False, with a message, if the system fails or a gate
   closes; the published site is then as it was. */
bool release_publish(struct release *release, const struct leak_search *search);

/* Gives everything up that was not published; always called last. */
void release_close(struct release *release);

#endif
