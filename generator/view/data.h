/*
 * The data files of a month: summary.json, quality.json, one CSV for each
 * ledger the edition shows, datapackage.json.
 */
#ifndef VIEW_DATA_H
#define VIEW_DATA_H

#include <stddef.h>

#include "base/text.h"

struct arena;
struct json_t;
struct report;

struct data_file {
    struct text name; /* "problems.csv" */
    struct text content;
};

size_t data_count(const struct report *report);

/* Makes the file of that number, from 0. */
void data_make(const struct report *report, size_t number, struct arena *arena,
               struct data_file *file);

/* "shiji-summary/1" (contract/figures); the caller frees it. */
struct json_t *summary_json(const struct report *report);

/* A ledger's rows that count at the cutoff, as the edition shows them. */
struct text download_csv(const struct report *report, int ledger,
                         struct arena *arena);

/* Whether the ledger has such a file. */
bool download_has(const struct report *report, int ledger);

/* The description of the CSVs that Frictionless tools read. */
struct json_t *datapackage_json(const struct report *report);

#endif
