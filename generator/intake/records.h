/*
 * UTF-8 → records, each traceable to its line (libcsv's door).
 *
 * libcsv is fed one physical line at a time, so that a record's place is
 * known when it ends.  A line that is a whole and sound record by itself is
 * split here: libcsv would make the same of it, and a fuzz target holds the
 * two equal.
 *
 * Quotes are undone, nothing is trimmed.  A fault costs its own line only:
 * the line where the record began becomes a damaged record, and reading goes
 * on with the line behind it.  Faults are a quote that is never closed, a
 * quote in the wrong place, a record of more than 200 lines, and (when the
 * expected number of cells is known) a record over several lines that holds
 * lines which are records (intake/runaway_quote.h).
 */
#ifndef INTAKE_RECORDS_H
#define INTAKE_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct source;

enum damage { UNDAMAGED, DAMAGE_UNCLOSED, DAMAGE_STRAY };

/* A blank line is a record without cells.  A damaged record has one cell, the
   line as it stands. */
struct record {
    struct text *cells; /* valid until the next call */
    size_t count;
    size_t offset;    /* of its first byte in the content */
    struct text text; /* UTF-8 in which the bytes of its cells stand */
    uint32_t line;    /* physical, from 1; of a sheet, its row */
    uint32_t row;     /* as a spreadsheet numbers it, from 1 */
    uint32_t lines;   /* how many physical lines it spans */
    enum damage damage;
};

/* Where a reader stands: before a record. */
struct mark {
    size_t offset;
    uint32_t line;
    uint32_t row;
};

struct records;

/* The content is borrowed for the reader's life.  A first line "sep=;" is
   passed over and takes no spreadsheet row (what it states, records_stated
   tells).  The delimiter is one byte. */
struct records *records_open(struct text content, char delimiter);
void records_close(struct records *records);

/* The same of a source's content, which is borrowed.  Where that has stayed
   GB18030 it is split as it stands (no byte of a character there is a
   delimiter, a quote or a line end), and the cells are written as UTF-8. */
struct records *records_of(const struct source *source, char delimiter);

/* The delimiter stated by a first line "sep=;", or 0. */
char records_stated(struct text content);

/* False at the end of the content. */
bool records_next(struct records *records, struct record *record);

/* From here on a record over several lines that holds lines of so many cells
   counts as an unclosed quote. */
void records_expect(struct records *records, size_t cells);

struct mark records_mark(const struct records *records);
void records_rewind(struct records *records, struct mark mark);

/* Reads the one record at an offset where records_next found an undamaged one;
   its cells live in the arena or in the content, its line and row are 1. */
void record_reread(struct arena *arena, const struct source *source,
                   char delimiter, size_t offset, struct record *record);

/* The physical line where a field (from 1) of the record starts. */
uint32_t record_field_line(struct text content, char delimiter,
                           const struct record *record, uint32_t field);

#endif
