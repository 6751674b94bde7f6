#include "page/pages.h"

size_t
page_instances(const struct page *page, const struct report *report)
{
    if (page->is_wanted != NULL && !page->is_wanted(report))
        return 0;
    return page->instances != NULL ? page->instances(report) : 1;
}

struct text
page_file(const struct page *page, const struct report *report, size_t instance,
          struct arena *arena)
{
    if (page->file != NULL)
        return page->file(report, instance, arena);
    return text_of(page->stem != NULL ? page->stem : page->name);
}
