/*
 * Tag files of a bag: lines of UTF-8 that end with LF, CR or CR LF.
 */
#ifndef ARCHIVE_TAG_FILES_H
#define ARCHIVE_TAG_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;

/* The same lines, each ended by a line feed, from the arena.  False if it is
   not UTF-8 or begins with a byte order mark. */
bool tags_lines(struct arena *arena, struct text raw, struct text *lines);

/* A line by its number from 1, without its end; empty if there is none. */
struct text tags_line(struct text lines, size_t number);

/* An element of bag-info.txt, what continues on the next lines included. */
struct tags_element {
    struct text label, value; /* from the arena */
    bool is_good;             /* false: not "label: value" */
};

/* Takes the next element off the lines; false when there is none. */
bool tags_next(struct arena *arena, struct text *lines,
               struct tags_element *element);

/* Takes a line of fetch.txt off the lines: its path, from the arena, and
   whether it is "url length path".  False when there is none. */
bool tags_next_fetch(struct arena *arena, struct text *lines, struct text *path,
                     bool *is_good);

/* Whether a path stays in its bag on whatever system unpacks it: relative, no
   "..", also between backslashes, no home folder, no drive. */
bool tags_path_is_safe(const char *path);

#endif
