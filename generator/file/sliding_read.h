/*
 * A file that is read, seen through a window that slides over it: whole where
 * whoever looks needs it whole, else no more at once than is looked at.
 *
 * Functions that return int return 0, or the errno that stopped them; nothing
 * is reported, so that any thread may look.
 */
#ifndef FILE_SLIDING_READ_H
#define FILE_SLIDING_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "file/file.h"

struct folder;

struct sliding_read {
    struct file file;
    char *bytes;
    size_t room;
    size_t length; /* of what is seen */
    bool is_last;  /* nothing follows it */
};

/* Opens a file below the folder; nothing of it is seen yet.  To be closed in
   any case. */
int sliding_read_open(struct sliding_read *window, const struct folder *folder,
                      const char *path);
int sliding_read_close(struct sliding_read *window);

/* Gives up so many bytes at the start of what is seen, and reads on; where
   nothing is given up the window grows. */
int sliding_read_slide(struct sliding_read *window, size_t behind);

/* Reads on to the end. */
int sliding_read_rest(struct sliding_read *window);

/* What is seen; lent until the next call. */
struct text sliding_read_text(const struct sliding_read *window);

#endif
