/*
 * history.jsonl: one line for each version ever published and for each month
 * taken back, oldest first.  Each carries the digest of its month's
 * MANIFEST.sha256, that of the line before, and a seal: the digest of the seal
 * before and of what the line says in front of it.  So none can be changed,
 * moved or left out unseen.
 *
 * Behind the seal stands the text of the reason, for readers.  What is sealed
 * is its digest: a name in it may have to be masked years later, when it is
 * known to be one.
 */
#ifndef PUBLISH_HISTORY_H
#define PUBLISH_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/own_folders.h"
#include "base/text.h"

struct arena;

#define HISTORY_NAME MARK_OF_SITE

struct history_line {
    struct text month;
    int64_t version;
    bool is_withdrawn; /* the month with all its versions was taken back */
    struct text cutoff;
    struct text digest;
    struct text previous;      /* empty in the first line */
    struct text reason_digest; /* empty when there was none to give */
    struct text reason;        /* as it may be said today */
    struct text seal;
};

struct history {
    struct arena *arena;
    struct history_line *lines;
    size_t count;
};

/* 0, or the number of the first line that is not well formed or breaks the
   chain: previous must be the digest of the line before, the seal right, a
   month's versions 1, 2, 3 …, and what is taken back must have stood. */
size_t history_parse(struct text text, struct history *history);

/* The newest line of a month, or NULL. */
const struct history_line *history_of(const struct history *history,
                                      struct text month);

/* The newest line of a month if it stands, not taken back; else NULL. */
const struct history_line *history_standing(const struct history *history,
                                            struct text month);

/* Whether the path lies in a folder of an old version, "2025-10-v1/…", and of
   which line; NULL if it does not. */
const struct history_line *history_of_path(const struct history *history,
                                           const char *path);

/* Gives it lines of its own, with room for one more. */
void history_copy(struct history *history);

/* Adds a line, for which there is room; previous, reason_digest and seal are
   filled in. */
void history_add(struct history *history, struct history_line line);

/* The whole file, from the arena. */
struct text history_text(const struct history *history);

#endif
