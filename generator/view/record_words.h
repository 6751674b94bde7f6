/*
 * What the pages of the supporting ledgers have in common.
 */
#ifndef VIEW_RECORD_WORDS_H
#define VIEW_RECORD_WORDS_H

#include "base/wording.h"
#include "view/report.h"
#include "year/year.h"

struct column;
struct view;

/* A wording with one text put in. */
struct text record_words_say(const struct report *report, enum wording words,
                             struct text detail, struct arena *arena);

/* All texts of a row, by column, projected to the edition. */
struct text *record_words_cells(const struct report *report,
                                enum ledger_id ledger, const struct row *row,
                                struct arena *arena);

/* The same of what a record is known by: its id, name and unit; the others are
   empty. */
struct text *record_words_known(const struct report *report,
                                enum ledger_id ledger, const struct row *row,
                                struct arena *arena);

/* The status at the cutoff; empty for ledgers whose records do not end. */
struct text record_words_status(enum ledger_id ledger, const struct row *row,
                                uint64_t marks);

/* What ended a record, by today's row, behind a day: "办结", "adopted"; of one
   turned down that it ended, of a project that it was begun. */
struct text record_words_end(const struct report *report, enum ledger_id ledger,
                             const struct row *row);

/* One of them, by its key; empty when the ledger has no such column. */
struct text record_words_cell(enum ledger_id ledger, const struct text *cells,
                              const char *key);

/* A cell in the page's language: the page's name of a unit, and in English the
   word for a choice, for yes and for no; else as it stands. */
struct text record_words_said(const struct report *report,
                              const struct column *column,
                              const struct row *row, struct text cell);

/* The same of one of a row's cells, by its key. */
struct text record_words_said_cell(const struct report *report,
                                   enum ledger_id ledger, const struct row *row,
                                   const struct text *cells, const char *key);

/* A record in words with its unit and a day:
   "企业45技术工人短缺（区人社局，办理时限2025年10月3日）". */
struct named_record {
    enum ledger_id ledger;
    const struct row *row;
    struct date day;
    enum wording words;
};
struct text record_words_of(const struct report *report,
                            const struct named_record *record,
                            struct arena *arena);

#endif
