/*
 * A part ends with an empty block, because none of its pieces knows that it is
 * the last.
 */
#include "base/zip_writer.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/checksum.h"
#include "base/deflate.h"

enum {
    PACKED_SIGN = 0x04034b50,
    LISTED_SIGN = 0x02014b50,
    END_SIGN = 0x06054b50,
    VERSION = 20, /* of the format: what is deflated */
    DEFLATED = 8,
    FIRST_DAY = 0x21, /* 1980-01-01, at midnight */
    FIELDS_MOST = 18
};

struct listed {
    struct zip_part part;
    uint64_t offset;
};

struct zip_writer {
    struct arena *arena;
    const struct zip_target *target;
    struct listed *parts;
    size_t count, room;
    uint64_t written;
};

/* A head: numbers of two or four bytes, low bytes first. */
struct head {
    char bytes[4 * FIELDS_MOST];
    size_t length;
};

struct zip_piece
zip_pack(struct arena *arena, struct text bytes)
{
    return (struct zip_piece){.packed = deflate_pack(arena, bytes),
                              .length = bytes.length,
                              .digest = checksum_add(0, bytes)};
}

void
zip_part_add(struct zip_part *part, const struct zip_piece *piece)
{
    part->digest = checksum_join(part->digest, piece->digest, piece->length);
    part->length += piece->length;
    part->packed += piece->packed.length;
}

struct zip_writer *
zip_writer_new(struct arena *arena, const struct zip_target *target)
{
    struct zip_writer *zip = ARENA_NEW(arena, struct zip_writer);

    zip->arena = arena;
    zip->target = target;
    return zip;
}

static bool
put(struct zip_writer *zip, struct text piece)
{
    zip->written += piece.length;
    return !zip_writer_is_too_large(zip) &&
           zip->target->append(zip->target->data, piece);
}

static void
add_number(struct head *head, uint64_t number, size_t size)
{
    for (size_t i = 0; i < size; i++, number >>= 8)
        head->bytes[head->length++] = (char)(number & 0xff);
}

/* What both heads of a part say. */
static void
add_facts(struct head *head, const struct zip_part *part)
{
    add_number(head, VERSION, 2);
    add_number(head, 0, 2); /* flags */
    add_number(head, DEFLATED, 2);
    add_number(head, 0, 2); /* time */
    add_number(head, FIRST_DAY, 2);
    add_number(head, part->digest, 4);
    add_number(head, part->packed + deflate_end.length, 4);
    add_number(head, part->length, 4);
    add_number(head, strlen(part->name), 2);
    add_number(head, 0, 2); /* nothing further */
}

static bool
put_head(struct zip_writer *zip, const struct head *head, const char *name)
{
    return put(zip, (struct text){head->bytes, head->length}) &&
           put(zip, text_of(name));
}

bool
zip_writer_begin(struct zip_writer *zip, const struct zip_part *part)
{
    struct head head = {.length = 0};

    *ARRAY_ADD(zip->arena, zip->parts, zip->count, zip->room) =
        (struct listed){*part, zip->written};
    add_number(&head, PACKED_SIGN, 4);
    add_facts(&head, part);
    return put_head(zip, &head, part->name);
}

bool
zip_writer_append(struct zip_writer *zip, struct text packed)
{
    return put(zip, packed);
}

bool
zip_writer_end(struct zip_writer *zip)
{
    return put(zip, deflate_end);
}

bool
zip_writer_put(struct zip_writer *zip, const char *name, struct text content)
{
    struct zip_piece piece = zip_pack(zip->arena, content);
    struct zip_part part = {.name = name};

    zip_part_add(&part, &piece);
    return zip_writer_begin(zip, &part) &&
           zip_writer_append(zip, piece.packed) && zip_writer_end(zip);
}

static bool
put_listed(struct zip_writer *zip, const struct listed *listed)
{
    struct head head = {.length = 0};

    add_number(&head, LISTED_SIGN, 4);
    add_number(&head, VERSION, 2);
    add_facts(&head, &listed->part);
    add_number(&head, 0, 2); /* no comment */
    add_number(&head, 0, 2); /* on the first disk */
    add_number(&head, 0, 2); /* whether it is text is not said */
    add_number(&head, 0, 4); /* nor whose it is */
    add_number(&head, listed->offset, 4);
    return put_head(zip, &head, listed->part.name);
}

bool
zip_writer_finish(struct zip_writer *zip)
{
    struct head head = {.length = 0};
    uint64_t start = zip->written;

    for (size_t i = 0; i < zip->count; i++)
        if (!put_listed(zip, &zip->parts[i]))
            return false;
    add_number(&head, END_SIGN, 4);
    add_number(&head, 0, 4); /* one disk */
    add_number(&head, zip->count, 2);
    add_number(&head, zip->count, 2);
    add_number(&head, zip->written - start, 4);
    add_number(&head, start, 4);
    add_number(&head, 0, 2); /* no comment */
    return put(zip, (struct text){head.bytes, head.length});
}

bool
zip_writer_is_too_large(const struct zip_writer *zip)
{
    for (size_t i = 0; i < zip->count; i++)
        if (zip->parts[i].part.length > UINT32_MAX)
            return true;
    return zip->written > UINT32_MAX;
}
