/*
 * The anchors a page has and the internal links it holds.
 */
#ifndef GATE_LINK_EXTRACT_H
#define GATE_LINK_EXTRACT_H

#include <stdbool.h>

#include "base/text.h"

struct html_tag;
struct page_facts;

/* The file and anchor that a link on the page leads to; false if it leads
   elsewhere or nowhere. */
bool link_extract_target(const struct page_facts *sighting, struct text link,
                         struct text *path, struct text *anchor);
void link_extract_tag(struct page_facts *sighting, const struct html_tag *tag);
void link_extract_markdown(struct page_facts *sighting, struct text text);

#endif
