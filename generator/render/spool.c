#include "render/spool.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

/* Bytes written, or read ahead, at once; and as far as what follows is near. */
enum { STRETCH = 128 * 1024, NEAR = 4096 };

struct room {
    char *bytes;
    size_t length, room;
    uint64_t from; /* offset of the first */
};

struct spool {
    size_t most; /* in memory */
    FILE *file;  /* NULL as long as all are there */
    struct room tail; /* not yet in the file */
    struct room read;
    uint64_t asked; /* offset of the last bytes asked for */
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
    free(spool->tail.bytes);
    free(spool->read.bytes);
    free(spool);
}

static void
make_room(struct room *room, size_t length)
{
    if (room->room - room->length >= length)
        return;
    room->room = 2 * room->room + length;
    room->bytes = must_grow(room->bytes, room->room);
}

/* What is in memory moves to the file. */
static bool
move_out(struct spool *spool)
{
    struct room *tail = &spool->tail;

    if (spool->file == NULL && (spool->file = tmpfile()) == NULL)
        return false;
    for (size_t done = 0; done < tail->length;) {
        ssize_t more = write(fileno(spool->file), tail->bytes + done,
                             tail->length - done);

        if (more < 0)
            return false;
        done += (size_t)more;
    }
    free(tail->bytes);
    *tail = (struct room){.from = tail->from + tail->length};
    make_room(tail, STRETCH);
    return true;
}

bool
spool_put(struct spool *spool, struct text bytes, uint64_t *offset)
{
    struct room *tail = &spool->tail;
    size_t most = spool->file ? STRETCH : spool->most;

    if (tail->length + bytes.length > most && !move_out(spool))
        return false;
    make_room(tail, bytes.length);
    if (bytes.length > 0)
        memcpy(tail->bytes + tail->length, bytes.bytes, bytes.length);
    *offset = tail->from + tail->length;
    tail->length += bytes.length;
    return true;
}

/* Reads bytes of the file from an offset on. */
static bool
read_from(struct spool *spool, uint64_t offset, size_t length)
{
    struct room *read = &spool->read;

    read->from = offset;
    read->length = 0;
    make_room(read, length);
    while (read->length < length) {
        ssize_t more =
            pread(fileno(spool->file), read->bytes + read->length,
                  length - read->length, (off_t)(offset + read->length));

        if (more <= 0) {
            errno = more == 0 ? EIO : errno;
            return false;
        }
        read->length += (size_t)more;
    }
    return true;
}

static bool
holds(const struct room *room, uint64_t offset, size_t length)
{
    return offset >= room->from &&
           offset + length <= room->from + room->length;
}

/* Who asks for what is near will ask for what follows that. */
static size_t
ahead_of(const struct spool *spool, uint64_t offset, size_t length)
{
    uint64_t left = spool->tail.from - offset;

    if (length >= STRETCH || offset < spool->asked ||
        offset - spool->asked > NEAR)
        return length;
    return left < STRETCH ? (size_t)left : STRETCH;
}

bool
spool_get(struct spool *spool, uint64_t offset, size_t length,
          struct text *bytes)
{
    const struct room *room = &spool->tail;

    if (spool->file && !holds(room, offset, length)) {
        room = &spool->read;
        if (offset + length > spool->tail.from && !move_out(spool))
            return false;
        if (!holds(room, offset, length) &&
            !read_from(spool, offset, ahead_of(spool, offset, length)))
            return false;
        spool->asked = offset;
    }
    *bytes = (struct text){room->bytes + (offset - room->from), length};
    return true;
}
