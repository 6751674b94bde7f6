#include "render/record_pages.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/errno_words.h"
#include "base/pile.h"
#include "base/workers.h"
#include "base/zip_writer.h"
#include "render/file_sink.h"
#include "render/spool.h"
#include "render/tables_file.h"
#include "render/template.h"
#include "view/data.h"
#include "view/list_shape.h"
#include "view/months.h"
#include "view/pagination.h"
#include "view/record_columns.h"
#include "view/record_rows.h"
#include "view/view.h"

enum { MEMORY_MOST = 32 * 1024 * 1024 };

/* Where a row, as made in every format, is put by: its parts, without the marks
   between them, where each part ends, and how many there are. */
struct made_row {
    uint64_t offset;
    uint32_t lengths[LISTS_FORMATS];
};

/* A stretch of rows, as made in every format. */
struct made_stretch {
    struct arena *arena;
    struct record_rows rows;
    struct template_made made[LISTS_FORMATS];
    struct zip_piece sheet;
    bool is_good;
};

/* The lists of one ledger: every row is made once, then each list takes those
   it wants in its own order. */
struct making {
    const struct report *report;
    const char *templates;
    const struct file_sink *sink;
    bool (*take)(void *data, const struct list_page_made *made);
    void *data; /* of take */
    struct tables_file *workbook;
    enum ledger_id ledger;
    struct arena *arena;
    struct spool *spool;
    struct made_row *rows;           /* by index in the ledger */
    struct pile packed, ends;        /* of the row that is put by */
    struct pile page[LISTS_FORMATS]; /* the rows of a page */
    struct made_stretch stretches[WORKERS_SLOTS];
};

static const char *const extensions[LISTS_FORMATS] = {
    [LISTS_HTML] = "html", [LISTS_MARKDOWN] = "md"};

static void
put(struct pile *pile, struct text text)
{
    pile_put(pile, text.bytes, text.length);
}

static bool
no_room(const struct making *making)
{
    return errno_report(making->report->diag, RULE_FILE_UNWRITABLE, "tmpfile",
                        errno);
}

/* Where the next mark stands: its bar stands almost nowhere else. */
static size_t
next_cut(struct text row)
{
    static const char cut[] = RECORD_CUT;
    const size_t bar = strlen(cut) / 2;

    for (size_t at = 0, end; at < row.length; at = end + 1) {
        end = at + text_find(text_from(row, at), TEXT("|"));
        if (end >= bar && text_starts(text_from(row, end - bar), cut))
            return end - bar;
    }
    return row.length;
}

/* As it is put by: each list takes what it wants of it without a search. */
static struct text
packed(struct making *making, struct text row)
{
    struct pile *bytes = &making->packed, *ends = &making->ends;
    uint32_t count = 0;
    bool is_last = false;

    bytes->length = ends->length = 0;
    for (; !is_last; count++) {
        size_t end = next_cut(row);
        uint32_t length = (uint32_t)(bytes->length + end);

        pile_put(bytes, row.bytes, end);
        pile_put(ends, (const char *)&length, sizeof(length));
        is_last = end == row.length;
        row = text_from(row, end + strlen(RECORD_CUT));
    }
    pile_put(bytes, ends->bytes, ends->length);
    pile_put(bytes, (const char *)&count, sizeof(count));
    return (struct text){bytes->bytes, bytes->length};
}

/* Puts by a row of a stretch as made in every format. */
static bool
put_by(struct making *making, const struct made_stretch *stretch, size_t i)
{
    struct made_row *row = &making->rows[stretch->rows.indexes[i]];

    for (size_t format = 0; format < LISTS_FORMATS; format++) {
        const struct template_made *made = &stretch->made[format];
        struct text row_packed =
            packed(making, text_slice(made->text, made->starts[i],
                                      made->starts[i + 1] - made->starts[i]));
        uint64_t offset;

        if (!spool_put(making->spool, row_packed, &offset))
            return no_room(making);
        if (format == 0)
            row->offset = offset;
        row->lengths[format] = (uint32_t)row_packed.length;
    }
    return true;
}

/* A row without the cells that the list leaves out: what stands before the
   first mark and behind the last belongs to the row itself. */
static void
put_cells(struct pile *page, struct text row, uint32_t left_out)
{
    const char *behind = row.bytes + row.length - sizeof(uint32_t);
    uint32_t count, from = 0, start = 0, end;

    memcpy(&count, behind, sizeof(count));
    behind -= count * sizeof(end);
    for (uint32_t part = 0; part < count; part++, start = end) {
        memcpy(&end, behind + part * sizeof(end), sizeof(end));
        if (part > 0 && part + 1 < count && part <= RECORD_COLUMNS_MOST &&
            (left_out >> (part - 1) & 1)) {
            pile_put(page, row.bytes + from, start - from);
            from = end;
        }
    }
    pile_put(page, row.bytes + from, start - from);
}

static bool
put_row(struct making *making, const struct row *row, uint32_t left_out)
{
    const struct ledger *held = &making->report->book->ledgers[making->ledger];
    size_t index =
        (size_t)((const char *)row - held->rows) / held->type->row_size;
    const struct made_row *made = &making->rows[index];
    size_t length = 0;
    struct text text;

    for (size_t format = 0; format < LISTS_FORMATS; format++)
        length += made->lengths[format];
    if (!spool_get(making->spool, made->offset, length, &text))
        return no_room(making);
    for (size_t format = 0; format < LISTS_FORMATS; format++) {
        put_cells(&making->page[format],
                  text_slice(text, 0, made->lengths[format]), left_out);
        text = text_from(text, made->lengths[format]);
    }
    return true;
}

/* The month a row stands under; none: -1. */
static int
group_of(const struct report *report, enum figure_id figure,
         const struct row *row)
{
    struct date day;
    int place;

    if (!list_has_months(figure))
        return -1;
    day = figure_day(report, figure, row);
    place = month_of(day).number - report->year->start.number;
    return date_is_given(day) && place >= 0 ? place : -1;
}

static void
open_group(struct making *making, int group)
{
    struct pile *page = &making->page[LISTS_HTML];

    put(page, TEXT("<tbody"));
    if (making->report->language == EN)
        put(page, TEXT(" lang=\"zh-CN\""));
    if (group >= 0) {
        put(page, TEXT(" id=\""));
        put(page, month_anchor(making->report, (size_t)group, making->arena));
        put(page, TEXT("\""));
    }
    put(page, TEXT(">\n"));
}

/* A page of a list: its rows, those of a month in a body of their own. */
static bool
make_page(struct making *making, enum figure_id figure, size_t number)
{
    const struct list_cuts *cuts = list_cuts(making->report, figure);
    const struct list_rows *list = list_rows(making->report, figure);
    uint32_t left_out = list_left_out(making->report, figure, number);
    struct list_page_made made = {.figure = figure, .page = number};
    int group = -2;

    for (size_t i = 0; i < LISTS_FORMATS; i++)
        making->page[i].length = 0;
    for (size_t i = cuts->starts[number]; i < list_page_end(cuts, number);
         i++) {
        int next = group_of(making->report, figure, list->rows[i]);

        if (next != group) {
            if (group != -2)
                put(&making->page[LISTS_HTML], TEXT("</tbody>\n"));
            open_group(making, next);
            group = next;
        }
        if (!put_row(making, list->rows[i], left_out))
            return false;
    }
    if (group == -2)
        open_group(making, -1);
    put(&making->page[LISTS_HTML], TEXT("</tbody>\n"));
    for (size_t i = 0; i < LISTS_FORMATS; i++)
        made.rows[i] =
            (struct text){making->page[i].bytes, making->page[i].length};
    return making->take(making->data, &made);
}

static bool
make_lists(struct making *making)
{
    for (int i = 0; i < FIGURE_COUNT; i++) {
        enum figure_id figure = (enum figure_id)i;

        if (!list_is_of(making->report, figure, making->ledger))
            continue;
        for (size_t page = 0; page < list_pages(making->report, figure); page++)
            if (!make_page(making, figure, page))
                return false;
    }
    return true;
}

/* Expands the rows; a template that does not show each of them once is
   refused. */
static bool
expand_rows(const struct making *making, size_t format,
            struct made_stretch *stretch, struct diag *diag)
{
    const struct template_names names = {making->templates, "parts/records",
                                         extensions[format]};
    struct template_made *made = &stretch->made[format];
    struct text path;

    if (!template_expand(stretch->arena, &names, stretch->rows.view, diag,
                         made))
        return false;
    if (made->count == stretch->rows.count)
        return true;
    path = text_format(making->report->arena, "%s/parts/records.%s",
                       making->templates, extensions[format]);
    return diag_report(diag, RULE_TEMPLATE_INVALID,
                       &(struct finding){.place = {.path = path.bytes},
                                         .detail = {TEXT("{{#RECORD}}")}});
}

static void
make_stretch(const struct making *making, size_t number,
             struct made_stretch *stretch, struct diag *diag)
{
    if (stretch->arena == NULL)
        stretch->arena = arena_new();
    arena_reset(stretch->arena);
    record_rows_fill(making->report, making->ledger, number, stretch->arena,
                     &stretch->rows);
    stretch->sheet = zip_pack(stretch->arena, stretch->rows.sheet);
    stretch->is_good = true;
    for (size_t i = 0; i < LISTS_FORMATS; i++)
        stretch->is_good =
            stretch->is_good && expand_rows(making, i, stretch, diag);
}

static void
make(void *data, size_t piece, size_t slot)
{
    struct making *making = data;
    struct diag *unread = diag_new();

    make_stretch(making, piece, &making->stretches[slot], unread);
    diag_free(unread);
}

/* How many records a stretch has: all but the last have as many. */
static size_t
records_in(const struct making *making, size_t stretch)
{
    size_t left = making->report->year->order_count[making->ledger] -
                  stretch * RECORD_ROWS_MOST;

    return left < RECORD_ROWS_MOST ? left : RECORD_ROWS_MOST;
}

static bool
take_download(const struct making *making, size_t number,
              const struct made_stretch *stretch)
{
    const struct file_sink *sink = making->sink;

    return stretch->rows.lines.length == 0 ||
           (sink->append(sink->data, stretch->rows.lines) &&
            tables_file_add(making->workbook, records_in(making, number),
                            &stretch->sheet));
}

/* What could not be made is made once more, here where it may be reported. */
static bool
take(void *data, size_t piece, size_t slot)
{
    struct making *making = data;
    struct made_stretch *stretch = &making->stretches[slot];
    bool good;

    if (!stretch->is_good)
        make_stretch(making, piece, stretch, making->report->diag);
    good = stretch->is_good && take_download(making, piece, stretch);
    for (size_t i = 0; good && i < stretch->rows.count; i++)
        good = put_by(making, stretch, i);
    return good;
}

static bool
begin_download(const struct making *making)
{
    const struct file_sink *sink = making->sink;
    struct arena *arena = arena_new();
    struct text month = month_text(arena, making->report->year->month);
    const char *path =
        text_format(arena, "%.*s/%s", TEXT_ARG(month),
                    download_file((int)making->ledger, arena).bytes)
            .bytes;
    bool good;

    tables_file_begin(making->workbook, making->ledger);
    good = sink->begin(sink->data, path) &&
           sink->append(sink->data, download_head(making->report,
                                                  (int)making->ledger, arena));

    arena_free(arena);
    return good;
}

static bool
render_ledger(struct making *making)
{
    const struct workers_job work = {make, take, making, 0};
    const struct file_sink *sink = making->sink;
    bool has_download = download_has(making->report, (int)making->ledger);

    return (!has_download || begin_download(making)) &&
           workers_run(&work,
                       record_rows_count(making->report, making->ledger)) &&
           (!has_download || sink->end(sink->data)) && make_lists(making);
}

static void
close_lists(struct making *making)
{
    for (size_t format = 0; format < LISTS_FORMATS; format++)
        free(making->page[format].bytes);
    free(making->packed.bytes);
    free(making->ends.bytes);
    for (size_t i = 0; i < WORKERS_SLOTS; i++)
        arena_free(making->stretches[i].arena);
    spool_free(making->spool);
    arena_free(making->arena);
}

bool
record_pages_render(const struct report *report, const char *templates,
                    const struct file_sink *sink,
                    bool (*take_made)(void *data,
                                      const struct list_page_made *made),
                    void *data)
{
    struct tables_file *workbook = tables_file_new(report, templates, sink);
    bool good = true;

    for (int i = 0; good && i < LEDGER_COUNT; i++) {
        struct making making = {.report = report,
                                .templates = templates,
                                .sink = sink,
                                .take = take_made,
                                .data = data,
                                .workbook = workbook,
                                .ledger = (enum ledger_id)i};

        making.arena = arena_new();
        making.spool = spool_new(MEMORY_MOST);
        making.rows =
            arena_take(making.arena, (report->book->ledgers[i].count + 1) *
                                         sizeof(struct made_row));
        good = render_ledger(&making);
        close_lists(&making);
    }
    good = good && tables_file_write(workbook);
    tables_file_free(workbook);
    return good;
}
