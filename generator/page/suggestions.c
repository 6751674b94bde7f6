/*
 * 建议采纳: suggestions submitted and adopted.
 */
#include "page/pages.h"
#include "view/chapter.h"

static bool
is_wanted(const struct report *report)
{
    return chapter_is_told(report, &suggestions_chapter);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    chapter_fill(report, &suggestions_chapter, view);
}

const struct page suggestions_page = {
    .name = "suggestions",
    .title = WORDING_PAGE_SUGGESTIONS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
