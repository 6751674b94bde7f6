#include "clean/repair.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum {
    MOST_CELLS = 256,
    MOST_ENDS = 1024,
    MOST_BYTES = 64 * 1024,
    NO_COST = INT32_MAX / 2
};

/* Where a cell may end.  Without a delimiter it may at a quote that stands
   beside text. */
enum end_kind { AT_DELIMITER, BEFORE_QUOTE, BEHIND_QUOTE };

struct end {
    size_t at;
    enum end_kind kind;
};

/* The cheapest way to read the line from a cell's start to its end in so many
   cells. */
struct reading {
    int32_t cost;
    uint32_t ways;  /* of that cost; 2 stands for more than one */
    uint32_t to;    /* the end (by number) of the cell … */
    bool is_quoted; /* … and how the cell is read */
};

struct repair {
    struct arena *arena;
    struct text line;
    char delimiter;
    size_t count; /* cells expected */
    bool is_header;
    struct end ends[MOST_ENDS + 1];
    size_t end_count;
    struct reading *readings; /* by number of the first piece, and cells */
};

static struct reading *
reading_at(struct repair *repair, size_t piece, size_t cells)
{
    return &repair->readings[piece * (repair->count + 1) + cells];
}

/* What the piece begins behind. */
static enum end_kind
kind_before(const struct repair *repair, size_t piece)
{
    return piece == 0 ? AT_DELIMITER : repair->ends[piece - 1].kind;
}

static size_t
start_of(const struct repair *repair, size_t piece)
{
    if (piece == 0)
        return 0;
    return repair->ends[piece - 1].at +
           (kind_before(repair, piece) == AT_DELIMITER);
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
    cost += repair->ends[to].kind != AT_DELIMITER;
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

/* To the next delimiter, or to a quote before it. */
static void
offer_plain(struct repair *repair, size_t piece)
{
    enum end_kind before = kind_before(repair, piece);
    size_t i = start_of(repair, piece);
    int32_t quotes = 0;

    if (before == BEFORE_QUOTE)
        return;
    for (size_t to = piece; to < repair->end_count; to++) {
        const struct end *end = &repair->ends[to];

        for (; i < end->at; i++)
            quotes += repair->line.bytes[i] == '"';
        if (end->kind == AT_DELIMITER ||
            (end->kind == BEFORE_QUOTE && before == AT_DELIMITER))
            offer(repair, piece, to, quotes, false);
        if (end->kind == AT_DELIMITER)
            return;
    }
}

/* A quoted cell on its way through the line. */
struct quoted {
    size_t piece, start, open;
    size_t run;     /* of quotes, the last one met */
    bool is_behind; /* only blanks since that run */
    bool has_cause; /* for its quotes: a delimiter between them */
    int32_t odd;    /* runs before the last that leave a quote over */
};

/* The cell ends there, if it may. */
static void
end_quoted(struct repair *repair, const struct quoted *quoted, size_t to)
{
    const struct end *end = &repair->ends[to];
    bool is_joined = kind_before(repair, quoted->piece) == BEFORE_QUOTE;
    bool is_closed = quoted->is_behind && quoted->run > 0;
    int32_t cost = quoted->odd + (quoted->open > quoted->start);

    if (is_closed) {
        cost += quoted->run % 2 == 0;
        cost += repair->line.bytes[end->at - 1] != '"';
    } else {
        cost += (quoted->run % 2 != 0) + 1;
    }
    if (!is_joined && end->kind == AT_DELIMITER) {
        if (is_closed || to + 1 == repair->end_count)
            offer(repair, quoted->piece, to, cost, true);
    } else if (is_joined != (end->kind == BEHIND_QUOTE) &&
               end->kind != BEFORE_QUOTE && is_closed && cost == 0 &&
               (quoted->has_cause || repair->is_header)) {
        offer(repair, quoted->piece, to, 0, true);
    }
}

static void
meet(struct repair *repair, struct quoted *quoted, size_t i)
{
    const char *bytes = repair->line.bytes;

    if (bytes[i] == '"') {
        if (i > quoted->open + 1 && bytes[i - 1] == '"') {
            quoted->run++;
        } else {
            quoted->odd += (int32_t)(quoted->run % 2);
            quoted->run = 1;
        }
        quoted->is_behind = true;
    } else if (!is_blank(repair, bytes[i])) {
        quoted->is_behind = false;
    }
    quoted->has_cause |= bytes[i] == repair->delimiter;
}

/* Every place where a quoted cell that begins at this piece may end. */
static void
offer_quoted(struct repair *repair, size_t piece)
{
    size_t start = start_of(repair, piece);
    struct quoted quoted = {.piece = piece, .start = start, .open = start};

    if (kind_before(repair, piece) == BEHIND_QUOTE)
        return;
    while (quoted.open < repair->ends[piece].at &&
           is_blank(repair, repair->line.bytes[quoted.open]))
        quoted.open++;
    if (quoted.open == repair->ends[piece].at ||
        repair->line.bytes[quoted.open] != '"')
        return;
    for (size_t i = quoted.open + 1, to = piece;; i++) {
        if (i == repair->ends[to].at) {
            end_quoted(repair, &quoted, to);
            if (++to == repair->end_count)
                return;
        }
        meet(repair, &quoted, i);
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
        size_t start = start_of(repair, piece);
        size_t end = repair->ends[reading->to].at;

        *cells = reading->is_quoted
                     ? unquote(repair, start, end)
                     : text_slice(repair->line, start, end - start);
        piece = reading->to + 1;
    }
}

static bool
is_text(const struct repair *repair, char byte)
{
    return byte != '"' && byte != repair->delimiter && !is_blank(repair, byte);
}

/* Whether a cell may end before that byte; how stands in *end. */
static bool
is_end(const struct repair *repair, size_t at, struct end *end)
{
    const char *bytes = repair->line.bytes;

    *end = (struct end){at, AT_DELIMITER};
    if (bytes[at] == repair->delimiter)
        return true;
    if (at == 0 || (bytes[at] == '"') == (bytes[at - 1] == '"'))
        return false;
    end->kind = bytes[at] == '"' ? BEFORE_QUOTE : BEHIND_QUOTE;
    return is_text(repair, bytes[end->kind == BEFORE_QUOTE ? at - 1 : at]);
}

/* False if the line is too much for a repair. */
static bool
find_ends(struct repair *repair)
{
    struct end end;

    if (repair->line.length > MOST_BYTES || repair->count > MOST_CELLS)
        return false;
    for (size_t i = 0; i < repair->line.length; i++) {
        if (!is_end(repair, i, &end))
            continue;
        if (repair->end_count == MOST_ENDS)
            return false;
        repair->ends[repair->end_count++] = end;
    }
    repair->ends[repair->end_count++] =
        (struct end){repair->line.length, AT_DELIMITER};
    return true;
}

static void
find_readings(struct repair *repair)
{
    size_t size = (repair->end_count + 1) * (repair->count + 1);

    repair->readings = arena_must(malloc(size * sizeof(*repair->readings)));
    for (size_t i = 0; i < size; i++)
        repair->readings[i] = (struct reading){.cost = NO_COST};
    *reading_at(repair, repair->end_count, 0) = (struct reading){.ways = 1};
    for (size_t piece = repair->end_count; piece-- > 0;) {
        offer_plain(repair, piece);
        offer_quoted(repair, piece);
    }
}

size_t
repair_line(struct arena *arena, const struct damaged_line *damaged,
            struct text *cells)
{
    struct repair repair = {.arena = arena,
                            .line = damaged->line,
                            .delimiter = damaged->delimiter,
                            .count = damaged->columns,
                            .is_header = damaged->is_header};
    size_t ways;

    if (repair.count == 0 || !find_ends(&repair))
        return 0;
    find_readings(&repair);
    ways = reading_at(&repair, 0, repair.count)->ways;
    if (ways > 0)
        take_cells(&repair, cells);
    free(repair.readings);
    return ways;
}

static bool
are_all_filled(const struct text *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cells[i].length == 0)
            return false;
    return true;
}

char
repair_header(struct arena *arena, const struct damaged_line *damaged,
              const char *delimiters, struct text *cells)
{
    for (; *delimiters != '\0'; delimiters++) {
        struct damaged_line other = *damaged;

        other.delimiter = *delimiters;
        other.is_header = false;
        if (other.delimiter != damaged->delimiter &&
            repair_line(arena, &other, cells) == 1 &&
            are_all_filled(cells, other.columns))
            return other.delimiter;
    }
    return '\0';
}
