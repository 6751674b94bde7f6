/*
 * One part of a workbook, read as XML, with messages that say which part.
 *
 * An .xlsx file is a zip archive of XML parts that refer to each other by
 * relationships.  What is common to reading them stands here; which there are
 * is the matter of intake/workbook.h.
 */
#ifndef INTAKE_WORKBOOK_PART_H
#define INTAKE_WORKBOOK_PART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/text.h"

struct arena;
struct number_format;
struct source;
struct xml;
struct xml_handlers;
struct zip_reader;

struct shared_strings {
    char *bytes; /* as cells of CSV */
    uint32_t *ends; /* no workbook unpacks to so much */
    size_t count;
};

/* A workbook while it is read. */
struct workbook {
    struct arena *arena;
    struct diag *diag;
    const struct source *file;
    struct text bytes; /* of the file */
    struct zip_reader *zip;
    struct xml *xml;       /* the part being read */
    struct row_feed *feed; /* of a sheet being read; else NULL */
    size_t written;        /* bytes of text made so far, of all sheets */
    bool since_1904;       /* its dates */
    struct shared_strings strings;
    struct number_format *formats; /* by style of a cell */
    size_t format_count;
};

/* False, with a message, if the archive cannot be read; zip_reader_close it. */
bool workbook_open(struct workbook *book);

/* Whether the archive has the part. */
bool workbook_has(const struct workbook *book, const char *part);

/* Room to take at once for the texts of a part that is there: as many bytes as
   it has, but not so many that they would be missed. */
size_t workbook_room(const struct workbook *book, const char *part);

/* Reads a part.  False, with a message, if it is not what it should be, or a
   handler has called workbook_stop, which reports. */
bool workbook_part(struct workbook *book, const char *part,
                   const struct xml_handlers *handlers);

void workbook_stop(struct workbook *book, enum rule rule,
                   const struct finding *finding);

/* Reports that the workbook as a whole is not read. */
bool workbook_refuse(const struct workbook *book, enum rule rule,
                     struct text detail);

/* An attribute that is "1" or "true". */
bool workbook_is_set(const char **attributes, const char *name);

/* Digits, and nothing else, that say no more than most; else false. */
bool workbook_number(struct text digits, size_t most, size_t *number);

/* Texts of a cell hold characters as _x000D_; undone in place, and line ends
   are LF.  The new length. */
size_t workbook_unescape(char *bytes, size_t length);

#endif
