/*
 * What every page offers its layout: title, month, navigation, assets.
 */
#ifndef PAGE_FRAME_H
#define PAGE_FRAME_H

#include "base/text.h"

struct page;
struct report;
struct view;

/* Where a page stands.  Paths are seen from the page. */
struct frame {
    const struct page *page; /* NULL outside the month's folder */
    struct text file;        /* "problems-solved-2" */
    bool has_markdown;
    const char *root;               /* "../" in a month's folder, "" above it */
    struct text stylesheet, script; /* "assets/site-1a2b3c4d.css" */
    struct text style;              /* the sheet itself, instead of its path */
    struct text search;             /* what a search looks in; empty: none */
};

/* Sets the names of the layout, PAGE_TITLE among them; a page may set that
   one again. */
void frame_fill(const struct report *report, const struct frame *frame,
                struct view *view);

/* The report's name with its district: 某某区干部素质提升年成果月报. */
struct text report_title(const struct report *report, struct arena *arena);

/* Who publishes it, in English by the name the settings give for that. */
struct text report_publisher(const struct report *report);

#endif
