/*
 * What each column of a header means in its file, once all titles are known
 * that stand beside it: two columns for one key are told apart by the pairs
 * the vocabulary names (ledger/titles.def), by the office's own words, by what
 * their cells hold, and by the order of the vocabulary.  Nothing is reported
 * here; load/header.c says what was found.
 */
#ifndef LOAD_HEADER_FIELDS_H
#define LOAD_HEADER_FIELDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct book;
struct head_search;
struct header_found;

enum field_role {
    FIELD_UNKNOWN,
    FIELD_UNTITLED,
    FIELD_COLUMN,
    FIELD_TICK,      /* of a matrix of ticks */
    FIELD_DIMENSION, /* of the evaluations */
    FIELD_FURTHER,   /* kept, shown beneath the record */
    FIELD_PERSONAL,  /* not read; its values are searched for */
    FIELD_SECOND,    /* not read: a better title has its column */
    FIELD_SAME,      /* not read: the same as a column with the same title */
    FIELD_CONTRARY,  /* the same title again, but other cells */
    FIELD_SILENT,    /* not read, and not worth a note */
};

struct header_field {
    enum field_role role;
    uint16_t column; /* index of the column meant, also of a second one, or of
                        the dimension */
    uint8_t tick;    /* the status of a tick */
};

/* By field, the first at 0; head->count of them, from the search's arena.  The
   head is that of a ledger. */
struct header_field *header_fields(struct book *book,
                                   const struct head_search *search,
                                   const struct header_found *head);

/* Of a field with an unknown title the required column which is not there and
   whose titles end like it, or -1: only the office can say whether it is. */
int header_fields_proposal(const struct header_found *head,
                           const struct header_field *fields, size_t field);

#endif
