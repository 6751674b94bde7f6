/*
 * The anchors a page has and the internal links it holds.
 */
#ifndef GATE_LINK_EXTRACT_H
#define GATE_LINK_EXTRACT_H

#include "base/text.h"

struct html_tag;
struct sighting;

void linking_tag(struct sighting *sighting, const struct html_tag *tag);
void linking_markdown(struct sighting *sighting, struct text text);

#endif
