/*
 * The pages of a month, one line each in pages.def.
 */
#ifndef VIEW_PAGES_H
#define VIEW_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "view/report.h"
#include "view/view.h"
#include "view/wording.h"

/* One finished file of a page: what it is called and what it says. */
struct page {
    const char *name; /* "problems": pages/problems.html and .md */
    enum wording title;
    bool has_markdown;
    bool is_in_navigation;
    /* How many files the page makes of this report; 0: left out. */
    size_t (*instances)(const struct report *report);
    /* The file's name without folder and extension ("problems-solved-2"). */
    struct text (*file)(const struct report *report, size_t instance,
                        struct arena *arena);
    /* Sets every name its templates use. */
    void (*fill)(const struct report *report, size_t instance,
                 struct view *view);
};

#define PAGE(name) extern const struct page name##_page;
#include "view/pages.def"
#undef PAGE

enum page_id {
#define PAGE(name) PAGE_##name,
#include "view/pages.def"
#undef PAGE
    PAGE_COUNT
};

extern const struct page *const pages[PAGE_COUNT];

#endif
