/*
 * What a build takes from the months published before: the summaries that the
 * index lists, what the month says that stands already, with which months it
 * was compared, and whether what is carried over may still be shown.
 */
#ifndef CLI_LOOK_BACK_H
#define CLI_LOOK_BACK_H

#include <stdbool.h>

#include "base/text.h"

struct job;
struct json_t;
struct leak_search;
struct release;
struct report;

struct look_back {
    struct job *job;
    struct release *release;
    struct report *report;
    const struct leak_search *search; /* NULL: personal values may stay */
    struct json_t *standing; /* summary of the month as published, or NULL */
    struct json_t *compared, *revisions; /* those made anew, or NULL */
};

/* Fills in what the report needs of the past: of a month that stands, or is
   made again from its bag, as it says itself; of a new one, from the months
   published by now.  All but the look itself is borrowed. */
void look_back_open(struct look_back *back, struct job *job,
                    struct release *release, struct report *report,
                    const struct leak_search *search);
void look_back_close(struct look_back *back);

/* Whether the month as published may be kept beside the next version.  False,
   with a message, if the system fails. */
bool look_back_is_clean(struct look_back *back, bool *is_clean);

/* The month becomes a version that is compared anew and tells what was
   revised. */
bool look_back_revise(struct look_back *back, struct text reason);

/* Searches what is carried over: months are told of, old versions do not stay.
   False, with a message, if the system fails. */
bool look_back_search(struct look_back *back);

#endif
