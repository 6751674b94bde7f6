/*
 * A command at work: what it was asked, where it keeps things, whom it tells.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>

#include "base/date.h"
#include "base/diag.h"
#include "base/text.h"
#include "base/wording.h"
#include "cli/options.h"

struct arena;
struct json_t;
struct report;

#define SHIJI_VERSION "1.0.0"

/* How a month was made that is made again to be compared. */
struct rebuild {
    int64_t issue;
    struct text generated;  /* "2025-10-31" */
    struct json_t *summary; /* what it said */
};

struct job {
    struct options options;
    struct arena *arena;
    struct diag *diag;
    struct text accounting;        /* the last line of the messages, or empty */
    const struct rebuild *rebuild; /* NULL: an ordinary build */
    struct month month;            /* of the report, once it is known */
    int version;                   /* what it was published as */
};

/* The one of the two texts that the user reads. */
const char *command_say(const struct job *job, enum wording wording);

/* Reports a rule with up to two details. */
bool command_report(struct job *job, enum rule rule, const char *detail1,
                    const char *detail2);

/* A line on standard error, unless -q is given. */
void command_note(const struct job *job, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A count as text, for a detail. */
const char *command_count(const struct job *job, size_t count);

/* Prints everything found, the accounting last. */
void command_print(struct job *job);

/* Whether the path is a folder, or anything at all; if not, errno says why. */
bool is_folder(const char *path);
bool is_there(const char *path);

/* Whether errno says that there is no such thing. */
bool is_absent(void);

/* Reports that a path is not there, or that the system did not let it be
   seen, by errno as these two leave it.  Always false. */
bool command_missing(struct job *job, const char *path);

/* Whether something that can be a file is there; else says what is wrong. */
bool command_has_file(struct job *job, const char *path);

/* folder/name, from the job's arena. */
const char *command_path(const struct job *job, const char *folder,
                         const char *name);

/* What SOURCE_DATE_EPOCH says, or the date given; false, with a message, if
   it is no number. */
bool command_generated(struct job *job, struct date cutoff,
                       struct text *generated);

/* When a month's version is new to who reads the feed: what SOURCE_DATE_EPOCH
   says, else the cutoff and an hour for every revision. */
struct text command_updated(struct job *job, const struct report *report);

#endif
