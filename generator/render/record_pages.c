#include "render/record_pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/workers.h"
#include "render/file_sink.h"
#include "render/template.h"
#include "view/data.h"
#include "view/pagination.h"
#include "view/record_rows.h"
#include "view/view.h"

/* The rows of a page, as made; the room is used again for the next page. */
struct page_rows {
    char *bytes;
    size_t length, room;
};

/* A list, and the page it is at. */
struct open_list {
    bool is_open;
    size_t page;
    size_t rows; /* of the list, so far */
    struct page_rows made[LISTS_FORMATS];
};

/* A stretch of rows, as made in every format. */
struct made_stretch {
    struct arena *arena;
    struct record_rows rows;
    struct template_made made[LISTS_FORMATS];
    bool is_good;
};

/* The lists of one ledger while its rows go by. */
struct making {
    const struct report *report;
    const char *templates;
    const struct file_sink *sink;
    bool (*take)(void *data, const struct list_page_made *made);
    void *data; /* of take */
    enum ledger_id ledger;
    struct open_list lists[FIGURE_COUNT];
    struct made_stretch stretches[WORKERS_SLOTS];
};

static const char *const extensions[LISTS_FORMATS] = {
    [LISTS_HTML] = "html", [LISTS_MARKDOWN] = "md"};

static void
open_lists(struct making *making)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        making->lists[i].is_open =
            list_is_of(making->report, (enum figure_id)i, making->ledger);
}

static void
close_lists(struct making *making)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        for (size_t format = 0; format < LISTS_FORMATS; format++)
            free(making->lists[i].made[format].bytes);
    for (size_t i = 0; i < WORKERS_SLOTS; i++)
        arena_free(making->stretches[i].arena);
}

static void
put(struct page_rows *rows, struct text text)
{
    if (rows->room - rows->length < text.length) {
        rows->room = 2 * rows->room + text.length;
        rows->bytes = must_grow(rows->bytes, rows->room);
    }
    if (text.length > 0)
        memcpy(rows->bytes + rows->length, text.bytes, text.length);
    rows->length += text.length;
}

static bool
take_page(struct making *making, enum figure_id figure)
{
    struct open_list *list = &making->lists[figure];
    struct list_page_made made = {.figure = figure, .page = list->page++};

    for (size_t i = 0; i < LISTS_FORMATS; i++) {
        made.rows[i] = (struct text){list->made[i].bytes, list->made[i].length};
        list->made[i].length = 0;
    }
    return making->take(making->data, &made);
}

/* Hands a row, as made in every format, to a list it stands in. */
static bool
put_row(struct making *making, enum figure_id figure, size_t row,
        const struct template_made *made)
{
    struct open_list *list = &making->lists[figure];

    for (size_t i = 0; i < LISTS_FORMATS; i++)
        put(&list->made[i],
            text_slice(made[i].text, made[i].starts[row],
                       made[i].starts[row + 1] - made[i].starts[row]));
    return ++list->rows < list_rows_up_to(making->report, figure, list->page) ||
           take_page(making, figure);
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

/* What could not be made is made once more, here where it may be reported. */
static bool
take(void *data, size_t piece, size_t slot)
{
    struct making *making = data;
    struct made_stretch *stretch = &making->stretches[slot];
    bool good;

    if (!stretch->is_good)
        make_stretch(making, piece, stretch, making->report->diag);
    good = stretch->is_good &&
           (stretch->rows.lines.length == 0 ||
            making->sink->append(making->sink->data, stretch->rows.lines));
    for (size_t i = 0; good && i < stretch->rows.count; i++)
        for (uint64_t left = stretch->rows.lists[i]; good && left;
             left &= left - 1)
            good = put_row(making, list_of_mark(making->ledger, left), i,
                           stretch->made);
    return good;
}

/* Every list has a page, even the empty one. */
static bool
make_empty_pages(struct making *making)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (making->lists[i].is_open && making->lists[i].page == 0 &&
            !take_page(making, (enum figure_id)i))
            return false;
    return true;
}

static bool
begin_download(const struct making *making)
{
    const struct file_sink *sink = making->sink;
    struct arena *arena = arena_new();
    struct text month = month_text(arena, making->report->year->month);
    const char *path = text_format(arena, "%.*s/%s", TEXT_ARG(month),
                                   download_file(making->ledger, arena).bytes)
                           .bytes;
    bool good =
        sink->begin(sink->data, path) &&
        sink->append(sink->data,
                     download_head(making->report, (int)making->ledger, arena));

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
           make_empty_pages(making) && (!has_download || sink->end(sink->data));
}

bool
record_pages_render(const struct report *report, const char *templates,
                    const struct file_sink *sink,
                    bool (*take_made)(void *data,
                                      const struct list_page_made *made),
                    void *data)
{
    bool good = true;

    for (int i = 0; good && i < LEDGER_COUNT; i++) {
        struct making making = {.report = report,
                                .templates = templates,
                                .sink = sink,
                                .take = take_made,
                                .data = data,
                                .ledger = (enum ledger_id)i};

        open_lists(&making);
        good = render_ledger(&making);
        close_lists(&making);
    }
    return good;
}
