/*
 * The anchors a page has and the internal links it holds.
 */
#ifndef GATE_LINK_EXTRACT_H
#define GATE_LINK_EXTRACT_H

#include "base/text.h"

struct html_tag;
struct page_facts;

void link_extract_tag(struct page_facts *sighting, const struct html_tag *tag);
void link_extract_markdown(struct page_facts *sighting, struct text text);

#endif
