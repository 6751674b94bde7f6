/*
 * What each title of a file means, without reading its rows: for an office
 * that wants to know how its exports are understood.
 */
#ifndef LOAD_TITLE_REPORT_H
#define LOAD_TITLE_REPORT_H

#include <stddef.h>

#include "base/text.h"
#include "load/header_fields.h"

struct book;
struct input_file;
struct titles;

struct titled {
    struct text title; /* as it stands in the file */
    enum field_role role;
    const struct column *column;   /* what it is, or NULL */
    const struct column *proposal; /* what the office might say it is */
    struct text line; /* of codes/aliases.csv, which would say so */
};

struct title_report {
    int ledger;    /* of the file; -1 if it has no header of any */
    int likeliest; /* the same, or the one most titles are of; -1: none */
    struct titled *titles; /* in the order of the file, from the book's arena */
    size_t count;
};

/* Of a file that is open. */
void title_report(struct book *book, const struct input_file *export,
                  const struct titles *titles, struct title_report *report);

#endif
