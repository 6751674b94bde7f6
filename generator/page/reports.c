/*
 * 调研成果转化: research reports submitted and turned into measures.
 */
#include "page/pages.h"
#include "view/chapter.h"

static bool
is_wanted(const struct report *report)
{
    return chapter_is_told(report, &reports_chapter);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    chapter_fill(report, &reports_chapter, view);
}

const struct page reports_page = {
    .name = "reports",
    .title = WORDING_PAGE_REPORTS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
