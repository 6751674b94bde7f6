/*
 * One record read once more.
 */
#include <string.h>

#include "base/arena.h"
#include "intake/records.h"
#include "intake/source.h"

enum { USUAL = 512 }; /* bytes; longer records are few */

static bool
is_inside(struct text content, struct text cell)
{
    return cell.bytes >= content.bytes &&
           cell.bytes <= content.bytes + content.length;
}

/* The cells where they may stay: in the content, or in the arena. */
static struct text *
keep_cells(struct arena *arena, struct text content,
           const struct record *record)
{
    size_t size = record->count * sizeof(struct text);
    struct text *cells = arena_take(arena, size);

    if (size > 0)
        memcpy(cells, record->cells, size);
    for (size_t i = 0; i < record->count; i++)
        if (!is_inside(content, cells[i]))
            cells[i] = text_copy(arena, cells[i]);
    return cells;
}

/* The first record of the source's content; false if it is not whole. */
static bool
read_first(struct arena *arena, const struct source *source, char delimiter,
           struct record *record)
{
    struct records *records = records_of(source, delimiter);
    bool is_whole;

    records_rewind(records, (struct mark){.offset = 0, .line = 1, .row = 1});
    if (!records_next(records, record))
        *record = (struct record){.offset = 0};
    is_whole = record->damage == UNDAMAGED &&
               records_mark(records).offset < source->content.length;
    record->cells = keep_cells(arena, source->content, record);
    record->text = (struct text){0}; /* of no use to anybody */
    records_close(records);
    return is_whole;
}

void
record_reread(struct arena *arena, const struct source *source, char delimiter,
              size_t offset, struct record *record)
{
    struct text rest = text_from(source->content, offset);
    struct source part = *source;

    part.content = source_part(source, arena, offset, USUAL);
    if (!read_first(arena, &part, delimiter, record) &&
        part.content.length < rest.length) {
        part.content = rest;
        read_first(arena, &part, delimiter, record);
    }
    record->offset = offset;
}
