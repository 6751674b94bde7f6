/*
 * Parts a sheet into its plain rows, or the shared strings into plain ones,
 * which are read at once, and all else, which goes to the reader of XML.
 */
#ifndef BASE_ROW_FEED_H
#define BASE_ROW_FEED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pile.h"
#include "base/tag_prefix.h"

struct xml;

/* Zeroed but for the first of these, and to be closed.  Who hears the elements
   says where the part stands: is_between from the start of the rows or the end
   of one, until anything else begins; is_over once all rows are behind. */
struct row_feed {
    const char *around;      /* "<sheetData": what holds the rows */
    const char *start, *end; /* "<row", "</row>" */
    /* Reads the row that the bytes begin with, behind which stand
       PLAIN_ROW_NULS.  Its length, or 0, and nothing is changed, if it is no
       plain one, or not whole. */
    size_t (*read)(void *data, char *bytes, size_t length);
    void *data;
    bool is_between, is_over;
    bool is_begun;
    struct pile left; /* of pieces before, not yet fed */
    struct tag_prefix prefix;
};

void row_feed_close(struct row_feed *feed);

/* Takes a piece of the part, in order; false at the first fault.  It may be
   changed, and PLAIN_ROW_NULS stand behind it. */
bool row_feed_take(struct row_feed *feed, struct xml *xml, char *bytes,
                   size_t length);

/* What is left at the end of the part. */
bool row_feed_end(struct row_feed *feed, struct xml *xml);

#endif
