#include "page/single_file.h"

#include "base/arena.h"
#include "page/pages.h"
#include "page/told_records.h"
#include "view/figure.h"
#include "view/pagination.h"
#include "view/record_words.h"

enum { IDS_MOST = 300 };

/* Whether some figure leads to more records than the file holds. */
static bool
has_cut_lists(const struct report *report)
{
    for (int i = 0; i < FIGURE_COUNT; i++) {
        const struct list_cuts *cuts = list_cuts(report, (enum figure_id)i);

        if (cuts->end < cuts->rows)
            return true;
    }
    return false;
}

static void
fill_part(const struct report *report, const struct page *page, size_t instance,
          struct view *part)
{
    struct text stem = page_file(page, report, instance, part->arena);

    view_text(part, "BODY", text_of(page->name));
    view_text(part, "STEM", stem);
    view_text(part, "PAGE_TITLE", say(part->language, page->title));
    view_flag(part, "HAS_CUT_LISTS", has_cut_lists(report));
    view_flag(part, "HAS_TITLE", page != &list_page);
    view_flag(part, "IS_RECORDS", page == &list_page);
    view_flag(part, "IS_CHAPTER", page->is_in_navigation);
    page->fill(report, instance, part);
    view_list(part, "LEFT");
}

/* The files of units, fields and cadres would tell every record once more; of
   definitions each list has the first sentence. */
static bool
is_left_out(const struct page *page)
{
    return page->is_brief || page == &unit_page || page == &field_page ||
           page == &cadre_page || page == &method_page;
}

/* Whether the list is where its ledger's records stand in full. */
static bool
is_home(const struct report *report, enum figure_id figure)
{
    const struct list_rows *list = list_rows(report, figure);

    return list_with(report, figures[figure].ledger, list->rows[0]) == figure;
}

static void
fill_ref(const struct report *report, enum figure_id figure,
         const struct row *row, struct view *item)
{
    enum ledger_id ledger = figures[figure].ledger;
    struct text *cells = record_words_known(report, ledger, row, item->arena);
    struct text id = record_words_cell(ledger, cells, "id");

    link_record(report, ledger, row, item);
    view_text(item, "KEY",
              id.length > 0 ? id : say(report->language, WORDING_RECORD_SHOW));
}

/* A list whose records stand in another: their ids alone, all of them. */
static void
fill_ids(const struct report *report, enum figure_id figure, struct view *view)
{
    const struct list_rows *list = list_rows(report, figure);
    struct view *part = view_item(view, "PAGE");

    view_text(part, "BODY", TEXT("ids"));
    view_text(part, "STEM", list_stem(figure, 0, part->arena));
    view_format(part, "PAGE_TITLE", "%.*s %zu",
                TEXT_ARG(figure_label(report, figure)), list->count);
    view_flag(part, "HAS_TITLE", true);
    view_flag(part, "IS_RECORDS", true);
    view_flag(part, "IS_CHAPTER", false);
    view_flag(part, "HAS_CUT_LISTS", has_cut_lists(report));
    view_list(part, "LEFT");
    view_text(part, "FIGURE", text_of(figures[figure].id));
    view_list(part, "REF");
    for (size_t i = 0; i < list->count; i++)
        fill_ref(report, figure, list->rows[i], view_item(part, "REF"));
}

/* Lists of the report come last, each record once; an empty one says no more
   than its number has said. */
static void
fill_lists(const struct report *report, struct view *view)
{
    size_t instance = 0;

    for (int i = 0; i < FIGURE_COUNT; i++) {
        enum figure_id figure = (enum figure_id)i;
        size_t count;

        if (list_cuts(report, figure)->count == 0)
            continue;
        count = list_rows(report, figure)->count;
        if (count > 0 && is_home(report, figure))
            fill_part(report, &list_page, instance, view_item(view, "PAGE"));
        else if (count > 0 && count <= IDS_MOST)
            fill_ids(report, figure, view);
        instance++;
    }
}

void
single_file_fill(const struct report *report, struct view *view)
{
    view_list(view, "PAGE");
    for (size_t i = 0; i < PAGE_COUNT; i++)
        if (pages[i] != &list_page && !is_left_out(pages[i]) &&
            page_instances(pages[i], report) > 0)
            fill_part(report, pages[i], 0, view_item(view, "PAGE"));
    fill_lists(report, view);
}
