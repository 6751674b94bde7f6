#include "view/list_shape.h"

#include <string.h>

#include "base/arena.h"
#include "base/wording.h"
#include "view/chapter.h"
#include "view/months.h"
#include "view/pagination.h"
#include "view/record_words.h"
#include "view/report.h"
#include "view/view.h"

enum { FEW = 4 /* records that may well agree by chance */ };

struct shape {
    uint32_t left_out;
    uint32_t same; /* of those left out: not blank */
};

/* The rows of one page of a list. */
struct page_rows {
    enum figure_id figure;
    const struct row *const *rows;
    size_t count;
};

static struct page_rows
rows_of(const struct report *report, enum figure_id figure, size_t page)
{
    const struct list_cuts *cuts = list_cuts(report, figure);
    size_t first = cuts->starts[page];

    return (struct page_rows){
        figure,
        (const struct row *const *)list_rows(report, figure)->rows + first,
        list_page_end(cuts, page) - first};
}

static struct text
name_of(const struct report *report, enum ledger_id ledger, size_t column,
        const struct row *row, struct arena *arena)
{
    return column < ledgers[ledger]->column_count
               ? record_words_cells(report, ledger, row, arena)[column]
               : text_of("");
}

/* Whether all records go by one name and nothing stands beneath it. */
static bool
is_one_name(const struct report *report, const struct page_rows *page,
            size_t column)
{
    enum ledger_id ledger = figures[page->figure].ledger;
    struct arena *scratch = arena_new();
    struct text first = name_of(report, ledger, column, page->rows[0], scratch);
    bool is_one = page->count > FEW && first.length > 0;

    for (size_t i = 1; is_one && i < page->count; i++)
        is_one = text_equal(
            name_of(report, ledger, column, page->rows[i], scratch), first);
    arena_free(scratch);
    return is_one;
}

static struct shape
shape_of(const struct report *report, const struct page_rows *page)
{
    enum ledger_id ledger = figures[page->figure].ledger;
    struct record_columns columns = record_columns_of(report, ledger);
    struct shape shape = {0, 0};

    for (size_t c = 0; c < columns.count && page->count > 0; c++) {
        const struct record_column *it = &columns.all[c];
        int64_t value = record_value(report, ledger, it, page->rows[0]);
        size_t i = 1;

        if (it->kind == RECORD_NAME && columns.note_count == 0 &&
            is_one_name(report, page, it->column)) {
            shape.left_out |= UINT32_C(1) << c;
            shape.same |= UINT32_C(1) << c;
        }
        if (value < 0 || (value > 0 && page->count <= FEW))
            continue;
        while (i < page->count &&
               record_value(report, ledger, it, page->rows[i]) == value)
            i++;
        if (i < page->count)
            continue;
        shape.left_out |= UINT32_C(1) << c;
        if (value > 0)
            shape.same |= UINT32_C(1) << c;
    }
    return shape;
}

uint32_t
list_left_out(const struct report *report, enum figure_id figure, size_t page)
{
    struct page_rows rows = rows_of(report, figure, page);

    return shape_of(report, &rows).left_out;
}

static enum wording
days_head(enum figure_id figure)
{
    const struct chapter *chapter = chapter_of(figures[figure].ledger);

    if (figure == FIGURE_PROBLEMS_OVERDUE)
        return WORDING_DAYS_LATE;
    if (list_waits(figure))
        return WORDING_DAYS_DUE;
    return figure == chapter->done || figure == chapter->done_month ||
                   figures[figure].list != figure
               ? WORDING_DAYS_TAKEN
               : WORDING_DAYS_BOTH;
}

/* "问题名称 / 解决措施 → 工作成效": what stands beneath a name without its
   title. */
static struct text
name_title(const struct report *report, const struct record_columns *columns,
           const struct ledger_type *type, struct text title,
           struct arena *arena)
{
    for (size_t i = 0; i < columns->note_count; i++) {
        const struct column *note = &type->columns[columns->notes[i]];
        bool is_result = strcmp(note->key, "result") == 0;

        if (!is_result && strcmp(note->key, "measure") != 0)
            continue;
        title = text_join(arena, title, text_of(is_result ? " → " : " / "));
        title = text_join(arena, title, column_title(note, report->language));
    }
    return title;
}

static void
fill_column(const struct report *report, enum figure_id figure,
            const struct record_columns *columns,
            const struct record_column *it, struct view *item)
{
    const struct ledger_type *type = ledgers[figures[figure].ledger];
    struct text title;
    const struct column *column =
        it->column < type->column_count ? &type->columns[it->column] : NULL;

    view_text(item, "KEY", text_of(column ? column->key : "days"));
    if (it->kind == RECORD_DAYS) {
        view_text(item, "TITLE", say(report->language, days_head(figure)));
        view_text(item, "CLASS", TEXT("days"));
        return;
    }
    title = column ? column_title(column, report->language)
                   : say(report->language, WORDING_RECORD_NAME);
    if (it->kind == RECORD_NAME)
        title = name_title(report, columns, type, title, item->arena);
    view_text(item, "TITLE", title);
    view_text(item, "CLASS",
              text_of(it->kind == RECORD_ID     ? "id"
                      : it->kind == RECORD_NAME ? "t"
                                                : column_class(column)));
}

static void
fill_same(const struct report *report, const struct page_rows *page,
          const struct record_column *it, struct view *view)
{
    enum ledger_id ledger = figures[page->figure].ledger;
    const struct ledger_type *type = ledgers[ledger];
    const struct column *column = &type->columns[it->column];
    const struct row *row = page->rows[0];
    bool is_all = page->count == list_rows(report, page->figure)->count;
    bool is_first = view_find_list(view, "SAME")->first == NULL;
    struct text cell =
        record_words_cells(report, ledger, row, view->arena)[it->column];

    cell = column->kind == KIND_DATE
               ? day_words(report, *row_date(column, row), view->arena)
               : record_words_said(report, column, row, cell);
    if (type->status_key &&
        it->column == (size_t)column_index(type, type->status_key))
        cell = record_status(report, ledger, column, row, cell);
    view_text(view_item(view, "SAME"), "TEXT",
              SAY(view->arena, report->language,
                  is_all || !is_first ? WORDING_LIST_ALL_SAME
                                      : WORDING_LIST_PAGE_SAME,
                  column_title(column, report->language), cell));
}

uint32_t
list_columns_fill(const struct report *report, enum figure_id figure,
                  size_t page, struct view *view)
{
    struct record_columns columns =
        record_columns_of(report, figures[figure].ledger);
    struct page_rows rows = rows_of(report, figure, page);
    struct shape shape = shape_of(report, &rows);

    view_list(view, "COLUMN");
    view_list(view, "SAME");
    for (size_t c = 0; c < columns.count; c++) {
        if ((shape.left_out >> c & 1) == 0)
            fill_column(report, figure, &columns, &columns.all[c],
                        view_item(view, "COLUMN"));
        if (shape.same >> c & 1)
            fill_same(report, &rows, &columns.all[c], view);
    }
    if (columns.hides_persons)
        view_text(view_item(view, "SAME"), "TEXT",
                  say(report->language, WORDING_LIST_NO_PERSONS));
    return shape.left_out;
}
