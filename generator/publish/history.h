/*
 * history.jsonl: one line for each version ever published, oldest first.
 * Each carries the digest of its month's MANIFEST.sha256 and the digest of
 * the line before, so that none can be changed or left out unseen.
 */
#ifndef PUBLISH_HISTORY_H
#define PUBLISH_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;

#define HISTORY_NAME "history.jsonl"

struct history_line {
    struct text month;
    int64_t version;
    struct text cutoff;
    struct text digest;
    struct text previous; /* empty in the first line */
    struct text reason;   /* empty when there was none to give */
};

struct history {
    struct arena *arena;
    struct history_line *lines;
    size_t count;
};

/* 0, or the number of the first line that is not well formed or breaks the
   chain: previous must be the digest of the line before, and a month's
   versions must be 1, 2, 3 … */
size_t history_parse(struct text text, struct history *history);

/* The newest line of a month, or NULL. */
const struct history_line *history_of(const struct history *history,
                                      struct text month);

/* One line, line feed included, from the arena; previous is filled in. */
struct text history_append(const struct history *history,
                           struct history_line line);

#endif
