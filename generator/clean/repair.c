#include "clean/repair.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { MOST_CELLS = 256, MOST_BYTES = 64 * 1024, NO_COST = INT32_MAX / 2 };

/* The cheapest way to read the line from a cell's start to its end in so many
   cells. */
struct reading {
    int32_t cost;
    uint32_t ways;  /* of that cost; 2 stands for more than one */
    uint32_t to;    /* the delimiter (by number) that ends the cell … */
    bool is_quoted; /* … and how the cell is read */
};

struct repair {
    struct arena *arena;
    struct text line;
    char delimiter;
    size_t count;                /* cells expected */
    size_t ends[MOST_CELLS + 1]; /* where pieces between delimiters end */
    size_t end_count;
    struct reading *readings; /* by number of the first piece, and cells */
};

static struct reading *
reading_at(struct repair *repair, size_t piece, size_t cells)
{
    return &repair->readings[piece * (repair->count + 1) + cells];
}

static size_t
start_of(const struct repair *repair, size_t piece)
{
    return piece == 0 ? 0 : repair->ends[piece - 1] + 1;
}

static bool
is_blank(const struct repair *repair, char byte)
{
    return byte == ' ' || (byte == '\t' && byte != repair->delimiter);
}

/* Takes the cell from piece to piece into account for all numbers of
   cells. */
static void
offer(struct repair *repair, size_t from, size_t to, int32_t cost,
      bool is_quoted)
{
    for (size_t cells = 1; cells <= repair->count; cells++) {
        struct reading *best = reading_at(repair, from, cells);
        const struct reading *rest = reading_at(repair, to + 1, cells - 1);
        int32_t sum = cost + rest->cost;

        if (rest->cost == NO_COST || sum > best->cost)
            continue;
        if (sum == best->cost) {
            best->ways = 2;
            continue;
        }
        *best = (struct reading){sum, rest->ways, (uint32_t)to, is_quoted};
    }
}

static void
offer_plain(struct repair *repair, size_t piece)
{
    int32_t quotes = 0;

    for (size_t i = start_of(repair, piece); i < repair->ends[piece]; i++)
        quotes += repair->line.bytes[i] == '"';
    offer(repair, piece, piece, quotes, false);
}

/* Every place where a quoted cell that begins at this piece may end. */
static void
offer_quoted(struct repair *repair, size_t piece)
{
    size_t start = start_of(repair, piece), open = start;
    size_t run = 0;         /* of quotes, the last one met */
    bool is_behind = false; /* only blanks since that run */
    int32_t odd = 0;        /* runs before it that leave a quote over */

    while (open < repair->ends[piece] &&
           is_blank(repair, repair->line.bytes[open]))
        open++;
    if (open == repair->ends[piece] || repair->line.bytes[open] != '"')
        return;
    for (size_t i = open + 1, to = piece; to < repair->end_count; i++) {
        int32_t cost = odd + (open > start ? 1 : 0);

        if (i == repair->ends[to]) {
            if (is_behind && run > 0) {
                cost += run % 2 == 0;
                cost += repair->line.bytes[i - 1] != '"';
                offer(repair, piece, to, cost, true);
            } else if (to + 1 == repair->end_count) {
                offer(repair, piece, to, cost + (run % 2 != 0) + 1, true);
            }
            if (++to == repair->end_count)
                return;
        }
        if (repair->line.bytes[i] == '"') {
            if (i > open + 1 && repair->line.bytes[i - 1] == '"') {
                run++;
            } else {
                odd += (int32_t)(run % 2);
                run = 1;
            }
            is_behind = true;
        } else if (!is_blank(repair, repair->line.bytes[i])) {
            is_behind = false;
        }
    }
}

/* A quoted cell without its quotes; pairs become one. */
static struct text
unquote(struct repair *repair, size_t start, size_t end)
{
    const char *bytes = repair->line.bytes;
    char *out, *copy;
    size_t stop = end;

    while (is_blank(repair, bytes[start]))
        start++;
    start++;
    while (stop > start && is_blank(repair, bytes[stop - 1]))
        stop--;
    if (stop > start && bytes[stop - 1] == '"')
        stop--;
    else
        stop = end; /* never closed */
    copy = out = arena_take(repair->arena, stop - start + 1);
    for (size_t i = start; i < stop; i++) {
        *out++ = bytes[i];
        i += bytes[i] == '"' && i + 1 < stop && bytes[i + 1] == '"';
    }
    return (struct text){copy, (size_t)(out - copy)};
}

static void
take_cells(struct repair *repair, struct text *cells)
{
    size_t piece = 0;

    for (size_t left = repair->count; left > 0; left--, cells++) {
        const struct reading *reading = reading_at(repair, piece, left);
        size_t start = start_of(repair, piece), end = repair->ends[reading->to];

        *cells = reading->is_quoted
                     ? unquote(repair, start, end)
                     : text_slice(repair->line, start, end - start);
        piece = reading->to + 1;
    }
}

/* False if the line is too much for a repair. */
static bool
find_pieces(struct repair *repair)
{
    if (repair->line.length > MOST_BYTES || repair->count > MOST_CELLS)
        return false;
    for (size_t i = 0; i < repair->line.length; i++) {
        if (repair->line.bytes[i] != repair->delimiter)
            continue;
        if (repair->end_count == MOST_CELLS)
            return false;
        repair->ends[repair->end_count++] = i;
    }
    repair->ends[repair->end_count++] = repair->line.length;
    return true;
}

bool
repair_line(struct arena *arena, struct text line, char delimiter, size_t count,
            struct text *cells)
{
    struct repair repair = {
        .arena = arena, .line = line, .delimiter = delimiter, .count = count};
    size_t size;
    bool is_single;

    if (count == 0 || !find_pieces(&repair))
        return false;
    size = (repair.end_count + 1) * (count + 1);
    repair.readings = arena_must(malloc(size * sizeof(*repair.readings)));
    for (size_t i = 0; i < size; i++)
        repair.readings[i] = (struct reading){.cost = NO_COST};
    *reading_at(&repair, repair.end_count, 0) = (struct reading){.ways = 1};
    for (size_t piece = repair.end_count; piece-- > 0;) {
        offer_plain(&repair, piece);
        offer_quoted(&repair, piece);
    }
    is_single = reading_at(&repair, 0, count)->ways == 1;
    if (is_single)
        take_cells(&repair, cells);
    free(repair.readings);
    return is_single;
}
