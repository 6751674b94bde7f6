/*
 * Two ways through one line, and libcsv is the judge of both.
 *
 * The fast way takes a line that stands at the start of a record and is one
 * whole record.  It may hold any bytes but: CR and LF only as its end (LF,
 * CR LF, or a lone CR, each of which ends a record for libcsv too); '"' only
 * as the first byte of a cell, as the last byte of a cell that begins with
 * one, and doubled between these two.  Delimiters between these two are
 * content.  Cells stay where they are in the content, but for those in which
 * two quotes become one.
 *
 * Every other line is fed to libcsv, and the lines behind it one at a time
 * until the record ends.  Blanks are cell content (no byte is a space to
 * libcsv), and both strict options are on, so that a misplaced or unclosed
 * quote is an error there, never a cell that swallows records.  One thing is
 * amended before: cells like ="0005" (intake/formula.h).
 */
#include "intake/records.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/arena.h"
#include "intake/formula.h"
#include "intake/lines.h"

enum {
    BLOCK = 16,              /* bytes looked at together */
    MOST_LINES = 200,        /* of one record */
    CELL_GROWTH = 64 * 1024, /* libcsv's buffer grows by so much */
    FIRST_CELLS = 64
};

struct records {
    struct text content;
    char delimiter;
    bool is_open;   /* the parser has been made */
    bool has_ended; /* the row callback has run */
    size_t offset;  /* where the next record begins */
    uint32_t line;
    uint32_t row;
    size_t expected; /* cells of a record over several lines; 0: any */
    struct text *cells;
    size_t count, room;
    /* The cells of a record that went through libcsv, end to end. */
    char *store;
    size_t stored, store_room;
    char *rewritten; /* a line with cells like ="0005" */
    struct csv_parser parser;
};

static int
never(unsigned char byte)
{
    (void)byte;
    return 0;
}

static void
add_cell(struct records *records, const char *bytes, size_t length)
{
    if (records->count == records->room) {
        records->room = records->room > 0 ? 2 * records->room : FIRST_CELLS;
        records->cells =
            must_grow(records->cells, records->room * sizeof(*records->cells));
    }
    records->cells[records->count++] = (struct text){bytes, length};
}

/* A bit for every byte of the block that may end a cell or forbids the fast
   way. */
static unsigned
mark_block(const char *block, char delimiter)
{
#ifdef __SSE2__
    __m128i bytes = _mm_loadu_si128((const void *)block);
    __m128i marks = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(delimiter)),
                     _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'))),
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')),
                     _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'))));

    return (unsigned)_mm_movemask_epi8(marks);
#else
    unsigned marks = 0;

    for (unsigned i = 0; i < BLOCK; i++)
        marks |= (unsigned)(block[i] == delimiter || block[i] == '"' ||
                            block[i] == '\r' || block[i] == '\n')
                 << i;
    return marks;
#endif
}

/* The same for the last bytes of the content, where no block is whole. */
static unsigned
mark_rest(struct text rest, char delimiter)
{
    char block[BLOCK] = {0};

    memcpy(block, rest.bytes, rest.length);
    return mark_block(block, delimiter) & ((1U << rest.length) - 1);
}

/* Where the fast way stands in its line. */
struct splitter {
    size_t cell;     /* where the cell begins, before its quote */
    bool is_quoted;  /* inside a quoted cell */
    bool is_closed;  /* behind one */
    bool is_doubled; /* some cell holds a doubled quote */
    size_t passed;   /* the second of two quotes, or 0 */
};

enum step { GO_ON, LINE_ENDS, NOT_FAST };

/* A cell without quotes, unless a quoted one has just been added. */
static void
end_cell(struct records *records, const struct splitter *splitter, size_t at)
{
    if (!splitter->is_closed)
        add_cell(records, records->content.bytes + splitter->cell,
                 at - splitter->cell);
}

static enum step
take_quote(struct records *records, struct splitter *splitter, size_t at)
{
    const char *bytes = records->content.bytes;

    if (!splitter->is_quoted) {
        splitter->is_quoted = true;
        return at == splitter->cell && !splitter->is_closed ? GO_ON : NOT_FAST;
    }
    if (at + 1 < records->content.length && bytes[at + 1] == '"') {
        splitter->is_doubled = true;
        splitter->passed = at + 1;
        return GO_ON;
    }
    if (at + 1 < records->content.length &&
        bytes[at + 1] != records->delimiter && bytes[at + 1] != '\r' &&
        bytes[at + 1] != '\n')
        return NOT_FAST;
    add_cell(records, bytes + splitter->cell + 1, at - splitter->cell - 1);
    splitter->is_quoted = false;
    splitter->is_closed = true;
    return GO_ON;
}

static inline enum step
take_mark(struct records *records, struct splitter *splitter, size_t at)
{
    char byte = records->content.bytes[at];

    if (byte == '"')
        return at == splitter->passed ? GO_ON
                                      : take_quote(records, splitter, at);
    if (byte == records->delimiter) {
        if (splitter->is_quoted)
            return GO_ON;
        end_cell(records, splitter, at);
        splitter->cell = at + 1;
        splitter->is_closed = false;
        return GO_ON;
    }
    if (splitter->is_quoted) /* a record over several lines */
        return NOT_FAST;
    if (records->count > 0 || at > splitter->cell)
        end_cell(records, splitter, at);
    return LINE_ENDS;
}

/* Makes one quote of two; the copies stand in the store. */
static void
undouble(struct records *records, size_t most)
{
    char *out;

    if (most > records->store_room) {
        records->store_room = 2 * most;
        records->store = must_grow(records->store, records->store_room);
    }
    out = records->store;
    for (size_t i = 0; i < records->count; i++) {
        struct text *cell = &records->cells[i], from = *cell;

        if (from.length == 0 || !memchr(from.bytes, '"', from.length))
            continue;
        cell->bytes = out;
        for (size_t at = 0; at < from.length; at++) {
            *out++ = from.bytes[at];
            at += from.bytes[at] == '"';
        }
        cell->length = (size_t)(out - cell->bytes);
    }
}

/* The fast way: *end is where the line's end, or the end of the content,
   stands.  False if the line must go to libcsv. */
static bool
split_line(struct records *records, size_t *end)
{
    struct splitter splitter = {.cell = records->offset};
    const struct text content = records->content;
    enum step step = GO_ON;

    *end = content.length;
    for (size_t block = records->offset; block < content.length;
         block += BLOCK) {
        unsigned marks =
            content.length - block >= BLOCK
                ? mark_block(content.bytes + block, records->delimiter)
                : mark_rest(text_from(content, block), records->delimiter);

        for (; marks && step == GO_ON; marks &= marks - 1) {
            *end = block + (size_t)__builtin_ctz(marks);
            step = take_mark(records, &splitter, *end);
        }
        if (step != GO_ON)
            break;
    }
    if (step == GO_ON) { /* the content ends without line end */
        *end = content.length;
        end_cell(records, &splitter, *end);
    }
    if (step == NOT_FAST || splitter.is_quoted)
        return false;
    if (splitter.is_doubled)
        undouble(records, *end - records->offset);
    return true;
}

static void
cell_ended(void *bytes, size_t length, void *data)
{
    struct records *records = data;
    size_t needed = records->stored + length;

    if (needed > records->store_room) {
        records->store_room = 2 * needed;
        records->store = must_grow(records->store, records->store_room);
    }
    if (length > 0)
        memcpy(records->store + records->stored, bytes, length);
    add_cell(records, NULL, length); /* the store may still move */
    records->stored = needed;
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
    const char *cell = records->store ? records->store : "";

    for (size_t i = 0; i < records->count; i++) {
        records->cells[i].bytes = cell;
        cell += records->cells[i].length;
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
    csv_set_delim(&records->parser, (unsigned char)records->delimiter);
    csv_set_space_func(&records->parser, never);
    csv_set_realloc_func(&records->parser, must_grow);
    csv_set_blk_size(&records->parser, CELL_GROWTH);
    records->is_open = true;
}

/* Whether a record over several lines has the cells it should. */
static bool
is_expected(const struct records *records, uint32_t lines)
{
    if (lines == 1 || records->expected == 0)
        return true;
    for (size_t i = records->expected; i < records->count; i++)
        if (records->cells[i].length > 0)
            return false;
    return records->count >= records->expected;
}

/* The line as libcsv shall see it. */
static struct text
line_to_feed(struct records *records, size_t start, size_t end)
{
    struct formula_line line = {
        .text = text_slice(records->content, start, end - start),
        .delimiter = records->delimiter,
        .is_first = start == records->offset,
    };

    if (!formula_is_possible(line.text))
        return line.text;
    for (size_t i = records->offset; i < start; i++)
        line.is_quoted ^= records->content.bytes[i] == '"';
    records->rewritten = must_grow(records->rewritten, 4 * line.text.length);
    return (struct text){records->rewritten,
                         formula_quote(&line, records->rewritten)};
}

/* Feeds line after line until the record ends; *end is behind it. */
static enum damage
feed_lines(struct records *records, size_t *end, uint32_t *lines)
{
    const struct text content = records->content;

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
        if (*lines == MOST_LINES)
            return DAMAGE_UNCLOSED;
        *end = lines_after(content, start);
        line = line_to_feed(records, start, *end);
        if (csv_parse(&records->parser, line.bytes, line.length, cell_ended,
                      record_ended, records) != line.length)
            return *lines == 0 ? DAMAGE_STRAY : DAMAGE_UNCLOSED;
        ++*lines;
    }
    return is_expected(records, *lines) ? UNDAMAGED : DAMAGE_UNCLOSED;
}

/* Sets the first line of the record aside as it stands. */
static void
set_line_aside(struct records *records, size_t *end, uint32_t *lines)
{
    struct text line = lines_rest(records->content, records->offset);

    open_parser(records);
    *end = lines_after(records->content, records->offset);
    *lines = 1;
    records->count = 0;
    add_cell(records, line.bytes, line.length);
}

static enum damage
parse_lines(struct records *records, size_t *end, uint32_t *lines)
{
    enum damage damage;

    if (!records->is_open)
        open_parser(records);
    records->has_ended = false;
    records->stored = 0;
    damage = feed_lines(records, end, lines);
    if (damage == UNDAMAGED)
        point_into_store(records);
    else
        set_line_aside(records, end, lines);
    return damage;
}

/* Files joined together carry byte order marks at the start of lines. */
static void
skip_marks(struct records *records)
{
    while (text_starts(text_from(records->content, records->offset),
                       "\xEF\xBB\xBF"))
        records->offset += 3;
}

static void
begin(struct records *records, struct text content, char delimiter)
{
    *records = (struct records){
        .content = content, .delimiter = delimiter, .line = 1, .row = 1};
}

static void
end(struct records *records)
{
    if (records->is_open)
        csv_free(&records->parser);
    free(records->cells);
    free(records->store);
    free(records->rewritten);
}

char
records_stated(struct text content)
{
    static const char start[] = "sep=";

    if (content.length < 5)
        return 0;
    for (size_t i = 0; i < 4; i++)
        if ((content.bytes[i] | 0x20) != (start[i] | 0x20))
            return 0;
    if (content.length > 5 && lines_end_length(content, 5) == 0)
        return 0;
    return content.bytes[4];
}

struct records *
records_open(struct text content, char delimiter)
{
    struct records *records = arena_must(malloc(sizeof(*records)));

    begin(records, content, delimiter);
    if (records_stated(content) != 0) {
        records->offset = lines_after(content, 0);
        records->line = 2;
    }
    return records;
}

void
records_close(struct records *records)
{
    if (records == NULL)
        return;
    end(records);
    free(records);
}

bool
records_next(struct records *records, struct record *record)
{
    size_t stop;

    skip_marks(records);
    if (records->offset >= records->content.length)
        return false;
    records->count = 0;
    *record = (struct record){.offset = records->offset,
                              .line = records->line,
                              .row = records->row++,
                              .lines = 1};
    if (split_line(records, &stop)) {
        records->offset = stop + lines_end_length(records->content, stop);
    } else {
        records->count = 0;
        record->damage = parse_lines(records, &stop, &record->lines);
        records->offset = stop;
    }
    records->line += record->lines;
    record->cells = records->cells;
    record->count = records->count;
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

void
record_again(struct arena *arena, struct text content, char delimiter,
             size_t offset, struct record *record)
{
    struct records records;
    size_t size;
    struct text *cells;

    begin(&records, content, delimiter);
    records.offset = offset;
    if (!records_next(&records, record))
        *record = (struct record){.offset = offset};
    size = record->count * sizeof(*cells);
    cells = arena_take(arena, size);
    if (size > 0)
        memcpy(cells, record->cells, size);
    for (size_t i = 0; records.is_open && i < record->count; i++)
        cells[i] = text_copy(arena, cells[i]);
    record->cells = cells;
    end(&records);
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
