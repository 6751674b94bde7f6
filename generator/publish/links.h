/*
 * Every internal link and anchor has its target.  Pages tell their ids and
 * links as they are read; the links are resolved when all pages are known.
 * What is not among the pages just made (an earlier month) is looked up in
 * the staging folder.
 */
#ifndef PUBLISH_LINKS_H
#define PUBLISH_LINKS_H

#include "base/text.h"

struct arena;
struct faults;
struct folder;
struct html_tag;
struct links;
struct manifest;

/* Everything is borrowed until links_free. */
struct links *links_new(const struct folder *staging,
                        const struct manifest *added, struct faults *faults);
void links_free(struct links *links);

/* The page whose tags or text come next; its path lives as long. */
void links_page(struct links *links, const char *path);
void links_tag(struct links *links, const struct html_tag *tag);
void links_markdown(struct links *links, struct text text);

/* Resolves all links told. */
void links_finish(struct links *links);

#endif
