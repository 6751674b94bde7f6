#include "page/single_file.h"

#include "base/arena.h"
#include "page/pages.h"
#include "view/pagination.h"

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
    page->fill(report, instance, part);
    view_list(part, "LEFT");
}

/* Behind the last of many pages shown: how many there are more. */
static void
fill_left(const struct page *page, size_t shown, size_t left, struct view *part)
{
    view_text(view_item(part, "LEFT"), "TEXT",
              SAY(part->arena, part->language, WORDING_PARTS_LEFT,
                  say(part->language, page->title),
                  text_format(part->arena, "%zu", shown),
                  text_format(part->arena, "%zu", left)));
}

/* A page of a unit or a cadre is as long as a few rows. */
static size_t
pages_most(const struct report *report, size_t instances)
{
    enum { ROWS_OF_PAGE = 3 };

    return (list_most(report, ROWS_OF_PAGE * instances) + ROWS_OF_PAGE - 1) /
           ROWS_OF_PAGE;
}

static void
fill_page(const struct report *report, const struct page *page,
          struct view *view)
{
    size_t instances = page_instances(page, report);
    size_t shown =
        page == &list_page ? instances : pages_most(report, instances);
    struct view *part = NULL;

    for (size_t i = 0; i < shown; i++) {
        part = view_item(view, "PAGE");
        fill_part(report, page, i, part);
    }
    if (shown < instances)
        fill_left(page, shown, instances - shown, part);
}

void
single_file_fill(const struct report *report, struct view *view)
{
    view_list(view, "PAGE");
    for (size_t i = 0; i < PAGE_COUNT; i++)
        if (!pages[i]->is_brief) /* it says again what the others say */
            fill_page(report, pages[i], view);
}
