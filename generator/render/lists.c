#include "render/lists.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "render/template.h"
#include "view/list.h"
#include "view/view.h"

/* A list, and the rows of the page it is at. */
struct open_list {
    size_t page;
    size_t rows; /* of the list, so far */
    struct arena *arena;
    struct buffer made[LISTS_FORMATS];
};

/* The lists of one ledger while its rows go by. */
struct making {
    const struct report *report;
    const char *templates;
    const struct list_taker *taker;
    enum ledger_id ledger;
    struct open_list lists[FIGURE_COUNT]; /* with an arena when it is one */
    struct arena *passing;                /* as long as some rows */
};

static const char *const extensions[LISTS_FORMATS] = {
    [LISTS_HTML] = "html", [LISTS_MARKDOWN] = "md"};

static void
start_page(struct open_list *list)
{
    arena_reset(list->arena);
    for (size_t i = 0; i < LISTS_FORMATS; i++)
        list->made[i] = (struct buffer){.arena = list->arena};
}

static void
open_lists(struct making *making)
{
    for (int i = 0; i < FIGURE_COUNT; i++) {
        if (figures[i].ledger != making->ledger ||
            list_pages(making->report, (enum figure_id)i) == 0)
            continue;
        making->lists[i].arena = arena_new();
        start_page(&making->lists[i]);
    }
}

static void
close_lists(struct making *making)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        arena_free(making->lists[i].arena);
}

static bool
take_page(struct making *making, enum figure_id figure)
{
    struct open_list *list = &making->lists[figure];
    struct list_page_made made = {.figure = figure, .page = list->page++};
    bool taken;

    for (size_t i = 0; i < LISTS_FORMATS; i++)
        made.rows[i] = buffer_text(&list->made[i]);
    taken = making->taker->take(making->taker->data, &made);
    start_page(list);
    return taken;
}

/* Hands a row, as made in every format, to a list it stands in. */
static bool
put_row(struct making *making, enum figure_id figure, size_t row,
        const struct template_made *made)
{
    struct open_list *list = &making->lists[figure];

    for (size_t i = 0; i < LISTS_FORMATS; i++)
        buffer_put(&list->made[i],
                   text_slice(made[i].text, made[i].starts[row],
                              made[i].starts[row + 1] - made[i].starts[row]));
    return ++list->rows < list_rows_up_to(making->report, figure, list->page) ||
           take_page(making, figure);
}

/* Expands the rows of the view; a template that does not show each of them
   once is refused. */
static bool
expand_rows(struct making *making, const char *extension,
            const struct view *view, size_t rows, struct template_made *made)
{
    struct diag *diag = making->report->diag;
    const struct template_names names = {making->templates, "parts/records",
                                         extension};
    struct text path;

    if (!template_expand(making->passing, &names, view, diag, made))
        return false;
    if (made->count == rows)
        return true;
    path = text_format(making->report->arena, "%s/parts/records.%s",
                       making->templates, extension);
    return diag_report(diag, RULE_TEMPLATE_INVALID,
                       &(struct finding){.place = {.path = path.bytes},
                                         .detail = {TEXT("{{#RECORD}}")}});
}

/* Makes the next rows; false in *more behind the last. */
static bool
make_rows(struct making *making, size_t *at, bool *more)
{
    struct view *view = view_new(making->passing, making->report->language);
    struct template_made made[LISTS_FORMATS];
    uint64_t lists[LIST_RECORDS_MOST];
    size_t count =
        list_records(making->report, making->ledger, at, lists, view);
    bool good = true;

    *more = count > 0;
    for (size_t i = 0; good && *more && i < LISTS_FORMATS; i++)
        good = expand_rows(making, extensions[i], view, count, &made[i]);
    for (size_t i = 0; good && i < count; i++)
        for (; good && lists[i]; lists[i] &= lists[i] - 1)
            good = put_row(making, (enum figure_id)__builtin_ctzll(lists[i]), i,
                           made);
    arena_reset(making->passing);
    return good;
}

/* Every list has a page, even the empty one. */
static bool
make_empty_pages(struct making *making)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (making->lists[i].arena && making->lists[i].page == 0 &&
            !take_page(making, (enum figure_id)i))
            return false;
    return true;
}

static bool
make_lists(struct making *making)
{
    size_t at = 0;
    bool more = true;

    while (more)
        if (!make_rows(making, &at, &more))
            return false;
    return make_empty_pages(making);
}

bool
lists_render(const struct report *report, const char *templates,
             const struct list_taker *taker)
{
    bool good = true;

    for (int i = 0; good && i < LEDGER_COUNT; i++) {
        struct making making = {.report = report,
                                .templates = templates,
                                .taker = taker,
                                .ledger = (enum ledger_id)i,
                                .passing = arena_new()};

        open_lists(&making);
        good = make_lists(&making);
        close_lists(&making);
        arena_free(making.passing);
    }
    return good;
}
