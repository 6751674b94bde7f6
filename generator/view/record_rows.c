#include "view/record_rows.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/wording.h"
#include "view/anchors.h"
#include "view/data.h"
#include "view/list_shape.h"
#include "view/months.h"
#include "view/pagination.h"
#include "view/record_columns.h"
#include "view/record_days.h"
#include "view/record_words.h"
#include "view/sheet_row.h"
#include "view/units.h"
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
    struct record_columns columns;
    uint32_t left_out;   /* of them, a bit each */
    struct text *titles; /* of the ledger's columns, in the page's language */
    int co_units;        /* the column of further units, or -1 */
    uint64_t lists;      /* that have pages */
    bool is_downloaded;
    struct arena *arena;
    struct buffer lines, sheet;
};

/* Digits alone read best at the right, whatever the column. */
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

/* Measures and results are known by their place, all else by its title. */
static void
add_note(const struct filling *filling, const struct column *column,
         struct text title, struct text text, struct view *name)
{
    struct view *item = view_item(name, "NOTE");
    bool is_measure = column && strcmp(column->key, "measure") == 0;
    bool is_result = column && strcmp(column->key, "result") == 0;

    view_list(item, "HEAD");
    if (!is_measure && !is_result)
        view_text(view_item(item, "HEAD"), "TITLE", title);
    view_flag(item, "IS_RESULT", is_result);
    view_text(item, "TEXT", bearable(filling, text));
}

/* The texts of columns that have no key but are kept. */
static void
fill_further(const struct filling *filling, const struct row *row,
             struct view *name)
{
    const struct redact *privacy = filling->report->privacy;
    struct further_text *texts;
    size_t count =
        row_further(filling->report->book, row, filling->arena, &texts);

    for (size_t i = 0; i < count; i++)
        add_note(filling, NULL,
                 redact_text(privacy, texts[i].title, filling->arena),
                 redact_text(privacy, texts[i].text, filling->arena), name);
}

/* What the data know from later: one further line, never the status. */
static void
fill_later(const struct filling *filling, const struct row *row,
           struct view *name)
{
    const struct report *report = filling->report;
    const struct ledger_type *type = filling->type;
    struct date closed;

    view_list(name, "LATER");
    if (filling->ledger == LEDGER_projects
            ? !record_closes_later(report, filling->ledger, row)
            : !record_is_later(report, filling->ledger, row))
        return;
    closed = *row_date(
        &type->columns[column_index(type, record_closing_key(type))], row);
    view_text(view_item(name, "LATER"), "TEXT",
              SAY(filling->arena, report->language,
                  month_of(closed).number == report->year->month.number + 1
                      ? WORDING_RECORD_LATER
                      : WORDING_RECORD_MUCH_LATER,
                  day_words(report, closed, filling->arena),
                  record_words_end(report, filling->ledger, row)));
}

static void
fill_name(const struct filling *filling, const struct row *row,
          const struct text *cells, size_t column, struct view *name)
{
    view_text(name, "TEXT",
              column < filling->type->column_count
                  ? bearable(filling, cells[column])
                  : text_of(""));
    view_list(name, "NOTE");
    for (size_t i = 0; i < filling->columns.note_count; i++) {
        size_t note = filling->columns.notes[i];

        if (cells[note].length > 0)
            add_note(filling, &filling->type->columns[note],
                     filling->titles[note], cells[note], name);
    }
    fill_further(filling, row, name);
    fill_later(filling, row, name);
}

/* A cell as it was at the cutoff. */
static struct text
cell_text(const struct filling *filling, const struct row *row,
          const struct column *column, struct text cell)
{
    const struct report *report = filling->report;
    const struct ledger_type *type = filling->type;

    if (record_tells_later(report, filling->ledger, column, row))
        return text_of("");
    if (column->kind == KIND_DATE)
        return day_words(report, *row_date(column, row), filling->arena);
    cell = record_words_said(report, column, row, cell);
    if (type->status_key && strcmp(column->key, type->status_key) == 0)
        return record_status(report, filling->ledger, column, row, cell);
    return bearable(filling, cell);
}

static void
fill_cell(const struct filling *filling, const struct row *row,
          const struct text *cells, size_t column, struct view *item)
{
    const struct column *it = &filling->type->columns[column];
    struct text text = cell_text(filling, row, it, cells[column]);
    bool is_lead = filling->type->unit_key &&
                   strcmp(it->key, filling->type->unit_key) == 0;

    view_text(item, "TEXT", text);
    view_text(item, "LABEL", filling->titles[column]);
    view_text(item, "CLASS",
              text_of(it->kind == KIND_DATE || it->kind == KIND_MONTH
                          ? "d one"
                          : cell_class(it, text)));
    view_list(item, "SORT");
    if (it->kind == KIND_DATE && text.length > 0)
        view_text(view_item(item, "SORT"), "TEXT",
                  date_text(filling->arena, *row_date(it, row)));
    view_list(item, "MORE");
    if (is_lead && filling->co_units >= 0 &&
        cells[filling->co_units].length > 0)
        view_text(view_item(item, "MORE"), "TEXT", cells[filling->co_units]);
}

static void
fill_record(const struct filling *filling, const struct row *row,
            const struct text *cells, struct view *item)
{
    view_text(
        item, "ANCHOR",
        list_anchor(filling->report, filling->ledger, row, filling->arena));
    view_list(item, "ID");
    view_list(item, "NAME");
    view_list(item, "CELL");
    view_list(item, "DAYS");
    for (size_t i = 0; i < filling->columns.count; i++) {
        const struct record_column *it = &filling->columns.all[i];

        if (filling->left_out >> i & 1)
            continue;
        switch (it->kind) {
        case RECORD_ID:
            view_text(view_item(item, "ID"), "TEXT",
                      cells[it->column].length > 0
                          ? cells[it->column]
                          : say(filling->report->language, WORDING_NO_VALUE));
            break;
        case RECORD_NAME:
            fill_name(filling, row, cells, it->column, view_item(item, "NAME"));
            break;
        case RECORD_CELL:
            fill_cell(filling, row, cells, it->column, view_item(item, "CELL"));
            break;
        case RECORD_DAYS:
            record_days_fill(filling->report, filling->ledger, row,
                             view_item(item, "DAYS"));
        }
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
fill_download(struct filling *filling, size_t place, const struct row *row,
              const struct text *cells)
{
    enum ledger_id ledger = filling->ledger;
    struct counted_row counted =
        download_row(ledger, row, filling->report->year->marks[ledger][place],
                     cells, filling->arena);

    download_line(filling->report, &counted, cells, &filling->lines);
    sheet_row_put(filling->report,
                  &(struct sheet_row){.ledger = ledger,
                                      .number = place % RECORD_ROWS_SHEET + 2,
                                      .cells = cells,
                                      .status = counted.status,
                                      .figures = counted.figures},
                  &filling->sheet);
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
        fill_download(filling, place, row, cells);
    if (lists == 0)
        return;
    stretch->indexes[stretch->count] = year->order[filling->ledger][place];
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
    const struct ledger_type *type = ledgers[ledger];
    struct filling filling = {
        .report = report,
        .ledger = ledger,
        .type = type,
        .columns = record_columns_of(report, ledger),
        .titles = arena_take(arena, type->column_count * sizeof(struct text)),
        .co_units = -1,
        .lists = lists_of(report, ledger),
        .is_downloaded = download_has(report, (int)ledger),
        .arena = arena,
        .lines = {.arena = arena},
        .sheet = {.arena = arena},
    };

    for (size_t i = 0; i < type->column_count; i++) {
        filling.titles[i] = column_title(&type->columns[i], report->language);
        if (type->columns[i].kind == KIND_UNITS)
            filling.co_units = (int)i;
    }
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
    stretch->sheet = buffer_text(&filling.sheet);
}

void
record_rows_of(const struct report *report, enum figure_id figure, size_t page,
               struct view *view)
{
    const struct list_cuts *cuts = list_cuts(report, figure);
    const struct list_rows *list = list_rows(report, figure);
    struct filling filling = begin(report, figures[figure].ledger, view->arena);

    filling.left_out = list_left_out(report, figure, page);
    view_list(view, "RECORD");
    for (size_t i = cuts->starts[page]; i < list_page_end(cuts, page); i++)
        fill_record(&filling, list->rows[i], cells_of(&filling, list->rows[i]),
                    view_item(view, "RECORD"));
}
