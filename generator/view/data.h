/*
 * The data files of a month: summary.json, quality.json, datapackage.json and,
 * line by line, one CSV for each ledger the edition shows.
 */
#ifndef VIEW_DATA_H
#define VIEW_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "ledger/ledgers.h"

struct arena;
struct buffer;
struct json_t;
struct report;
struct restated;

enum { DATA_FILES = 3 };

struct data_file {
    struct text name; /* "summary.json" */
    struct text content;
};

/* Makes the file of that number, from 0, below DATA_FILES. */
void data_make(const struct report *report, size_t number, struct arena *arena,
               struct data_file *file);

/* "shiji-summary/1" (contract/figures); the caller frees it. */
struct json_t *summary_json(const struct report *report);

/* What a summary of ours says was restated; texts are the arena's. */
struct restated summary_restated(const struct json_t *summary,
                                 struct arena *arena);

/* Whether the ledger has a download: "problems.csv", its rows that count at
   the cutoff, as the edition shows them. */
bool download_has(const struct report *report, int ledger);

/* "data/problems.csv", below the month's folder. */
struct text download_file(int ledger, struct arena *arena);

/* Its first line, from the arena. */
struct text download_head(const struct report *report, int ledger,
                          struct arena *arena);

/* What a column is called there. */
struct text download_title(const struct report *report,
                           const struct column *column);

/* Whether a program would take it for a formula; an apostrophe stands before
   it then. */
bool download_is_formula(struct text text, enum kind kind);

/* A row with its status at the cutoff and the ids of the figures that count
   it, between blanks. */
struct counted_row {
    enum ledger_id ledger;
    const struct row *row;
    struct text status; /* empty where records do not end */
    struct text figures;
};
struct counted_row download_row(enum ledger_id ledger, const struct row *row,
                                uint64_t marks, const struct text *cells,
                                struct arena *arena);

/* Puts a row's line there; its cells are as redact_texts gives them. */
void download_line(const struct report *report, const struct counted_row *row,
                   const struct text *cells, struct buffer *lines);

/* The description of the CSVs that Frictionless tools read. */
struct json_t *datapackage_json(const struct report *report);

#endif
