/*
 * Reads the parts of a zip archive, in memory or in a file (the door to
 * minizip, and through it to zlib's unpacking).
 *
 * The archive may come from anybody.  It is refused as a whole when a name
 * leads out of it, when it is encrypted, when it has more parts than any
 * office file, or when it would unpack to more than is allowed; which is
 * counted again while unpacking, over everything that is taken.
 */
#ifndef BASE_ZIP_READER_H
#define BASE_ZIP_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct zip_reader;

/* Where the bytes of an archive are.  read gives as many of them from an
   offset on as it can, and is given data. */
struct zip_source {
    size_t size;
    size_t (*read)(void *data, size_t offset, char *room, size_t length);
    void *data;
};

/* The text is lent. */
struct zip_source zip_in_memory(struct text *bytes);

enum zip_fault {
    ZIP_SOUND,
    ZIP_DAMAGED,
    ZIP_ENCRYPTED,
    ZIP_UNSAFE, /* a name that leads out of the archive */
    ZIP_TOO_LARGE,
    ZIP_STOPPED /* by who took the bytes */
};

/* Takes a piece of a part, in order; false to stop.  The bytes may be changed,
   and so many NULs stand behind them. */
enum { ZIP_PIECE_NULS = 32 };
struct zip_taker {
    bool (*take)(void *data, char *bytes, size_t length);
    void *data;
};

/* How many bytes an archive of that size may unpack to that comes from
   anybody: a hundred times as many, or a gigabyte, whichever is less. */
size_t zip_most_unpacked(size_t archive);

/* What the source lends is borrowed for the reader's life; it may unpack to as
   many bytes as most.  NULL, with *fault. */
struct zip_reader *zip_reader_open(const struct zip_source *source, size_t most,
                                   enum zip_fault *fault);
void zip_reader_close(struct zip_reader *zip);

/* The parts, numbered from 0 in the order of their names.  These are compared
   as office programs do: without regard to case, and \ is a /. */
size_t zip_reader_count(const struct zip_reader *zip);
const char *zip_reader_name(const struct zip_reader *zip, size_t number);

bool zip_reader_has(const struct zip_reader *zip, const char *name);

/* How many bytes a part, which is there, is said to unpack to. */
size_t zip_reader_size(const struct zip_reader *zip, const char *name);

/* Unpacks one part, which is there; two of its name are damage. */
enum zip_fault zip_reader_part(struct zip_reader *zip, const char *name,
                               const struct zip_taker *taker);

#endif
