/*
 * All a page may speak of: one month, one edition, one language.
 */
#ifndef VIEW_REPORT_H
#define VIEW_REPORT_H

#include "base/language.h"
#include "year/privacy.h"
#include "year/year.h"

struct diag;
struct json_t;

struct report {
    struct arena *arena;
    const struct book *book;
    const struct year *year;
    const struct year *previous; /* the month before, from today's data; NULL
                                    when the report month starts the year */
    const struct privacy *privacy;
    enum edition edition;
    enum language language;
    struct diag *diag;      /* for the quality page */
    struct text generated;  /* "2025-10-31": SOURCE_DATE_EPOCH or the cutoff */
    struct text version;    /* of the program */
    int64_t issue;          /* version of this month's publication, from 1 */
    /* summary.json of months already published, oldest first; may be empty */
    struct json_t *const *published;
    size_t published_count;
};

#endif
