/*
 * The pages of a month, one line each in pages.def.
 */
#ifndef PAGE_PAGES_H
#define PAGE_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/wording.h"
#include "view/report.h"
#include "view/view.h"

/* A page makes one file of a report, or one for each of many things.  One file
   is called by the page's name, unless stem says otherwise. */
struct page {
    const char *name; /* "problems": pages/problems.html and .md */
    const char *stem; /* of the one file; NULL: the name */
    enum wording title;
    bool has_markdown;
    bool is_in_navigation;
    bool is_brief; /* stands in layouts/brief.html, in a dress of its own */
    /* Whether the report has the page; NULL: always. */
    bool (*is_wanted)(const struct report *report);
    /* Of many files: how many, and what each is called without folder and
       extension ("problems-solved-2"); else NULL. */
    size_t (*instances)(const struct report *report);
    struct text (*file)(const struct report *report, size_t instance,
                        struct arena *arena);
    /* Sets every name its templates use. */
    void (*fill)(const struct report *report, size_t instance,
                 struct view *view);
};

#define PAGE(name) extern const struct page name##_page;
#include "page/pages.def"
#undef PAGE

enum page_id {
#define PAGE(name) PAGE_##name,
#include "page/pages.def"
#undef PAGE
    PAGE_COUNT
};

extern const struct page *const pages[PAGE_COUNT];

/* How many files the page makes of this report; 0: left out. */
size_t page_instances(const struct page *page, const struct report *report);

/* What such a file is called, without folder and extension. */
struct text page_file(const struct page *page, const struct report *report,
                      size_t instance, struct arena *arena);

#endif
