/*
 * Writes a zip archive forward only, so that it can go anywhere as it is made.
 *
 * A part is packed piece by piece, each piece by itself: several threads may
 * pack pieces of one part, and what comes out does not depend on them.  A part
 * is written once its length and digest are known, which every reader
 * understands.  Times, owners and systems are those of nobody: the same parts
 * give the same bytes.
 */
#ifndef BASE_ZIP_WRITER_H
#define BASE_ZIP_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct zip_writer;

/* Takes what is written, in order; false, already reported, to stop. */
struct zip_target {
    bool (*append)(void *data, struct text piece);
    void *data;
};

/* A piece of a part, packed. */
struct zip_piece {
    struct text packed;
    size_t length; /* of what was packed */
    uint32_t digest;
};

/* What is known of a part; all zero at first but for its name, which is
   borrowed. */
struct zip_part {
    const char *name; /* "xl/workbook.xml" */
    uint64_t length, packed;
    uint32_t digest;
};

/* Packs a piece; any thread may. */
struct zip_piece zip_pack(struct arena *arena, struct text bytes);

/* The piece belongs to the part, behind those before it. */
void zip_part_add(struct zip_part *part, const struct zip_piece *piece);

struct zip_writer *zip_writer_new(struct arena *arena,
                                  const struct zip_target *target);

/* A part whose pieces have all been added to it: begun, its packed pieces in
   order, ended. */
bool zip_writer_begin(struct zip_writer *zip, const struct zip_part *part);
bool zip_writer_append(struct zip_writer *zip, struct text packed);
bool zip_writer_end(struct zip_writer *zip);

/* A part that is at hand as a whole; the name is borrowed. */
bool zip_writer_put(struct zip_writer *zip, const char *name,
                    struct text content);

/* Writes the list of the parts, behind them all. */
bool zip_writer_finish(struct zip_writer *zip);

/* Whether it has grown beyond the 4 GiB that every reader understands; it
   cannot be used then. */
bool zip_writer_is_too_large(const struct zip_writer *zip);

#endif
