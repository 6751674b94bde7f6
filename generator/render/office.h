/*
 * Files of office programs: archives whose parts are made of templates.
 */
#ifndef RENDER_OFFICE_H
#define RENDER_OFFICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct diag;
struct view;
struct zip_writer;

/* Where an office file is being written. */
struct office {
    struct arena *arena; /* as long as the file */
    const char *templates;
    struct diag *diag;
    struct zip_writer *zip;
};

/* A part and its template, "tables/workbook". */
struct office_part {
    const char *name; /* "xl/workbook.xml" */
    const char *path;
};

/* What such a template says; false with a message. */
bool office_expand(const struct office *office, const char *path,
                   const struct view *view, struct text *made);

/* Writes the parts, all of one view.  False: already reported. */
bool office_put(const struct office *office, const struct office_part *parts,
                size_t count, const struct view *view);

/* A false of the writer is reported by who takes the bytes, but for a file
   that has grown too large, which this reports.  Returns good. */
bool office_is_good(const struct office *office, bool good, const char *path);

/* "xl/worksheets/sheet2.xml" */
const char *office_sheet_name(const struct office *office, size_t number);

/* The parts of a workbook beside its sheets, which the view has as SHEET:
   TITLE, NUMBER from 1. */
bool office_put_workbook(const struct office *office, const struct view *view);

#endif
