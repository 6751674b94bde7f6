/*
 * Sixty-four bytes are looked at together: a bit for every delimiter, quote
 * and line end.  The bytes between quotes are those behind an odd number of
 * them, so a few shifts tell them from the others, and whether each quote
 * stands where one may.
 */
#include "intake/record_split.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/simd.h"

enum { FIRST_CELLS = 4 * BLOCK };

/* Room for the cells that may end in one block, and the last one. */
static void
make_room(struct record_split *split)
{
    if (split->room - split->count > BLOCK)
        return;
    split->room = split->room > 0 ? 2 * split->room : FIRST_CELLS;
    split->cells = must_grow(split->cells, split->room * sizeof(*split->cells));
}

void
record_split_add(struct record_split *split, const char *bytes, size_t length)
{
    make_room(split);
    split->cells[split->count++] = (struct text){bytes, length};
}

void
record_split_reserve(struct record_split *split, size_t size)
{
    if (size <= split->store_room)
        return;
    split->store_room = 2 * size;
    split->store = must_grow(split->store, split->store_room);
}

void
record_split_clear(struct record_split *split)
{
    free(split->cells);
    free(split->store);
}

/* A bit for every byte of a block that is such; a byte is one thing only. */
struct marks {
    uint64_t within; /* the content */
    uint64_t quotes;
    uint64_t delimiters;
    uint64_t ends; /* CR and LF */
};

static inline struct marks
mark_block(const char *block, char delimiter)
{
    struct marks marks = {UINT64_MAX, simd_equal(block, '"'),
                          simd_equal(block, delimiter),
                          simd_either(block, '\r', '\n')};

    marks.ends &= ~marks.delimiters;
    marks.delimiters &= ~marks.quotes;
    return marks;
}

/* The same of the last bytes of the content, where no block is whole. */
static struct marks
mark_rest(struct text rest, char delimiter)
{
    char block[BLOCK] = {0};
    struct marks marks;

    memcpy(block, rest.bytes, rest.length);
    marks = mark_block(block, delimiter);
    marks.within = (UINT64_C(1) << rest.length) - 1;
    return marks;
}

/* Where the fast way stands in its record. */
struct splitter {
    size_t cell;     /* where the cell begins, before its quote */
    uint64_t inside; /* every bit: the block begins between quotes */
    uint64_t behind; /* bit 0: it begins behind a closing quote */
    bool has_quotes; /* some stood in the blocks up to this one */
};

/* The bits from the first, third … of those given to before the next. */
static uint64_t
between(uint64_t bits)
{
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    return bits ^ bits << 32;
}

static void
count_lines(struct record_split *split, size_t block, uint64_t ends)
{
    for (; ends != 0; ends &= ends - 1) {
        const char *at =
            split->content.bytes + block + (unsigned)__builtin_ctzll(ends);

        split->lines += *at == '\r' || at[-1] != '\r';
    }
}

/* Adds the cells in which the bits of the block stand that begins now. */
static void
add_cells(struct some_cells *some, const struct record_split *split,
          uint64_t delimiters, uint64_t bits)
{
    uint64_t first, last;

    if (bits == 0)
        return;
    first = bits & -bits;
    last = UINT64_C(1) << (BLOCK - 1 - (unsigned)__builtin_clzll(bits));
    if (some->end == 0)
        some->from = split->count +
                     (unsigned)__builtin_popcountll(delimiters & (first - 1));
    some->end = split->count +
                (unsigned)__builtin_popcountll(delimiters & (last - 1)) + 1;
}

/* Takes what stands between quotes out of the marks.  False if a quote of the
   record stands where none may, or its lines are too many. */
static bool
heed_quotes(struct record_split *split, struct splitter *splitter, size_t block,
            struct marks *marks)
{
    uint64_t inside = between(marks->quotes) ^ splitter->inside;
    uint64_t opening = marks->quotes & inside;
    uint64_t closing = marks->quotes & ~inside;
    uint64_t behind = closing << 1 | splitter->behind;
    uint64_t inner_ends = marks->ends & inside, cell_ends, begins, record;

    marks->delimiters &= ~inside;
    marks->ends &= ~inside;
    cell_ends = marks->delimiters | marks->ends;
    begins = cell_ends << 1 | (splitter->cell == block);
    record = marks->within & (marks->ends ^ (marks->ends - 1));
    count_lines(split, block, inner_ends & record);
    add_cells(&split->broken, split, marks->delimiters, inner_ends & record);
    add_cells(&split->doubled, split, marks->delimiters,
              opening & behind & record);
    splitter->has_quotes = true;
    splitter->inside = inside >> (BLOCK - 1) != 0 ? UINT64_MAX : 0;
    splitter->behind = closing >> (BLOCK - 1);
    return split->lines <= split->lines_most &&
           (opening & record & ~(begins | behind)) == 0 &&
           (behind & record & ~(cell_ends | opening)) == 0;
}

/* Ends the cells that end in the block; quotes stand only round a whole one.
   Whether the record ends as well, at *end. */
static inline bool
end_cells(struct record_split *split, struct splitter *splitter, size_t block,
          const struct marks *marks, size_t *end)
{
    uint64_t ends = marks->ends, bits = marks->delimiters;
    const char *bytes = split->content.bytes, *from = bytes + splitter->cell;
    bool may_be_quoted = splitter->has_quotes;
    struct text *cell;

    if (ends != 0)
        bits = (bits | ends) & (ends ^ (ends - 1));
    make_room(split);
    cell = split->cells + split->count;
    for (; bits != 0; bits &= bits - 1) {
        const char *to = bytes + block + (unsigned)__builtin_ctzll(bits);
        size_t quotes = may_be_quoted && *from == '"';

        *cell++ =
            (struct text){from + quotes, (size_t)(to - from) - 2 * quotes};
        from = to + 1;
    }
    split->count = (size_t)(cell - split->cells);
    splitter->cell = (size_t)(from - bytes);
    if (ends == 0)
        return false;
    *end = splitter->cell - 1;
    return true;
}

/* The last cell ends without line end. */
static void
end_content(struct record_split *split, size_t start, size_t *end)
{
    struct text cell = text_from(split->content, start);

    *end = split->content.length;
    if (text_starts(cell, "\""))
        cell = text_slice(cell, 1, cell.length - 2);
    record_split_add(split, cell.bytes, cell.length);
}

/* Makes one quote of two; how long the cell is then. */
static size_t
undouble_cell(struct text cell, char *out)
{
    char *start = out;

    for (const char *quote; cell.length > 0;) {
        size_t length = cell.length;

        quote = memchr(cell.bytes, '"', cell.length);
        if (quote != NULL)
            length = (size_t)(quote - cell.bytes) + 1;
        memcpy(out, cell.bytes, length);
        out += length;
        cell = text_from(cell, length + (quote != NULL));
    }
    return (size_t)(out - start);
}

/* The copies stand in the store, which needs no more room than the record. */
static void
undouble(struct record_split *split, size_t most)
{
    char *out;

    record_split_reserve(split, most);
    out = split->store;
    for (size_t i = split->doubled.from; i < split->doubled.end; i++) {
        struct text *cell = &split->cells[i];

        if (cell->length == 0 || !memchr(cell->bytes, '"', cell->length))
            continue;
        cell->length = undouble_cell(*cell, out);
        cell->bytes = out;
        out += cell->length;
    }
}

bool
record_split_record(struct record_split *split, size_t offset, size_t *end)
{
    struct splitter splitter = {.cell = offset};
    const struct text content = split->content;
    bool has_ended = false;

    split->count = 0;
    split->lines = 1;
    split->broken = split->doubled = (struct some_cells){0, 0};
    for (size_t block = offset; block < content.length && !has_ended;
         block += BLOCK) {
        struct marks marks =
            content.length - block >= BLOCK
                ? mark_block(content.bytes + block, split->delimiter)
                : mark_rest(text_from(content, block), split->delimiter);

        if ((marks.quotes | splitter.inside | splitter.behind) != 0 &&
            !heed_quotes(split, &splitter, block, &marks))
            return false;
        has_ended = end_cells(split, &splitter, block, &marks, end);
    }
    if (splitter.inside != 0 && !has_ended)
        return false;
    if (!has_ended)
        end_content(split, splitter.cell, end);
    if (*end == offset)
        split->count = 0;
    if (split->doubled.end > 0)
        undouble(split, *end - offset);
    return true;
}
