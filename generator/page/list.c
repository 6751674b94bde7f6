/*
 * The page that answers "which ones?": the records of one figure, all of
 * them, with the columns its ledger has and the edition shows.
 */
#include "page/list.h"

#include <string.h>

#include "base/arena.h"
#include "page/pages.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chips.h"
#include "view/data.h"
#include "view/list_shape.h"
#include "view/pager.h"
#include "view/pagination.h"
#include "view/record_rows.h"

enum {
    FILTER_LEAST = 60, /* fewer rows are faster read than searched */
};

/* One page of one list while it is being filled. */
struct listing {
    const struct report *report;
    enum figure_id figure;
    size_t page;
    const struct ledger_type *type;
    enum ledger_id ledger;
};

/* A ledger's own page is called as it is, but that of outcomes. */
static struct text
ledger_page(enum ledger_id ledger)
{
    static const char *const names[] = {
#define PAGE(name) #name,
#include "page/pages.def"
#undef PAGE
    };

    if (ledger == LEDGER_outcomes)
        return TEXT("results");
    for (size_t i = 0; i < PAGE_COUNT; i++)
        if (strcmp(names[i], ledgers[ledger]->name) == 0)
            return text_of(names[i]);
    return TEXT("index");
}

/* The columns with few values, for choosing by one of them. */
static void
fill_choices(const struct listing *listing, uint32_t left_out,
             struct view *view)
{
    struct record_columns columns =
        record_columns_of(listing->report, listing->ledger);
    const struct list_cuts *cuts = list_cuts(listing->report, listing->figure);
    const struct list_rows *list = list_rows(listing->report, listing->figure);
    size_t first = cuts->starts[listing->page];

    view_list(view, "CHOICE");
    for (size_t i = 0; i < columns.count; i++) {
        const struct column *column;
        struct view *item;

        if (columns.all[i].kind != RECORD_CELL || (left_out >> i & 1))
            continue;
        column = &listing->type->columns[columns.all[i].column];
        if (column->kind != KIND_UNIT && column->kind != KIND_CATEGORY &&
            column->kind != KIND_CHOICE)
            continue;
        item = view_item(view, "CHOICE");
        view_text(item, "KEY", text_of(column->key));
        view_text(item, "TITLE",
                  column_title(column, listing->report->language));
        chips_fill(listing->report, column, list->rows + first,
                   list_page_end(cuts, listing->page) - first, item);
    }
}

static void
fill_place(const struct listing *listing, struct view *view)
{
    const struct list_cuts *cuts = list_cuts(listing->report, listing->figure);
    size_t first = cuts->starts[listing->page];
    size_t end = list_page_end(cuts, listing->page);
    bool is_one_file = listing->report->is_one_file;

    view_text(view, "PART",
              list_part(listing->report, cuts, listing->page, view->arena));
    view_flag(view, "IS_PART", cuts->count > 1);
    view_flag(view, "HAS_FILTER", !is_one_file && end - first >= FILTER_LEAST);
    view_flag(view, "HAS_NONE", cuts->rows == 0);
    view_flag(view, "IS_PLAIN", is_one_file);
    view_flag(view, "HAS_METHOD", !is_one_file);
    view_flag(view, "HAS_DOWNLOAD",
              download_has(listing->report, (int)listing->ledger) &&
                  !is_one_file);
    view_text(view, "DOWNLOAD_FILE",
              download_file((int)listing->ledger, view->arena));
    view_flag(view, "IS_LISTED", cuts->end == cuts->rows);
    list_notes(listing->report, listing->figure, view);
}

/* The rest of a definition stands on the page of methods. */
static struct text
first_sentence(struct text definition, enum language language)
{
    struct text end = language == ZH ? TEXT("。") : TEXT(". ");

    return text_slice(definition, 0, text_find(definition, end) + end.length);
}

static void
fill_head(const struct listing *listing, struct view *view)
{
    const struct report *report = listing->report;
    const struct ledger_type *type = listing->type;
    struct text ledger = ledger_title(type, report->language);
    struct text label = figure_label(report, listing->figure);
    struct text number = text_format(view->arena, "%zu", listing->page + 1);

    card_fill(report, listing->figure, view);
    view_text(
        view, "RECORD_COUNT",
        SAY(view->arena, report->language, WORDING_LIST_RECORDS,
            count_text(view->arena,
                       (int64_t)report->year->figures[listing->figure].count)));
    view_format(view, "UNIT_BEHIND", "%s%.*s",
                report->language == EN ? " " : "",
                TEXT_ARG(view_find_text(view, "UNIT")->text));
    view_text(view, "DEFINITION",
              text_of(figures[listing->figure].definition[report->language]));
    view_text(
        view, "FIRST_SENTENCE",
        first_sentence(
            text_of(figures[listing->figure].definition[report->language]),
            report->language));
    view_text(view, "LEDGER_TITLE", ledger);
    link_fill(view_item(view, "BACK"), ledger_page(listing->ledger));
    view_text(
        view, "PAGE_TITLE",
        SAY(view->arena, report->language,
            listing->page == 0 ? WORDING_LIST_TITLE : WORDING_LIST_TITLE_PAGE,
            label, number, ledger));
}

void
list_fill(const struct report *report, enum figure_id figure, size_t page,
          struct view *view)
{
    struct listing listing = {
        .report = report,
        .figure = figure,
        .page = page,
        .ledger = figures[figure].ledger,
        .type = ledgers[figures[figure].ledger],
    };

    fill_head(&listing, view);
    fill_choices(&listing, list_columns_fill(report, figure, page, view), view);
    fill_place(&listing, view);
    pager_fill(view, figures[figure].page, page, list_pages(report, figure));
}

/* Which figure's which page the instance is. */
static enum figure_id
figure_of(const struct report *report, size_t instance, size_t *page)
{
    int figure = 0;

    for (*page = instance;
         *page >= list_cuts(report, (enum figure_id)figure)->count; figure++)
        *page -= list_cuts(report, (enum figure_id)figure)->count;
    return (enum figure_id)figure;
}

static size_t
instances(const struct report *report)
{
    size_t count = 0;

    for (int i = 0; i < FIGURE_COUNT; i++)
        count += list_cuts(report, (enum figure_id)i)->count;
    return count;
}

static struct text
file(const struct report *report, size_t instance, struct arena *arena)
{
    size_t page;
    enum figure_id figure = figure_of(report, instance, &page);

    return list_stem(figure, page, arena);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    size_t page;
    enum figure_id figure = figure_of(report, instance, &page);

    list_fill(report, figure, page, view);
    record_rows_of(report, figure, page, view);
}

const struct page list_page = {
    .name = "list",
    .title = WORDING_PAGE_LIST,
    .has_markdown = true,
    .is_in_navigation = false,
    .instances = instances,
    .file = file,
    .fill = fill,
};
