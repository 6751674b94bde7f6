/*
 * history.jsonl: one line for each version ever published, oldest first.
 * Each carries the digest of its month's MANIFEST.sha256, that of the version
 * published before, and a seal: the digest of the seal before and of all else
 * the line says.  So none can be changed, moved or left out unseen.
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
    struct text cutoff;
    struct text digest;
    struct text previous; /* empty in the first line */
    struct text reason;   /* empty when there was none to give */
    struct text seal;
};

struct history {
    struct arena *arena;
    struct history_line *lines;
    size_t count;
};

/* 0, or the number of the first line that is not well formed or breaks the
   chain: previous must be the digest of the line before, the seal right, and
   a month's versions 1, 2, 3 … */
size_t history_parse(struct text text, struct history *history);

/* The newest line of a month, or NULL. */
const struct history_line *history_of(const struct history *history,
                                      struct text month);

/* One line, line feed included, from the arena; previous and seal are filled
   in. */
struct text history_append(const struct history *history,
                           struct history_line line);

#endif
