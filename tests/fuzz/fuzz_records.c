/*
 * The reader of records against libcsv fed byte by byte: the same records,
 * with the same cells, places and damage.
 *
 * The first two bytes choose the delimiter and the number of cells expected;
 * the rest is the content.
 */
#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "intake/record_split.h"
#include "intake/records.h"
#include "intake/runaway_quote.h"
#include "intake/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST_LINES = 200, BETWEEN_CELLS = 1 /* libcsv's FIELD_NOT_BEGUN */ };

/* What plain libcsv makes of the record at a place. */
struct plain {
    struct csv_parser parser;
    struct text content;
    char delimiter;
    size_t at;
    uint32_t lines;
    bool has_ended;
    bool has_failed;
    char *bytes; /* the cells, each with its length before it */
    size_t length;
    size_t count, extra; /* cells, and the last one that says anything */
};

static void
demand(bool is_true)
{
    if (!is_true)
        abort();
}

static int
never(unsigned char byte)
{
    (void)byte;
    return 0;
}

static void
take_cell(void *bytes, size_t length, void *data)
{
    struct plain *plain = data;

    plain->bytes =
        realloc(plain->bytes, plain->length + sizeof(length) + length);
    demand(plain->bytes != NULL);
    memcpy(plain->bytes + plain->length, &length, sizeof(length));
    if (length > 0)
        memcpy(plain->bytes + plain->length + sizeof(length), bytes, length);
    plain->length += sizeof(length) + length;
    plain->count++;
    for (size_t i = 0; i < length; i++)
        if (strchr(" \t\r\n", ((const char *)bytes)[i]) == NULL)
            plain->extra = plain->count;
}

static void
take_end(int terminator, void *data)
{
    struct plain *plain = data;

    (void)terminator;
    plain->has_ended = true;
}

static bool
is_at(const struct plain *plain, size_t at, char byte)
{
    return at < plain->content.length && plain->content.bytes[at] == byte;
}

static bool
ends_cell(const struct plain *plain, size_t at)
{
    return at >= plain->content.length || is_at(plain, at, '\n') ||
           is_at(plain, at, '\r') || is_at(plain, at, plain->delimiter);
}

static void
feed(struct plain *plain, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length && !plain->has_failed; i++)
        plain->has_failed = csv_parse(&plain->parser, bytes + i, 1, take_cell,
                                      take_end, plain) != 1;
}

/* A cell ="…" is fed quoted.  How many bytes of the content it takes. */
static size_t
feed_formula(struct plain *plain)
{
    size_t end = plain->at + 2;

    if (plain->parser.pstate > BETWEEN_CELLS || !is_at(plain, plain->at, '=') ||
        !is_at(plain, plain->at + 1, '"'))
        return 0;
    while (!ends_cell(plain, end) && !is_at(plain, end, '"'))
        end++;
    if (!is_at(plain, end, '"') || !ends_cell(plain, end + 1))
        return 0;
    feed(plain, "\"=\"\"", 4);
    feed(plain, plain->content.bytes + plain->at + 2, end - plain->at - 2);
    feed(plain, "\"\"\"", 3);
    return end + 1 - plain->at;
}

static void
feed_record(struct plain *plain)
{
    while (!plain->has_ended && !plain->has_failed) {
        size_t used = 1;

        if (plain->at == plain->content.length) {
            plain->has_failed =
                csv_fini(&plain->parser, take_cell, take_end, plain) != 0;
            plain->lines++;
            return;
        }
        if (plain->lines == MOST_LINES) {
            plain->has_failed = true;
            return;
        }
        used = feed_formula(plain);
        if (used == 0) {
            used = 1;
            feed(plain, plain->content.bytes + plain->at, 1);
            if (plain->has_failed)
                return;
            if (is_at(plain, plain->at, '\r') &&
                is_at(plain, plain->at + 1, '\n')) {
                feed(plain, "\n", 1);
                used = 2;
            }
            plain->lines += ends_cell(plain, plain->at) &&
                            !is_at(plain, plain->at, plain->delimiter);
        }
        plain->at += used;
    }
}

static void
compare_cells(const struct plain *plain, const struct record *record)
{
    const char *bytes = plain->bytes;

    demand(record->count == plain->count);
    for (size_t i = 0; i < record->count; i++) {
        size_t length;

        memcpy(&length, bytes, sizeof(length));
        demand(record->cells[i].length == length);
        demand(length == 0 || memcmp(record->cells[i].bytes,
                                     bytes + sizeof(length), length) == 0);
        bytes += sizeof(length) + length;
    }
}

static void
compare_again(const struct plain *plain, const struct record *record)
{
    struct arena *arena = arena_new();
    struct record again;

    record_reread(arena, &(struct source){.content = plain->content},
                  plain->delimiter, record->offset, &again);
    demand(again.damage == UNDAMAGED && again.lines == record->lines);
    compare_cells(plain, &again);
    for (uint32_t field = 1; field <= record->count; field++) {
        uint32_t line =
            record_field_line(plain->content, plain->delimiter, record, field);

        demand(line >= record->line && line < record->line + record->lines);
    }
    arena_free(arena);
}

/* Where the record's first line ends, without its line end. */
static size_t
first_line_end(const struct plain *plain, size_t at)
{
    while (at < plain->content.length && !is_at(plain, at, '\n') &&
           !is_at(plain, at, '\r'))
        at++;
    return at;
}

/* A record over several lines is a note of one cell, or holds no lines that
   are records; with few cells to tell by, it has as many as it should. */
static bool
is_as_expected(const struct plain *plain, size_t expected)
{
    struct text *cells = malloc(plain->count * sizeof(*cells));
    const char *bytes = plain->bytes;
    bool is_swallowed, is_list;

    demand(cells != NULL);
    for (size_t i = 0; i < plain->count; i++) {
        memcpy(&cells[i].length, bytes, sizeof(size_t));
        cells[i].bytes = bytes + sizeof(size_t);
        bytes += sizeof(size_t) + cells[i].length;
    }
    is_swallowed = runaway_quote_is_likely(
        cells, plain->count, &(struct some_cells){0, plain->count},
        plain->delimiter, expected);
    is_list = memchr(cells[0].bytes, plain->delimiter, cells[0].length) != NULL;
    free(cells);
    if (plain->count == 1 && expected > 1)
        return !is_list;
    if (expected >= SWALLOW_CELLS)
        return !is_swallowed;
    return plain->count >= expected && plain->extra <= expected;
}

/* Reads one record plainly and holds the other reader to it; where the next
   one begins. */
static size_t
compare_record(struct plain *plain, const struct record *record,
               size_t expected)
{
    size_t end = first_line_end(plain, plain->at), start = plain->at;
    size_t behind = end + is_at(plain, end, '\r');

    behind +=
        is_at(plain, behind, '\n') && (behind == end || behind == end + 1);
    demand(record->offset == start);
    if (end == start) { /* libcsv tells nothing of blank lines */
        demand(record->count == 0 && record->lines == 1);
        return behind;
    }
    demand(csv_init(&plain->parser, CSV_STRICT | CSV_STRICT_FINI) == 0);
    csv_set_space_func(&plain->parser, never);
    csv_set_delim(&plain->parser, (unsigned char)plain->delimiter);
    feed_record(plain);
    csv_free(&plain->parser);
    if (!plain->has_failed && plain->lines > 1 && expected > 0)
        plain->has_failed = !is_as_expected(plain, expected);
    demand((record->damage != UNDAMAGED) == plain->has_failed);
    if (!plain->has_failed) {
        demand(record->lines == plain->lines);
        compare_cells(plain, record);
        compare_again(plain, record);
        return plain->at;
    }
    demand(record->count == 1 && record->lines == 1);
    demand(record->cells[0].bytes == plain->content.bytes + start);
    demand(record->cells[0].length == end - start);
    return behind;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char delimiters[] = ",;\t|";
    struct text content;
    size_t expected, at = 0;
    uint32_t line = 1, row = 1;
    struct records *records;
    struct record record;
    char delimiter;

    if (size < 2)
        return 0;
    delimiter = delimiters[data[0] % 4];
    expected = data[1] % 8;
    content = (struct text){(const char *)data + 2, size - 2};
    records = records_open(content, delimiter);
    if (records_stated(content) != 0) {
        at = records_mark(records).offset;
        line = 2;
    }
    records_expect(records, expected);
    while (records_next(records, &record)) {
        struct plain plain = {.content = content, .delimiter = delimiter};

        while (text_starts(text_from(content, at), "\xEF\xBB\xBF"))
            at += 3;
        plain.at = at;
        demand(record.line == line && record.row == row);
        at = compare_record(&plain, &record, expected);
        line += record.lines;
        row++;
        free(plain.bytes);
    }
    while (text_starts(text_from(content, at), "\xEF\xBB\xBF"))
        at += 3;
    demand(at == content.length);
    records_close(records);
    return 0;
}
