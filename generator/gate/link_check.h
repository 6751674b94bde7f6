/*
 * Every internal link and anchor has its target.  What pages link to
 * and the anchors they have is gathered; links are resolved when all is known.
 * What is not among the pages just made (an earlier month) is looked up in
 * the staging folder.
 */
#ifndef GATE_LINK_CHECK_H
#define GATE_LINK_CHECK_H

struct arena;
struct faults;
struct folder;
struct links;
struct manifest;
struct page_facts;

/* Everything is borrowed until link_check_free. */
struct links *link_check_new(const struct folder *staging,
                             const struct manifest *added,
                             struct faults *faults);
void link_check_free(struct links *links);

/* What a page links to and the anchors it has, page after page; its path lives
   as long. */
void link_check_merge(struct links *links, const struct page_facts *seen);

/* Resolves all links told. */
void link_check_finish(struct links *links);

#endif
