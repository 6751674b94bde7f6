/*
 * All a page may speak of: one month, one edition, one language.
 */
#ifndef VIEW_REPORT_H
#define VIEW_REPORT_H

#include "base/language.h"
#include "year/redact.h"
#include "year/year.h"

struct by_unit;
struct record_changes;
struct diag;
struct json_t;
struct narrative;
struct list_plan;
struct completeness;
struct page;
struct joint_work;
struct restated;
struct cadre_list;
struct unit_roll;

struct report {
    struct arena *arena;
    const struct book *book;
    const struct year *year;
    const struct year *previous;  /* the month before, from today's data; NULL
                                    when the report month starts the year */
    const struct year *last_year; /* the same month a year ago, when the
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
    const struct record_changes *changes; /* since the month before; NULL leaves
                                        their page out */
    const struct restated *restated;      /* of the months published; or NULL */
    const struct joint_work
        *partners; /* units that work together; NULL: none */
    const struct completeness *returns; /* NULL: looked up when needed */
    const struct narrative *lead; /* the hand-written paragraph, or NULL */
    bool is_one_file; /* the month is made as one file: its lists end early,
                         and nothing leads out of it */
    size_t rows_most; /* then: of any list */
    const struct page *const
        *pages;              /* by page_id; NULL: no page is linked to */
    struct list_plan *lists; /* where lists are cut (page/list.h); made and
                                freed by who renders the report */
    struct unit_roll *units; /* the units (view/units.h), made and freed with
                                the lists; NULL: found whenever asked for */
    struct by_unit *by_unit; /* their rows (view/by_unit.h), likewise */
    struct cadre_list
        *roster; /* the cadres (view/cadre_list.h), made and freed with
                                the lists; NULL: the report names none */
};

#endif
