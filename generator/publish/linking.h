/*
 * The anchors a page has and the internal links it holds.
 */
#ifndef PUBLISH_LINKING_H
#define PUBLISH_LINKING_H

#include "base/text.h"

struct html_tag;
struct sighting;

void linking_tag(struct sighting *sighting, const struct html_tag *tag);
void linking_markdown(struct sighting *sighting, struct text text);

#endif
