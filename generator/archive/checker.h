/*
 * A folder under examination, everything in it listed: for the verifier.
 */
#ifndef ARCHIVE_CHECKER_H
#define ARCHIVE_CHECKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/digest.h"
#include "base/text.h"
#include "file/fault.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "file/tree.h"

struct arena;
struct diag;

struct checker {
    struct arena *arena;
    struct folder folder;
    struct tree tree;
    struct faults faults;
    struct manifest foreign; /* files in no list, by path */
};

/* A kind of digest, in so many hexadecimal letters. */
struct checker_digest {
    const char *name; /* "sha256" */
    size_t letters;
    enum digest_kind kind;
};

/* The digests a bag may use, sha256 and sha512; NULL for another name. */
const struct checker_digest *checker_digest_named(struct text name);

/* False, with a message, if the folder cannot be read; checker_close all the
   same. */
bool checker_open(struct checker *checker, const char *path, struct diag *diag);

/* Whether all was good. */
bool checker_close(struct checker *checker, bool good);

/* Reports what is wrong with a file. */
void checker_wrong(struct checker *checker, const char *file, const char *what);

/* Reports a file that is in no list, once. */
void checker_foreign(struct checker *checker, const char *file);

bool checker_has(const struct checker *checker, const char *path);

/* A file's bytes, or an empty text with a message if there is no such
   file. */
struct text checker_read(struct checker *checker, const char *path);

/* Reports a file that is missing or has another digest. */
void checker_compare(struct checker *checker, const char *path,
                     struct text expected, const struct checker_digest *kind);

#endif
