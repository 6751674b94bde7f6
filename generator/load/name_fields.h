/*
 * Which fields of an input file may name somebody, told by their titles.
 */
#ifndef LOAD_NAME_FIELDS_H
#define LOAD_NAME_FIELDS_H

#include "ledger/names_mentioned.h"

struct header_found;
struct record;
struct titles;

/* Notes the fields by their titles; of a file without header those of its
   first row that has a title we know. */
void name_fields_find(struct arena *arena, const struct header_found *head,
                      struct names_mentioned *mentions);

/* Notes that these fields, counted from 1, are free texts whatever their titles
   say. */
void name_fields_further(struct names_mentioned *mentions,
                         const uint32_t *fields, size_t count);

/* Notes those of a header of that ledger that comes again. */
void name_fields_go_on(struct arena *arena, const struct titles *titles,
                       int ledger, const struct record *header,
                       struct names_mentioned *mentions);

#endif
