/*
 * Reads back a file of an office program: every part of the archive is
 * unpacked, and what it says is told as its reader sees it, however it is cut
 * into runs and cells; of sheets the rows are counted for their figures.
 */
#ifndef GATE_OFFICE_FILE_H
#define GATE_OFFICE_FILE_H

#include <stdbool.h>

#include "base/text.h"

struct page_facts;
struct zip_source;

/* Told some of what a file says, no word of it parted; lent for the call. */
struct office_listener {
    void (*hear)(void *data, struct text said);
    void *data;
};

/* Whether the name is that of such a file. */
bool office_file_is(struct text name);

/* What is wrong with the file is noted there. */
void office_file_read(struct page_facts *seen, const struct zip_source *archive,
                      const struct office_listener *listener);

#endif
