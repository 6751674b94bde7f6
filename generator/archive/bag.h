/*
 * A published month as a BagIt 1.0 bag (RFC 8493), for those who must prove
 * years later what was published and from what.  The same content gives the
 * same bag, byte for byte.
 */
#ifndef ARCHIVE_BAG_H
#define ARCHIVE_BAG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;

struct arena;
struct diag;

/* A folder or file to copy byte for byte to data/<to>. */
struct bag_source {
    const char *from;
    const char *to;    /* "input" */
    const char *month; /* of a site: leaves other months out; or NULL */
    /* What the bag, whose names are UTF-8, calls a file; NULL if it cannot. */
    const char *(*name_of)(struct arena *arena, const char *path);
};

/* A file made for the bag: data/<to>. */
struct bag_text {
    const char *to; /* "provenance.json" */
    struct text content;
};

/* A line of bag-info.txt. */
struct bag_label {
    const char *name; /* "Source-Organization" */
    struct text value;
};

struct bag_request {
    const char *folder; /* "output/archive", made when missing; borrowed as
                           long as the diag lives, as are sources' paths */
    const char *name;   /* of the bag in it: "shiji-2025-10-v1" */
    const char *date;   /* Bagging-Date, "2025-10-31" */
    const struct bag_source *sources;
    size_t source_count;
    const struct bag_text *texts;
    size_t text_count;
    const struct bag_label *labels;
    size_t label_count;
    /* Whether the complete bag, at that path for now, may have its name; false
       with a message.  NULL: it may. */
    bool (*is_proved)(void *context, const char *path);
    void *context;
};

/* Writes the bag beside its place and renames it there when it is complete,
   on disk and proved.  A bag of the same bytes there already is no fault; one
   of other bytes is never replaced.  Two at once: the second is told so.
   False, with a message, if it fails. */
bool bag_write(const struct bag_request *request, struct diag *diag);

/* A path that a manifest writes with %25, %0D, %0A for %, CR and LF. */
struct text bag_decode(struct arena *arena, struct text path);

#endif
