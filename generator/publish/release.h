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
 *     render with release_version(release), release_add(…) each file;
 *     if (release_settle(release) == SETTLED_CHANGED)
 *         release_revise(release, …), and render and add once more;
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
struct folder;
struct leak_search;
struct release;

/* Borrowed until release_close; output until the diag is freed. */
struct release_request {
    const char *output;  /* "output" */
    const char *edition; /* folder in it: "site" or "internal" */
    const char *month;   /* "2025-10" */
    const char *cutoff;  /* "2025-10-31" */
    const char *reason;  /* for a revision or for taking the month back, as
                            the edition may say it; or NULL */
    /* Asked when only the swap is left to do; false, and nothing is published.
       NULL: it may. */
    bool (*may_publish)(void *context);
    /* Masks what is not to be told in the reasons of earlier revisions; NULL:
       nothing. */
    struct text (*mask)(void *context, struct text text);
    void *context;
};

/* Makes the output folder if need be, takes the lock, removes debris.  NULL,
   with a message, if the system fails or another process holds the lock. */
struct release *release_open(const struct release_request *request,
                             struct diag *diag);

/* The version to render the month with: the published one, the next number if
   none stands, one more after release_revise. */
int release_version(const struct release *release);

/* Whether the month stands there already. */
bool release_stands(const struct release *release);

/* The published folder of the edition, to be looked through; NULL when there is
   none. */
const struct folder *release_folder(const struct release *release);

/* The folder of the version before the one being rendered, "2025-10-v1", if
   that is kept; else NULL. */
const char *release_before(const struct release *release);

/* Whether the path lies in the folder of an old version; *folder is its
   name. */
bool release_is_old(const struct release *release, const char *path,
                    const char **folder);

/* Text of a file of the published site, from the arena; false without message
   if there is none. */
bool release_published(const struct release *release, struct arena *arena,
                       const char *path, struct text *content);

/* Months already published, "2025-09" …, sorted. */
size_t release_months(const struct release *release,
                      const char *const **months);

/* The digest by which history knows a month that stands; empty if none does. */
struct text release_digest(const struct release *release, struct text month);

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

/* Compares what was added with the month as published.  Changed: a published
   month would have other bytes; release_changes names the files.  Failed, with
   a message, if the system fails. */
enum settled { SETTLED_FAILED, SETTLED_SAME, SETTLED_CHANGED };

enum settled release_settle(struct release *release);
struct text release_changes(const struct release *release);

/* Makes it a revision: what was added is dropped, to be rendered and added
   once more with the next version.  The version published is kept beside it,
   or goes if it is not fit to be kept.  False, with a message, if it is not
   there as it was published. */
bool release_revise(struct release *release, bool keeps_before);

/* Takes the month back with all its versions: what is added is only what stands
   beside the months.  False, with a message, if it is not there. */
bool release_withdraw(struct release *release);

/* Does not carry over the folder of an old version; what is added there takes
   its place. */
void release_drop(struct release *release, const char *folder);

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
