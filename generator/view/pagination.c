/*
 * Where lists are cut.  How long a row will be is told from the length of its
 * record in the file, without reading it again.
 */
#include "view/pagination.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/wording.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/months.h"
#include "view/pager.h"
#include "view/pagination.h"
#include "view/view.h"
#include "year/core.h"
#include "year/event.h"
#include "year/redact.h"
#include "year/span.h"

enum {
    ROWS_MOST = 250,
    BYTES_MOST = 350000, /* of a page's rows */
    BYTES_OF_CELL = 40,  /* its tags */
    BYTES_OF_ROW = 300,
    LONG_RECORD = 2000,  /* worth looking at letter by letter */
    BYTES_OF_ENTITY = 5, /* "&quot;" is so much longer than its sign */
};

struct list_plan {
    struct arena *arena;
    struct list_cuts cuts[FIGURE_COUNT];
    struct list_cuts short_cuts[FIGURE_COUNT]; /* as last asked for */
    struct list_rows rows[FIGURE_COUNT];
};

/* Whether any file brought the column. */
static bool
is_brought(const struct book *book, enum ledger_id ledger, size_t column)
{
    for (size_t i = 0; i < book->file_count; i++) {
        const struct input_file *export = &book->files[i];

        if (export->ledger == (int)ledger && export->field_of &&
            export->field_of[column] != 0)
            return true;
    }
    return false;
}

const size_t *
list_columns(const struct report *report, enum ledger_id ledger,
             struct arena *arena, size_t *count)
{
    size_t most = ledgers[ledger]->column_count;
    size_t *columns = arena_take(arena, (most + 1) * sizeof(*columns));

    *count = 0;
    for (size_t i = 0; i < most; i++)
        if (redact_shows_column(report->privacy, (int)ledger, i) &&
            is_brought(report->book, ledger, i))
            columns[(*count)++] = i;
    return columns;
}

/* The row behind it in the same file, or NULL. */
static const struct row *
following(const struct ledger *ledger, const struct row *row)
{
    const char *next = (const char *)row + ledger->type->row_size;
    const char *end = ledger->rows + ledger->count * ledger->type->row_size;
    const struct row *found = (const struct row *)(const void *)next;

    if (next >= end || found->file_index != row->file_index ||
        found->offset < row->offset)
        return NULL;
    return found;
}

static struct text
record_of(const struct input_file *export, const struct ledger *ledger,
          const struct row *row)
{
    struct text content = export->source.content;
    const struct row *next = following(ledger, row);
    size_t end = next ? next->offset : content.length;

    return text_slice(content, row->offset, end - row->offset);
}

size_t
html_bytes(struct text text)
{
    size_t bytes = text.length;

    for (size_t i = 0; i < text.length; i++)
        if (memchr("<>&\"'", text.bytes[i], 5))
            bytes += BYTES_OF_ENTITY;
    return bytes;
}

static size_t
bytes_of(const struct book *book, const struct ledger *ledger,
         const struct row *row, size_t columns)
{
    const struct input_file *export = &book->files[row->file_index];
    struct text record = record_of(export, ledger, row);
    size_t length = input_file_length(export, record);

    if (length >= LONG_RECORD)
        length += html_bytes(record) - record.length;
    return BYTES_OF_ROW + length + columns * BYTES_OF_CELL;
}

static size_t
count_later(const struct report *report, enum ledger_id ledger,
            const struct row *const *rows, size_t count)
{
    const struct chapter *chapter = chapter_of(ledger);
    size_t later = 0;

    for (size_t i = 0; chapter && i < count; i++)
        later += core_ends_behind(ledger, rows[i], report->year->cutoff) &&
                 (year_marks(report->year, ledger, rows[i]) &
                  MARK_OF(chapter->waiting)) != 0;
    return later;
}

/* A row while its place in a list is sought. */
struct ordered {
    int64_t first, second;
    const struct row *row;
    size_t place;
};

/* Days in their order, a month before its days; none is last. */
static int64_t
day_number(struct date date)
{
    return date_is_given(date)
               ? ((int64_t)date.year * 12 + date.month) * 32 + date.day
               : INT64_MAX;
}

static struct date
due_of(enum ledger_id ledger, const struct row *row)
{
    const struct chapter *chapter = chapter_of(ledger);
    const struct ledger_type *type = ledgers[ledger];

    if (chapter == NULL || chapter->due_key == NULL)
        return (struct date){0};
    return *row_date(&type->columns[column_index(type, chapter->due_key)], row);
}

/* What waits is ordered by its deadline, then by how long it waits; all else
   by the day it counts from, the latest first. */
static struct ordered
order_of(const struct report *report, enum figure_id figure,
         const struct row *row, size_t place)
{
    enum ledger_id ledger = figures[figure].ledger;
    struct ordered key = {0, 0, row, place};

    if (list_waits(figure)) {
        key.first = day_number(date_latest(due_of(ledger, row)));
        key.second = day_number(row_entered_on(ledger, row));
    } else if (list_is_by_day(figure)) {
        key.first = -day_number(figure_day(report, figure, row));
    }
    return key;
}

static int
compare_ordered(const void *a, const void *b)
{
    const struct ordered *one = a, *other = b;

    if (one->first != other->first)
        return one->first < other->first ? -1 : 1;
    if (one->second != other->second)
        return one->second < other->second ? -1 : 1;
    return one->place < other->place ? -1 : one->place > other->place;
}

static void
put_in_order(const struct report *report, enum figure_id figure,
             struct list_rows *list)
{
    struct arena *scratch = arena_new();
    struct ordered *keys =
        arena_take(scratch, (list->count + 1) * sizeof(*keys));

    for (size_t i = 0; i < list->count; i++)
        keys[i] = order_of(report, figure, list->rows[i], i);
    qsort(keys, list->count, sizeof(*keys), compare_ordered);
    for (size_t i = 0; i < list->count; i++)
        list->rows[i] = keys[i].row;
    arena_free(scratch);
}

/* Every list has a page, even the empty one. */
static void
cut(struct list_plan *plan, const struct report *report, enum figure_id figure)
{
    const struct ledger *ledger =
        &report->book->ledgers[figures[figure].ledger];
    struct list_rows *list = &plan->rows[figure];
    struct list_cuts *cuts = &plan->cuts[figure];
    struct arena *scratch = arena_new();
    size_t *starts, *kept, columns, bytes = 0;

    list->rows = year_list(report->year, figure, plan->arena, &list->count);
    put_in_order(report, figure, list);
    starts = arena_take(scratch, (list->count + 1) * sizeof(*starts));
    list_columns(report, figures[figure].ledger, scratch, &columns);
    cuts->count = 1;
    for (size_t i = 0; i < list->count; i++) {
        size_t more = bytes_of(report->book, ledger, list->rows[i], columns);
        size_t start = starts[cuts->count - 1];

        if (i > start &&
            (i - start == ROWS_MOST || bytes + more > BYTES_MOST)) {
            starts[cuts->count++] = i;
            bytes = 0;
        }
        bytes += more;
    }
    kept = arena_take(plan->arena, cuts->count * sizeof(*starts));
    memcpy(kept, starts, cuts->count * sizeof(*starts));
    cuts->starts = kept;
    cuts->rows = cuts->end = list->count;
    cuts->later =
        count_later(report, figures[figure].ledger, list->rows, list->count);
    arena_free(scratch);
}

struct list_plan *
list_plan_new(const struct report *report)
{
    struct arena *arena = arena_new();
    struct list_plan *plan = ARENA_NEW(arena, struct list_plan);

    plan->arena = arena;
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (figure_has_list(report, (enum figure_id)i) &&
            report->year->figures[i].shown_by == (enum figure_id)i)
            cut(plan, report, (enum figure_id)i);
    return plan;
}

void
list_plan_free(struct list_plan *plan)
{
    if (plan)
        arena_free(plan->arena);
}

size_t
list_most(const struct report *report, size_t most)
{
    return report->is_one_file && report->rows_most < most ? report->rows_most
                                                           : most;
}

size_t
roster_most(const struct report *report, size_t most)
{
    size_t shown = list_most(report, (most + 9) / 10) * 10;

    return shown < most ? shown : most;
}

size_t
list_page_end(const struct list_cuts *cuts, size_t page)
{
    return page + 1 < cuts->count ? cuts->starts[page + 1] : cuts->end;
}

const struct list_cuts *
list_cuts(const struct report *report, enum figure_id figure)
{
    static const size_t start = 0;
    const struct list_cuts *whole = &report->kept.lists->cuts[figure];
    struct list_cuts *cuts = &report->kept.lists->short_cuts[figure];

    if (!report->is_one_file || whole->count == 0)
        return whole;
    *cuts = (struct list_cuts){&start, 1, whole->rows,
                               list_most(report, whole->rows), whole->later};
    return cuts;
}

enum figure_id
list_with(const struct report *report, enum ledger_id ledger,
          const struct row *row)
{
    for (uint64_t marks = year_marks(report->year, ledger, row); marks;
         marks &= marks - 1) {
        enum figure_id figure = figure_of_mark(ledger, marks);

        if (list_is_of(report, figure, ledger))
            return figure;
    }
    return FIGURE_COUNT;
}

/* The rows of a figure that another one's page shows are those of its list,
   in the same order. */
const struct list_rows *
list_rows(const struct report *report, enum figure_id figure)
{
    struct list_plan *plan = report->kept.lists;
    struct list_rows *list = &plan->rows[figure];

    if (list->rows == NULL) {
        list->rows = year_list(report->year, figure, plan->arena, &list->count);
        put_in_order(report, figure, list);
    }
    return list;
}

size_t
list_page_of(const struct report *report, enum figure_id figure,
             const struct row *row)
{
    const struct list_cuts *cuts = list_cuts(report, figure);
    const struct list_rows *list;
    struct ordered wanted;
    size_t low = 0, high = cuts->rows, page = 0;

    if (cuts->count < 2)
        return 0;
    list = list_rows(report, figure);
    wanted = order_of(report, figure, row, 0);
    while (low < high) {
        size_t middle = (low + high) / 2;
        struct ordered key = order_of(report, figure, list->rows[middle], 0);

        if (compare_ordered(&key, &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (low + 1 < cuts->rows && list->rows[low] != row)
        low++;
    while (page + 1 < cuts->count && cuts->starts[page + 1] <= low)
        page++;
    return page;
}

/* What has a state, not a day, in which it is counted. */
bool
list_waits(enum figure_id figure)
{
    const struct chapter *chapter = chapter_of(figures[figure].ledger);

    return chapter &&
           (figure == chapter->waiting || figure == FIGURE_PROBLEMS_OVERDUE ||
            figure == FIGURE_PROBLEMS_DUE_SOON);
}

bool
list_is_by_day(enum figure_id figure)
{
    enum ledger_id ledger = figures[figure].ledger;

    return !list_waits(figure) && ledger != LEDGER_cadres &&
           ledger != LEDGER_evaluations;
}

/* The figures that a table counts by month. */
bool
list_has_months(enum figure_id figure)
{
    return figures[figure].events != EVENTS_NONE;
}

struct text
list_part(const struct report *report, const struct list_cuts *cuts,
          size_t page, struct arena *arena)
{
    size_t first = cuts->starts[page], end = list_page_end(cuts, page);

    return SAY(arena, report->language, WORDING_LIST_PART,
               text_format(arena, "%zu", first + 1),
               text_format(arena, "%zu", end),
               text_format(arena, "%zu", end - first), TEXT(""));
}

/* REST {TEXT}: of so many rows how many are shown, and how many more the page
   has on the site; empty when all are shown. */
static void
fill_rest(const struct report *report, size_t shown, size_t rows,
          const char *page, struct view *view)
{
    view_list(view, "REST");
    if (shown < rows)
        view_text(view_item(view, "REST"), "TEXT",
                  SAY(view->arena, report->language, WORDING_LIST_REST,
                      text_format(view->arena, "%zu", shown),
                      text_format(view->arena, "%zu", rows - shown),
                      text_of(page)));
}

/* The ledger's words for its closing day and for what waits. */
static void
fill_later(const struct report *report, enum figure_id figure,
           struct view *view)
{
    enum ledger_id ledger = figures[figure].ledger;
    const struct ledger_type *type = ledgers[ledger];
    size_t later = list_cuts(report, figure)->later;
    struct text details[4];

    if (later == 0)
        return;
    details[0] = text_format(view->arena, "%zu", later);
    details[1] = column_title(
        &type->columns[column_index(type, type->closed_key)], report->language);
    details[2] =
        date_words(view->arena, report->language, report->year->cutoff);
    details[3] = figure_label(report, chapter_of(ledger)->waiting);
    view_text(
        view_item(view, "LATER"), "TEXT",
        say_with(view->arena, report->language, WORDING_LIST_LATER, details));
}

void
list_notes(const struct report *report, enum figure_id figure,
           struct view *view)
{
    const struct list_cuts *cuts = list_cuts(report, figure);

    view_list(view, "LATER");
    fill_rest(report, cuts->end, cuts->rows, figures[figure].page, view);
    fill_later(report, figure, view);
}

struct text
list_stem(enum figure_id figure, size_t page, struct arena *arena)
{
    return pager_stem(figures[figure].page, page, arena);
}

bool
list_is_of(const struct report *report, enum figure_id figure,
           enum ledger_id ledger)
{
    return figures[figure].ledger == ledger && list_pages(report, figure) > 0;
}

size_t
list_pages(const struct report *report, enum figure_id figure)
{
    return list_cuts(report, figure)->count;
}
