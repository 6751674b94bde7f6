/*
 * Which files there are, and a file's bytes.
 *
 * Ledgers lie anywhere below the input folder.  A part of their path that
 * reads as a month (intake/month_name.h) is the month folder they were received
 * for; files outside month folders count as the newest.  settings.csv,
 * targets.csv, codes/ and README.md of the input folder are not ledgers.
 */
#ifndef INTAKE_SOURCE_H
#define INTAKE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "base/date.h"
#include "base/encoding.h"
#include "base/text.h"
#include "intake/month_name.h"

struct arena;
struct diag;

struct source {
    const char *path;    /* as given, '/'-separated; lives in the arena */
    const char *opened;  /* when its name is not UTF-8, else NULL or the same */
    struct month folder; /* number 0: outside month folders */
    int folder_step; /* among the folders of that month: 0 for the plain one */
    char *bytes;     /* of its own; NULL until read */
    size_t size;
    bool is_mapped; /* a large file: its bytes come into memory when needed */
    int file;       /* of a mapped one, still open; -1: none is left */
    bool may_stay_coded; /* its content is read by records_of alone */
    bool may_be_of_any;  /* of any language: UTF-8 by accident is UTF-8 */
    bool may_be_workbook;
    bool is_workbook; /* as read: to be taken apart by intake/workbook.h */
    bool is_sheet;    /* of a workbook: content that is sound, a row a record */
    time_t read_at;   /* when a mapped file was last changed */
    /* Set by decode: clean UTF-8 inside bytes, without byte order mark and
       without a trailing 0x1A.  Valid GB18030 instead when it is coded: a
       large file that may stay as it is, so that it is never in memory in both
       encodings. */
    struct text content;
    bool is_coded;
    enum encoding encoding;
    bool needs_header; /* the encoding is credible only with a known header */
};

/* A folder_step is less. */
enum { FOLDERS_OF_MONTH = 4096 };

struct month_folder {
    const char *path;  /* as the system has it */
    const char *shown; /* in UTF-8 */
    struct month_name name;
    int step; /* as folder_step */
};

struct source_list {
    struct source *items;
    size_t count;
    struct month_folder *folders; /* from the oldest to the newest */
    size_t folder_count;
};

/* Every ledger file below the folder, sorted by path, so that the order of
   the directory does not matter; hidden files, links to folders and what this
   program made (base/own_folders.h) are left out, other files that are no
   ledgers noted. False, with a message, if the folder cannot be read. */
bool sources_find(struct arena *arena, const char *folder,
                  struct month year_start, struct diag *diag,
                  struct source_list *found);

/* The newest month folder that holds a ledger; number 0 if there is none. */
struct month sources_newest_month(const struct source_list *sources);

/* The files named, in that order. */
struct source_list sources_named(struct arena *arena, char *const *paths,
                                 size_t count);

/* Reads the whole file; a named pipe or device never blocks, it is refused.
   False, with a message, if it cannot be read, is empty, larger than 4 GB, or
   a workbook that may not be one. */
bool source_read(struct source *source, struct diag *diag);

/* Large files are mapped; what has been worked through may leave memory until
   it is asked for again. */
enum { SOURCE_WINDOW = 4 * 1024 * 1024 };
void source_let_go(const struct source *source, size_t from, size_t end);

/* The content from the offset on, at least so many bytes if there are as many.
   Of a mapped file they are read into the arena, so that looking at rows here
   and there does not fill memory with the whole file. */
struct text source_part(const struct source *source, struct arena *arena,
                        size_t offset, size_t size);

/* So many bytes of the content from an offset that begins a character, as
   UTF-8, from the arena where they are not; a character cut at their end is
   left out. */
struct text source_text(struct arena *arena, const struct source *source,
                        size_t offset, size_t count);

/* How many bytes of UTF-8 a part of the content is. */
size_t source_length(const struct source *source, struct text part);

/* The byte order mark as the content has it. */
const char *source_mark(const struct source *source);

/* Whether a mapped file is still what was read.  False, with a message. */
bool source_is_unchanged(const struct source *source, struct diag *diag);

/* Puts decoded bytes, as huge_take gives them, in place of those read. */
void source_replace(struct source *source, char *bytes, size_t size);

/* Gives the bytes back; content is gone with them. */
void source_close(struct source *source);

#endif
