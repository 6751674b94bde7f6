#include "intake/split.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/arena.h"

enum {
    BLOCK = 16, /* bytes looked at together */
    FIRST_CELLS = 64
};

void
split_add(struct split *split, const char *bytes, size_t length)
{
    if (split->count == split->room) {
        split->room = split->room > 0 ? 2 * split->room : FIRST_CELLS;
        split->cells =
            must_grow(split->cells, split->room * sizeof(*split->cells));
    }
    split->cells[split->count++] = (struct text){bytes, length};
}

void
split_reserve(struct split *split, size_t size)
{
    if (size <= split->store_room)
        return;
    split->store_room = 2 * size;
    split->store = must_grow(split->store, split->store_room);
}

void
split_clear(struct split *split)
{
    free(split->cells);
    free(split->store);
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

/* Where the fast way stands in its record. */
struct splitter {
    size_t cell;     /* where the cell begins, before its quote */
    bool is_quoted;  /* inside a quoted cell */
    bool is_closed;  /* behind one */
    bool is_doubled; /* some cell holds a doubled quote */
    size_t passed;   /* the second of two quotes, or SIZE_MAX */
};

enum step { GO_ON, LINE_ENDS, NOT_FAST };

/* A cell without quotes, unless a quoted one has just been added. */
static void
end_cell(struct split *split, const struct splitter *splitter, size_t at)
{
    if (!splitter->is_closed)
        split_add(split, split->content.bytes + splitter->cell,
                  at - splitter->cell);
}

static enum step
take_quote(struct split *split, struct splitter *splitter, size_t at)
{
    const char *bytes = split->content.bytes;

    if (!splitter->is_quoted) {
        splitter->is_quoted = true;
        return at == splitter->cell && !splitter->is_closed ? GO_ON : NOT_FAST;
    }
    if (at + 1 < split->content.length && bytes[at + 1] == '"') {
        splitter->is_doubled = true;
        splitter->passed = at + 1;
        return GO_ON;
    }
    if (at + 1 < split->content.length && bytes[at + 1] != split->delimiter &&
        bytes[at + 1] != '\r' && bytes[at + 1] != '\n')
        return NOT_FAST;
    split_add(split, bytes + splitter->cell + 1, at - splitter->cell - 1);
    splitter->is_quoted = false;
    splitter->is_closed = true;
    return GO_ON;
}

static inline enum step
take_mark(struct split *split, struct splitter *splitter, size_t at)
{
    char byte = split->content.bytes[at];

    if (byte == '"')
        return at == splitter->passed ? GO_ON : take_quote(split, splitter, at);
    if (byte == split->delimiter) {
        if (splitter->is_quoted)
            return GO_ON;
        end_cell(split, splitter, at);
        splitter->cell = at + 1;
        splitter->is_closed = false;
        return GO_ON;
    }
    if (splitter->is_quoted) {
        split->lines += byte == '\r' || split->content.bytes[at - 1] != '\r';
        return split->lines <= SPLIT_LINES_MOST ? GO_ON : NOT_FAST;
    }
    if (split->count > 0 || at > splitter->cell)
        end_cell(split, splitter, at);
    return LINE_ENDS;
}

/* Makes one quote of two; the copies stand in the store. */
static void
undouble(struct split *split, size_t most)
{
    char *out;

    split_reserve(split, most);
    out = split->store;
    for (size_t i = 0; i < split->count; i++) {
        struct text *cell = &split->cells[i], from = *cell;

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

bool
split_record(struct split *split, size_t offset, size_t *end)
{
    struct splitter splitter = {.cell = offset, .passed = SIZE_MAX};
    const struct text content = split->content;
    enum step step = GO_ON;

    split->count = 0;
    split->lines = 1;
    *end = content.length;
    for (size_t block = offset; block < content.length; block += BLOCK) {
        unsigned marks =
            content.length - block >= BLOCK
                ? mark_block(content.bytes + block, split->delimiter)
                : mark_rest(text_from(content, block), split->delimiter);

        for (; marks && step == GO_ON; marks &= marks - 1) {
            *end = block + (size_t)__builtin_ctz(marks);
            step = take_mark(split, &splitter, *end);
        }
        if (step != GO_ON)
            break;
    }
    if (step == GO_ON) { /* the content ends without line end */
        *end = content.length;
        end_cell(split, &splitter, *end);
    }
    if (step == NOT_FAST || splitter.is_quoted)
        return false;
    if (splitter.is_doubled)
        undouble(split, *end - offset);
    return true;
}
