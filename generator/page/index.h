/*
 * The edition's own index: every published month with its headline figures.
 * Its names also make feed.xml and sitemap.xml.
 */
#ifndef PAGE_INDEX_H
#define PAGE_INDEX_H

#include <stdbool.h>

struct report;
struct view;

void index_fill(const struct report *report, struct view *view);

/* Whether the settings give the site's address on the web. */
bool index_has_address(const struct report *report);

#endif
