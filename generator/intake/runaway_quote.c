#include "intake/runaway_quote.h"

#include <string.h>

#include "intake/lines.h"
#include "intake/record_split.h"

struct walk {
    char delimiter;
    size_t expected;
    size_t cells;    /* of the line that runs, were it a record */
    size_t lines;    /* that have ended */
    bool is_in_cell; /* the line began inside the cell that runs */
    bool first_fits, inner_fits;
};

static void
end_line(struct walk *walk)
{
    bool fits = walk->cells == walk->expected;

    if (walk->lines == 0)
        walk->first_fits = fits;
    else if (walk->is_in_cell && fits)
        walk->inner_fits = true;
    walk->lines++;
    walk->cells = 1;
    walk->is_in_cell = true;
}

/* Of a cell over several lines; in any other one delimiters are content. */
static void
walk_cell(struct walk *walk, struct text cell)
{
    for (size_t at = 0; at < cell.length; at++) {
        size_t end = lines_end_length(cell, at);

        walk->cells += cell.bytes[at] == walk->delimiter;
        if (end > 0) {
            end_line(walk);
            at += end - 1;
        }
    }
}

static bool
has_line_end(struct text cell)
{
    return cell.length > 0 && (memchr(cell.bytes, '\n', cell.length) ||
                               memchr(cell.bytes, '\r', cell.length));
}

bool
runaway_quote_is_likely(const struct text *cells, size_t count,
                        const struct some_cells *broken, char delimiter,
                        size_t expected)
{
    struct walk walk = {.delimiter = delimiter,
                        .expected = expected,
                        .cells = broken->from + 1};

    for (size_t i = broken->from; i < broken->end; i++) {
        if (has_line_end(cells[i]))
            walk_cell(&walk, cells[i]);
        walk.is_in_cell = false;
        walk.cells += i + 1 < broken->end;
    }
    walk.cells += count - broken->end;
    return walk.inner_fits || (walk.first_fits && walk.cells == expected);
}
