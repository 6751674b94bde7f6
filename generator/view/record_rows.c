#include "view/record_rows.h"

#include <ctype.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/wording.h"
#include "view/columns.h"
#include "view/data.h"
#include "view/pagination.h"
#include "view/view.h"
#include "year/redact.h"

enum {
    ONE_LINE = 36,     /* bytes: twelve characters of Chinese */
    CELL_MOST = 30000, /* bytes: what a page can bear */
};

/* What all rows of the ledger have in common. */
struct filling {
    const struct report *report;
    enum ledger_id ledger;
    const struct ledger_type *type;
    const size_t *columns; /* those shown, in order */
    size_t column_count;
    uint64_t lists; /* that have pages */
    bool is_downloaded;
    struct arena *arena;
    struct buffer lines;
};

/* Digits alone read best at the right, whatever the column; words stay on one
   line unless there are too many of them. */
static const char *
cell_class(const struct column *column, struct text cell)
{
    bool is_number = cell.length > 0 && cell.length < ONE_LINE;

    for (size_t i = 0; i < cell.length && is_number; i++)
        is_number = isdigit((unsigned char)cell.bytes[i]) ||
                    (i > 0 && (cell.bytes[i] == '.' || cell.bytes[i] == ','));
    if (is_number)
        return "n";
    return cell.length > ONE_LINE ? "t" : column_class(column);
}

/* Nobody reads a book in a table; the download has all of it. */
static struct text
bearable(const struct filling *filling, struct text cell)
{
    if (cell.length <= CELL_MOST)
        return cell;
    return text_join(filling->arena,
                     text_excerpt(filling->arena, cell, CELL_MOST),
                     say(filling->report->language, WORDING_CELL_CUT));
}

static void
fill_record(const struct filling *filling, const struct row *row,
            const struct text *cells, struct view *item)
{
    view_text(
        item, "ANCHOR",
        list_anchor(filling->report, filling->ledger, row, filling->arena));
    for (size_t i = 0; i < filling->column_count; i++) {
        size_t column = filling->columns[i];
        struct view *cell = view_item(item, "CELL");

        view_text(cell, "TEXT", bearable(filling, cells[column]));
        view_text(cell, "CLASS",
                  text_of(cell_class(&filling->type->columns[column],
                                     cells[column])));
    }
}

static struct text *
cells_of(const struct filling *filling, const struct row *row)
{
    struct text *cells = arena_take(
        filling->arena, filling->type->column_count * sizeof(*cells));

    redact_texts(filling->report->privacy, (int)filling->ledger, row,
                 filling->arena, cells);
    return cells;
}

static void
fill_row(struct filling *filling, size_t place, struct record_rows *stretch)
{
    const struct report *report = filling->report;
    const struct year *year = report->year;
    const struct row *row = ledger_row(&report->book->ledgers[filling->ledger],
                                       year->order[filling->ledger][place]);
    uint64_t marks = year->marks[filling->ledger][place];
    uint64_t lists = marks & filling->lists;
    const struct text *cells;

    if (lists == 0 && !filling->is_downloaded)
        return;
    cells = cells_of(filling, row);
    if (filling->is_downloaded)
        download_line(report, (int)filling->ledger, cells, marks,
                      &filling->lines);
    if (lists == 0)
        return;
    stretch->lists[stretch->count++] = lists;
    fill_record(filling, row, cells, view_item(stretch->view, "RECORD"));
}

/* The lists of the ledger that have pages, one bit each. */
static uint64_t
lists_of(const struct report *report, enum ledger_id ledger)
{
    uint64_t lists = 0;

    for (int i = 0; i < FIGURE_COUNT; i++)
        if (figures[i].ledger == ledger &&
            list_pages(report, (enum figure_id)i) > 0)
            lists |= MARK_OF(i);
    return lists;
}

size_t
record_rows_count(const struct report *report, enum ledger_id ledger)
{
    size_t rows = report->year->order_count[ledger];

    if (lists_of(report, ledger) == 0 && !download_has(report, (int)ledger))
        return 0;
    return (rows + RECORD_ROWS_MOST - 1) / RECORD_ROWS_MOST;
}

static struct filling
begin(const struct report *report, enum ledger_id ledger, struct arena *arena)
{
    struct filling filling = {
        .report = report,
        .ledger = ledger,
        .type = ledgers[ledger],
        .lists = lists_of(report, ledger),
        .is_downloaded = download_has(report, (int)ledger),
        .arena = arena,
        .lines = {.arena = arena},
    };

    filling.columns =
        list_columns(report, ledger, arena, &filling.column_count);
    return filling;
}

void
record_rows_fill(const struct report *report, enum ledger_id ledger,
                 size_t number, struct arena *arena,
                 struct record_rows *stretch)
{
    struct filling filling = begin(report, ledger, arena);
    size_t first = number * RECORD_ROWS_MOST;
    size_t end = report->year->order_count[ledger];

    if (end - first > RECORD_ROWS_MOST)
        end = first + RECORD_ROWS_MOST;
    stretch->count = 0;
    stretch->view = view_new(arena, report->language);
    view_list(stretch->view, "RECORD");
    for (size_t i = first; i < end; i++)
        fill_row(&filling, i, stretch);
    stretch->lines = buffer_text(&filling.lines);
}

void
record_rows_of(const struct report *report, enum ledger_id ledger,
               const struct row *const *rows, size_t count, struct view *view)
{
    struct filling filling = begin(report, ledger, view->arena);

    view_list(view, "RECORD");
    for (size_t i = 0; i < count; i++)
        fill_record(&filling, rows[i], cells_of(&filling, rows[i]),
                    view_item(view, "RECORD"));
}
