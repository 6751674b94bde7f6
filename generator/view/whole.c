#include "view/whole.h"

#include "base/arena.h"
#include "view/pages.h"

/* Of one kind of page (a unit, a cadre) no more than this many are shown. */
enum { INSTANCES_MOST = 100 };

static void
fill_part(const struct report *report, const struct page *page, size_t instance,
          struct view *part)
{
    struct text stem = page_file(page, report, instance, part->arena);

    view_text(part, "BODY", text_of(page->name));
    view_text(part, "STEM", stem);
    view_text(part, "PAGE_TITLE", say(part->language, page->title));
    page->fill(report, instance, part);
    view_list(part, "LEFT");
}

/* Behind the last of many pages: how many there are more. */
static void
fill_left(const struct page *page, size_t instances, struct view *part)
{
    const struct text details[4] = {
        say(part->language, page->title),
        text_format(part->arena, "%d", INSTANCES_MOST),
        text_format(part->arena, "%zu", instances - INSTANCES_MOST)};

    view_text(
        view_item(part, "LEFT"), "TEXT",
        say_with(part->arena, part->language, WORDING_PARTS_LEFT, details));
}

static void
fill_page(const struct report *report, const struct page *page,
          struct view *view)
{
    size_t instances = page_instances(page, report);
    struct view *part = NULL;

    for (size_t i = 0; i < instances && i < INSTANCES_MOST; i++) {
        part = view_item(view, "PAGE");
        fill_part(report, page, i, part);
    }
    if (instances > INSTANCES_MOST)
        fill_left(page, instances, part);
}

void
whole_fill(const struct report *report, struct view *view)
{
    view_list(view, "PAGE");
    for (size_t i = 0; i < PAGE_COUNT; i++)
        if (!pages[i]->is_brief) /* it says again what the others say */
            fill_page(report, pages[i], view);
}
