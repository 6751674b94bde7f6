/*
 * provenance.json of a bag: how its month was made, and so how it can be
 * made again.
 */
#ifndef CLI_PROVENANCE_H
#define CLI_PROVENANCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct job;
struct json_t;

struct provenance {
    struct json_t *json;
    struct json_t *editions;
    struct text cutoff;  /* of the editions added */
    int64_t versions[2]; /* of the public and the internal edition; 0: none */
};

void provenance_open(struct provenance *provenance, const char *month);

/* Adds an edition ("site" or "internal") from its published month folder:
   version, cutoff, options, digest of its manifest. */
void provenance_add(struct job *job, struct provenance *provenance,
                    const char *edition, const char *folder);

/* Adds the digest of every file of the input folder, and the cutoff of the
   editions.  False, with a message, if one cannot be read. */
bool provenance_add_inputs(struct job *job, struct provenance *provenance,
                           const char *input);

/* The bag's name: "shiji-2025-10-v1", with "-internal-v1" when it holds
   personal data. */
const char *provenance_name(const struct job *job,
                            const struct provenance *provenance,
                            const char *month);

/* A small file, whole, from the job's arena.  False if there is none, or, with
   a message, if it cannot be read. */
bool file_text(struct job *job, const char *path, struct text *content);

#endif
