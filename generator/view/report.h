/*
 * All a page may speak of: one month, one edition, one language.
 */
#ifndef VIEW_REPORT_H
#define VIEW_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/edition.h"
#include "base/language.h"
#include "base/text.h"
#include "view/kept.h"

struct arena;
struct book;
struct diag;
struct joint_work;
struct json_t;
struct narrative;
struct page;
struct record_changes;
struct redact;
struct restated;
struct year;

struct report {
    struct arena *arena;
    const struct book *book;
    const struct year *year;
    const struct year *previous; /* the month before, from today's data; NULL
                                    when the report month starts the year */
    const struct year *previous_now; /* by today's rows; NULL with it */
    const struct year *last_year;    /* the same month a year ago, when the
                                     campaign year holds it; else NULL */
    const struct redact *privacy;
    enum edition edition;
    enum language language;
    struct diag *diag;     /* for the quality page */
    struct text input;     /* the input folder as given; paths are shown from
                              there, so that a site does not tell where it
                              was made; may be empty */
    struct text generated; /* "2025-10-31": SOURCE_DATE_EPOCH or the cutoff */
    struct text version;   /* of the program */
    int64_t issue;         /* version of this month's publication, from 1 */
    /* summary.json of every month already published, earlier or later than
       this one, oldest first; may be empty */
    struct json_t *const *published;
    size_t published_count;
    /* As summary.json holds them, borrowed; NULL: none. */
    struct json_t *revisions; /* of this month, oldest first */
    struct json_t *compared;  /* the months restated was found with */
    struct text partial; /* why the month is published although much of a ledger
                            was set aside; empty: it was not */
    struct text updated; /* "2025-10-31T00:00:00Z", for readers of the feed */
    bool is_index_only;  /* there is no month, only what stands beside them */
    const struct record_changes *changes; /* since the month before; NULL leaves
                                        their page out */
    const struct restated *restated;      /* of the months published; or NULL */
    const struct joint_work
        *partners;                /* units that work together; NULL: none */
    const struct narrative *lead; /* the hand-written paragraph, or NULL */
    bool is_one_file; /* the month is made as one file: its lists end early,
                         and nothing leads out of it */
    size_t rows_most; /* then: of any list */
    const struct page *const
        *pages;       /* by page_id; NULL: no page is linked to */
    struct kept kept; /* by who renders the report */
};

#endif
