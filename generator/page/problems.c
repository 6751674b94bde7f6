/*
 * 破解难题: problems raised and solved, and what is overdue.
 */
#include "page/pages.h"
#include "view/chapter.h"

static bool
is_wanted(const struct report *report)
{
    return chapter_is_told(report, &problems_chapter);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    chapter_fill(report, &problems_chapter, view);
}

const struct page problems_page = {
    .name = "problems",
    .title = WORDING_PAGE_PROBLEMS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
