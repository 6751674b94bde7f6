/*
 * What each figure means, where it comes from and how it is computed.
 */
#include "base/arena.h"
#include "page/pages.h"
#include "view/card.h"

/* How we count and round, a paragraph each. */
static const enum wording rules_of_counting[] = {
    WORDING_METHOD_CUTOFF,   WORDING_METHOD_YEAR,   WORDING_METHOD_UNIT,
    WORDING_METHOD_ROUNDING, WORDING_METHOD_CHANGE, WORDING_METHOD_DASH,
};

static void
fill_definition(const struct report *report, size_t id, struct view *view)
{
    const struct figure_type *type = &figures[id];
    const struct figure *figure = &report->year->figures[id];
    bool has_list = figure_has_list(report, (enum figure_id)id);

    view_text(view, "FIGURE_ID", text_of(type->id));
    view_text(view, "LABEL", text_of(type->label[report->language]));
    view_text(view, "UNIT", text_of(type->unit[report->language]));
    view_text(view, "DEFINITION", text_of(type->definition[report->language]));
    view_text(view, "VALUE",
              figure_text(view->arena, report->year, (enum figure_id)id));
    link_fill(view, text_of(figures[figure->shown_by].page));
    view_flag(view, "HAS_LIST", has_list);
    link_figure(report, (enum figure_id)id, view);
}

/* One group for each ledger that is there and has figures. */
static void
fill_definitions(const struct report *report, struct view *view)
{
    view_list(view, "GROUP");
    for (size_t ledger = 0; ledger < LEDGER_COUNT; ledger++) {
        struct view *group = NULL;

        for (size_t id = 0; id < FIGURE_COUNT; id++) {
            if (figures[id].ledger != ledger ||
                !figure_is_shown(report, (enum figure_id)id))
                continue;
            if (group == NULL) {
                group = view_item(view, "GROUP");
                view_text(group, "TITLE",
                          ledger_title(ledgers[ledger], report->language));
                view_text(group, "ID", text_of(ledgers[ledger]->name));
            }
            fill_definition(report, id, view_item(group, "FIGURE"));
        }
    }
}

/* Each ledger with the files and rows it was made of. */
static void
fill_sources(const struct report *report, struct view *view)
{
    const struct book *book = report->book;

    view_list(view, "SOURCE");
    for (int ledger = 0; ledger < LEDGER_COUNT; ledger++) {
        struct row_counts sum = {0};
        struct view *item;

        for (size_t i = 0; i < book->file_count; i++) {
            const struct input_file *export = &book->files[i];

            if (export->ledger != ledger)
                continue;
            sum.files++;
            sum.read += export->rows.read;
            sum.accepted += export->rows.accepted;
        }
        if (sum.files == 0)
            continue;
        item = view_item(view, "SOURCE");
        view_text(item, "TITLE",
                  ledger_title(ledgers[ledger], report->language));
        view_count(item, "FILES", (int64_t)sum.files);
        view_count(item, "READ", (int64_t)sum.read);
        view_count(item, "ACCEPTED", (int64_t)sum.accepted);
        view_count(item, "COUNTED", (int64_t)report->year->order_count[ledger]);
    }
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    fill_definitions(report, view);
    fill_sources(report, view);
    for (size_t i = 0;
         i < sizeof(rules_of_counting) / sizeof(rules_of_counting[0]); i++)
        view_text(view_item(view, "RULE"), "TEXT",
                  say(report->language, rules_of_counting[i]));
}

const struct page method_page = {
    .name = "method",
    .title = WORDING_PAGE_METHOD,
    .has_markdown = true,
    .is_in_navigation = true,
    .fill = fill,
};
