/*
 * Months already published whose figures are different by today's data, and
 * the records that make the difference.
 *
 * What was said then comes from the published files alone (the figures of
 * summary.json, the records and their 计入指标 of data/<ledger>.csv); what the
 * data say now is the same month computed again.  A record is known by its id,
 * or by its name where it has none, as the edition shows them.
 */
#ifndef YEAR_RESTATED_H
#define YEAR_RESTATED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "year/year.h"

struct json_t;
struct redact;

enum restated_reason {
    RESTATED_LATE,      /* it was not in the month's data then */
    RESTATED_DATE,      /* its day of entry or closing is another */
    RESTATED_WITHDRAWN, /* dropped, or no longer in the data */
    RESTATED_REOPENED,  /* solved, adopted or converted no more */
    RESTATED_OTHER,     /* its status, or an amount */
    RESTATED_REASONS
};

struct restated_record {
    struct text key;
    enum restated_reason reason;
};

struct restated_figure {
    struct month month;
    enum figure_id figure;
    struct text published, now; /* as figure_text says them */
    struct restated_record *records;
    size_t count;
};

/* By month, then as in figures.def. */
struct restated {
    struct restated_figure *figures;
    size_t count;
};

/* One record of a published month. */
struct published_record {
    struct text key;
    struct text entered, closed; /* as shown */
    struct text amount;          /* what it adds to a sum, as shown */
    uint64_t marks;   /* the figures it was counted in */
};

/* The published months, and how to get their records: fills in records of
   the arena; false, and none, when the month has no such file. */
struct published_months {
    struct json_t *const *summaries;
    size_t count;
    bool (*read)(void *context, struct month month, enum ledger_id ledger,
                 struct published_record **records, size_t *count);
    void *context;
};

/* Of the months of the year before its own; from the arena. */
struct restated restated_of(const struct year *year,
                            const struct redact *privacy,
                            const struct published_months *published,
                            struct arena *arena);

/* The column whose amounts the sums of a ledger add up, and whose older values
   are wrong where it changes; NULL if there is none. */
const char *restated_amount_key(enum ledger_id ledger);

/* What a record is known by: its id, else its name.  texts are by column, as
   the edition shows them. */
struct text restated_key(enum ledger_id ledger, const struct text *texts);

#endif
