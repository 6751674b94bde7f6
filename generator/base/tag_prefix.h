/*
 * Takes the prefix off the names of elements in a part of an office file:
 * <x:row> becomes <row>, as some programs write every one.
 */
#ifndef BASE_TAG_PREFIX_H
#define BASE_TAG_PREFIX_H

#include <stdbool.h>

#include "base/pile.h"
#include "base/text.h"

enum { TAG_PREFIX_MOST = 16 };

/* Zeroed to begin with. */
struct tag_prefix {
    char written[TAG_PREFIX_MOST]; /* with its colon */
    size_t length;                 /* 0: nothing is to be taken off */
    bool is_cdata;                 /* where nothing is a name */
    struct pile in, out;
};

/* Learns the prefix that the element has where it stands in the head. */
void tag_prefix_find(struct tag_prefix *prefix, struct text head,
                     struct text element);

/* The piece, or what can be said of it before the next one comes, behind what
   was left of the one before; all of it if it is the last.  The text is there
   until the next call, may be changed, and so many NULs stand behind it. */
enum { TAG_PREFIX_NULS = 32 };
struct text tag_prefix_drop(struct tag_prefix *prefix, struct text piece,
                            bool is_last);

void tag_prefix_close(struct tag_prefix *prefix);

#endif
