#include "render/spool.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

struct spool {
    size_t most; /* in memory */
    char *bytes; /* while all are there */
    size_t length, room;
    FILE *file; /* NULL as long as that is so */
    uint64_t behind;
    char *read;
    size_t read_room;
};

struct spool *
spool_new(size_t most)
{
    struct spool *spool = must_grow(NULL, sizeof(*spool));

    *spool = (struct spool){.most = most};
    return spool;
}

void
spool_free(struct spool *spool)
{
    if (spool == NULL)
        return;
    if (spool->file)
        fclose(spool->file);
    free(spool->bytes);
    free(spool->read);
    free(spool);
}

/* What is in memory moves to a file. */
static bool
move_out(struct spool *spool)
{
    spool->file = tmpfile();
    if (spool->file == NULL ||
        fwrite(spool->bytes, 1, spool->length, spool->file) != spool->length)
        return false;
    free(spool->bytes);
    spool->bytes = NULL;
    return true;
}

bool
spool_put(struct spool *spool, struct text bytes, uint64_t *offset)
{
    *offset = spool->behind;
    spool->behind += bytes.length;
    if (spool->file == NULL && spool->behind > spool->most && !move_out(spool))
        return false;
    if (spool->file)
        return fwrite(bytes.bytes, 1, bytes.length, spool->file) ==
               bytes.length;
    if (spool->room - spool->length < bytes.length) {
        spool->room = 2 * spool->room + bytes.length;
        spool->bytes = must_grow(spool->bytes, spool->room);
    }
    if (bytes.length > 0)
        memcpy(spool->bytes + spool->length, bytes.bytes, bytes.length);
    spool->length += bytes.length;
    return true;
}

bool
spool_get(struct spool *spool, uint64_t offset, size_t length,
          struct text *bytes)
{
    size_t got = 0;

    if (spool->file == NULL) {
        *bytes = (struct text){spool->bytes + offset, length};
        return true;
    }
    if (spool->read_room < length) {
        spool->read_room = 2 * length;
        spool->read = must_grow(spool->read, spool->read_room);
    }
    if (fflush(spool->file) != 0)
        return false;
    while (got < length) {
        ssize_t more = pread(fileno(spool->file), spool->read + got,
                             length - got, (off_t)(offset + got));

        if (more <= 0) {
            errno = more == 0 ? EIO : errno;
            return false;
        }
        got += (size_t)more;
    }
    *bytes = (struct text){spool->read, length};
    return true;
}
