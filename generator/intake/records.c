/*
 * Two ways through one record, and libcsv is the judge of both.
 *
 * A sound record is split without libcsv (intake/record_split.h says which
 * exactly). Every other one is fed to libcsv, one line at a time until it ends.
 * Blanks are cell content (no byte is a space to libcsv), and both strict
 * options are on, so that a misplaced or unclosed quote is an error there,
 * never a cell that swallows records. One thing is amended before: cells like
 * ="0005" (intake/formula.h).
 */
#include "intake/records.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "intake/formula.h"
#include "intake/gb18030.h"
#include "intake/lines.h"
#include "intake/record_split.h"
#include "intake/runaway_quote.h"
#include "intake/source.h"

enum { CELL_GROWTH = 64 * 1024 }; /* libcsv's buffer grows by so much */

struct records {
    struct record_split split;
    size_t stored;  /* bytes of cells that came from libcsv */
    bool is_open;   /* the parser has been made */
    bool has_ended; /* the row callback has run */
    size_t offset;  /* where the next record begins */
    uint32_t line;
    uint32_t row;
    size_t expected;  /* cells of a record over several lines; 0: any */
    char *rewritten;  /* a line with cells like ="0005" */
    const char *mark; /* the byte order mark as the content has it */
    bool is_coded;    /* the content is GB18030 */
    bool is_sheet;    /* every record is one row of a workbook */
    char *written;    /* the cells of such a record */
    size_t written_room;
    struct csv_parser parser;
};

static int
never(unsigned char byte)
{
    (void)byte;
    return 0;
}

static void
cell_ended(void *bytes, size_t length, void *data)
{
    struct records *records = data;
    struct record_split *split = &records->split;

    record_split_reserve(split, records->stored + length);
    if (length > 0)
        memcpy(split->store + records->stored, bytes, length);
    record_split_add(split, NULL, length); /* the store may still move */
    records->stored += length;
}

static void
record_ended(int terminator, void *data)
{
    struct records *records = data;

    (void)terminator;
    records->has_ended = true;
}

static void
point_into_store(struct records *records)
{
    const char *cell = records->split.store ? records->split.store : "";

    for (size_t i = 0; i < records->split.count; i++) {
        records->split.cells[i].bytes = cell;
        cell += records->split.cells[i].length;
    }
}

/* A fresh parser: after an error libcsv's own reset would deliver the half
   record as if it were whole. */
static void
open_parser(struct records *records)
{
    if (records->is_open)
        csv_free(&records->parser);
    if (csv_init(&records->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        arena_must(NULL);
    csv_set_delim(&records->parser, (unsigned char)records->split.delimiter);
    csv_set_space_func(&records->parser, never);
    csv_set_realloc_func(&records->parser, must_grow);
    csv_set_blk_size(&records->parser, CELL_GROWTH);
    records->is_open = true;
}

/* The line as libcsv shall see it. */
static struct text
line_to_feed(struct records *records, size_t start, size_t end)
{
    struct formula_line line = {
        .text = text_slice(records->split.content, start, end - start),
        .delimiter = records->split.delimiter,
        .is_first = start == records->offset,
    };

    if (!formula_is_possible(line.text))
        return line.text;
    for (size_t i = records->offset; i < start; i++)
        line.is_quoted ^= records->split.content.bytes[i] == '"';
    records->rewritten = must_grow(records->rewritten, 4 * line.text.length);
    return (struct text){records->rewritten,
                         formula_quote(&line, records->rewritten)};
}

/* Feeds line after line until the record ends; *end is behind it. */
static enum damage
feed_lines(struct records *records, size_t *end, uint32_t *lines)
{
    const struct text content = records->split.content;

    *end = records->offset;
    *lines = 0;
    while (!records->has_ended) {
        size_t start = *end;
        struct text line;

        if (start == content.length) {
            if (csv_fini(&records->parser, cell_ended, record_ended, records))
                return DAMAGE_UNCLOSED;
            break;
        }
        if (*lines == SPLIT_LINES_MOST)
            return DAMAGE_UNCLOSED;
        *end = lines_after(content, start);
        line = line_to_feed(records, start, *end);
        if (csv_parse(&records->parser, line.bytes, line.length, cell_ended,
                      record_ended, records) != line.length)
            return *lines == 0 ? DAMAGE_STRAY : DAMAGE_UNCLOSED;
        ++*lines;
    }
    return UNDAMAGED;
}

/* Other than blanks and line ends. */
static bool
says_anything(struct text cell)
{
    size_t at = 0;

    while (at < cell.length && strchr(" \t\r\n", cell.bytes[at]) != NULL)
        at++;
    return at < cell.length;
}

/* Whether a record over several lines is one, not several that a quote has
   joined.  A note below the table may have one cell, but no delimiters in it;
   with few cells to tell records by, their number must be right. */
static bool
is_expected(const struct records *records, uint32_t lines)
{
    const struct record_split *split = &records->split;

    if (lines == 1 || records->expected == 0)
        return true;
    if (split->count == 1 && records->expected > 1)
        return memchr(split->cells[0].bytes, split->delimiter,
                      split->cells[0].length) == NULL;
    if (records->expected >= SWALLOW_CELLS)
        return !runaway_quote_is_likely(split->cells, split->count,
                                        &split->broken, split->delimiter,
                                        records->expected);
    for (size_t i = records->expected; i < split->count; i++)
        if (says_anything(split->cells[i]))
            return false;
    return split->count >= records->expected;
}

/* Sets the first line of the record aside as it stands. */
static void
set_line_aside(struct records *records, size_t *end, uint32_t *lines)
{
    struct text line = lines_rest(records->split.content, records->offset);

    *end = lines_after(records->split.content, records->offset);
    *lines = 1;
    records->split.count = 0;
    record_split_add(&records->split, line.bytes, line.length);
}

static enum damage
parse_lines(struct records *records, size_t *end, uint32_t *lines)
{
    enum damage damage;

    if (!records->is_open)
        open_parser(records);
    records->split.count = 0;
    records->has_ended = false;
    records->stored = 0;
    damage = feed_lines(records, end, lines);
    records->split.broken = (struct some_cells){0, records->split.count};
    if (damage == UNDAMAGED)
        point_into_store(records);
    else
        open_parser(records);
    return damage;
}

/* The record that ends before this byte, without its line end. */
static struct text
whole_text(const struct records *records, size_t start, size_t stop)
{
    struct text text = text_slice(records->split.content, start, stop - start);

    if (text.length > 0 && text.bytes[text.length - 1] == '\n')
        text.length--;
    if (text.length > 0 && text.bytes[text.length - 1] == '\r')
        text.length--;
    return text;
}

/* Files joined together carry byte order marks at the start of lines. */
static void
skip_marks(struct records *records)
{
    const char *mark = records->mark;
    const struct text content = records->split.content;

    while (records->offset < content.length &&
           content.bytes[records->offset] == mark[0] &&
           text_starts(text_from(content, records->offset), mark))
        records->offset += strlen(mark);
}

/* The cells, of no more bytes than that, as UTF-8. */
static struct text
write_cells(struct records *records, size_t length)
{
    struct record_split *split = &records->split;

    if (GB18030_ROOM(length) > records->written_room) {
        records->written_room = 2 * GB18030_ROOM(length);
        records->written = must_grow(records->written, records->written_room);
    }
    return (struct text){
        records->written,
        gb18030_write_each(split->cells, split->count, records->written)};
}

char
records_stated(struct text content)
{
    char stated;

    if (content.length < 5 || strncasecmp(content.bytes, "sep=", 4) != 0)
        return 0;
    stated = content.bytes[4];
    if ((unsigned char)stated >= 0x80 || strchr("\r\n\"", stated) != NULL)
        return 0;
    if (content.length > 5 && lines_end_length(content, 5) == 0)
        return 0;
    return stated;
}

struct records *
records_of(const struct source *source, char delimiter)
{
    struct records *records = arena_must(malloc(sizeof(*records)));

    *records = (struct records){.mark = source_mark(source),
                                .is_coded = source->is_coded,
                                .is_sheet = source->is_sheet,
                                .line = 1,
                                .row = 1};
    records->split.content = source->content;
    records->split.delimiter = delimiter;
    records->split.lines_most =
        source->is_sheet ? UINT32_MAX : SPLIT_LINES_MOST;
    if (!source->is_sheet && records_stated(source->content) != 0) {
        records->offset = lines_after(source->content, 0);
        records->line = 2;
    }
    return records;
}

struct records *
records_open(struct text content, char delimiter)
{
    return records_of(&(struct source){.content = content}, delimiter);
}

void
records_close(struct records *records)
{
    if (records->is_open)
        csv_free(&records->parser);
    record_split_clear(&records->split);
    free(records->rewritten);
    free(records->written);
    free(records);
}

bool
records_next(struct records *records, struct record *record)
{
    size_t stop;

    skip_marks(records);
    if (records->offset >= records->split.content.length)
        return false;
    *record = (struct record){.offset = records->offset,
                              .line = records->line,
                              .row = records->row++,
                              .lines = 1};
    if (record_split_record(&records->split, records->offset, &stop)) {
        record->lines = records->is_sheet ? 1 : records->split.lines;
        stop += lines_end_length(records->split.content, stop);
    } else {
        record->damage = parse_lines(records, &stop, &record->lines);
    }
    if (record->damage == UNDAMAGED && !is_expected(records, record->lines))
        record->damage = DAMAGE_UNCLOSED;
    if (record->damage != UNDAMAGED)
        set_line_aside(records, &stop, &record->lines);
    records->offset = stop;
    records->line += record->lines;
    record->cells = records->split.cells;
    record->count = records->split.count;
    record->text = records->is_coded
                       ? write_cells(records, stop - record->offset)
                       : whole_text(records, record->offset, stop);
    return true;
}

void
records_expect(struct records *records, size_t cells)
{
    records->expected = cells;
}

struct mark
records_mark(const struct records *records)
{
    return (struct mark){records->offset, records->line, records->row};
}

void
records_rewind(struct records *records, struct mark mark)
{
    records->offset = mark.offset;
    records->line = mark.line;
    records->row = mark.row;
}

uint32_t
record_field_line(struct text content, char delimiter,
                  const struct record *record, uint32_t field)
{
    uint32_t line = record->line;
    bool is_quoted = false;

    if (record->lines <= 1)
        return line;
    for (size_t at = record->offset; at < content.length && field > 1; at++) {
        char byte = content.bytes[at];

        if (byte == '"')
            is_quoted = !is_quoted;
        else if (byte == delimiter && !is_quoted)
            field--;
        else if (lines_end_length(content, at) == 1)
            line++;
    }
    return line;
}
