/*
 * A link to a page just made is good when one of the anchors seen is its
 * place; so the links are kept, which are few, and the anchors, which may be
 * millions, as no more than their digests.
 */
#include "publish/links.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "publish/fault.h"
#include "publish/files.h"
#include "publish/html.h"
#include "publish/manifest.h"
#include "publish/sighting.h"

#define HASH_NONFATAL_OOM     0
#define uthash_fatal(message) arena_must(NULL)
#include <uthash.h>

/* What is linked to: a file, or an anchor in one. */
struct target {
    uint64_t place;
    const char *path;
    const char *anchor; /* "" for the file */
    const char *page;   /* the first that links to it */
    bool is_anchor;     /* that a page just made has */
    UT_hash_handle hh;
};

struct links {
    struct arena *arena;
    const struct folder *staging;
    const struct manifest *added;
    struct faults *faults;
    uint64_t *anchors; /* of all pages just made */
    size_t anchor_count, anchor_room;
    struct target *targets;
};

struct links *
links_new(const struct folder *staging, const struct manifest *added,
          struct faults *faults)
{
    struct arena *arena = arena_new();
    struct links *links = ARENA_NEW(arena, struct links);

    links->arena = arena;
    links->staging = staging;
    links->added = added;
    links->faults = faults;
    return links;
}

void
links_free(struct links *links)
{
    HASH_CLEAR(hh, links->targets);
    free(links->anchors);
    arena_free(links->arena);
}

static struct target *
find_target(const struct links *links, uint64_t place)
{
    struct target *target;

    HASH_FIND(hh, links->targets, &place, sizeof(place), target);
    return target;
}

/* A target nobody linked to before is kept. */
static void
keep_target(struct links *links, const char *page,
            const struct sighting_link *link)
{
    struct target *target = find_target(links, link->place);

    if (target != NULL)
        return;
    target = ARENA_NEW(links->arena, struct target);
    target->place = link->place;
    target->path = text_copy(links->arena, link->path).bytes;
    target->anchor = text_copy(links->arena, link->anchor).bytes;
    target->page = page;
    HASH_ADD(hh, links->targets, place, sizeof(target->place), target);
}

static void
keep_anchors(struct links *links, const struct places *anchors)
{
    size_t wanted = links->anchor_count + anchors->count;

    if (wanted > links->anchor_room) {
        links->anchor_room = wanted + wanted / 2;
        links->anchors = must_grow(links->anchors, links->anchor_room *
                                                       sizeof(*links->anchors));
    }
    for (size_t i = 0; i < anchors->room; i++)
        if (anchors->slots[i] != 0)
            links->anchors[links->anchor_count++] = anchors->slots[i];
}

void
links_merge(struct links *links, const struct sighting *seen)
{
    for (size_t i = 0; i < seen->doubles; i++)
        fault_report(links->faults, RULE_GATE_LINK, seen->path, "id ×2");
    for (const struct sighting_link *link = seen->links; link;
         link = link->next)
        keep_target(links, seen->path, link);
    keep_anchors(links, &seen->anchors);
}

struct search {
    struct text id;
    bool found;
};

static void
look_for_id(void *data, const struct html_tag *tag)
{
    struct search *search = data;
    struct text id;

    if (html_attribute(tag, TEXT("id"), &id) && text_equal(id, search->id))
        search->found = true;
}

/* An anchor in a page of an earlier month. */
static bool
is_in_old_page(const struct links *links, const struct target *target)
{
    struct arena *scratch = arena_new();
    struct search search = {text_of(target->anchor), false};
    struct html_reader reader = {look_for_id, NULL, &search};
    struct html_fault fault;
    struct text page;

    if (files_read(links->staging, target->path, scratch, &page))
        html_read(page, &reader, &fault);
    arena_free(scratch);
    return search.found;
}

static bool
is_there(const struct links *links, const struct target *target)
{
    bool is_new = manifest_find(links->added, target->path) != NULL;

    if (target->anchor[0] == '\0')
        return is_new || files_kind(links->staging, target->path) == FILES_FILE;
    if (is_new)
        return target->is_anchor;
    return files_kind(links->staging, target->path) == FILES_FILE &&
           is_in_old_page(links, target);
}

void
links_finish(struct links *links)
{
    for (size_t i = 0; i < links->anchor_count; i++) {
        struct target *target = find_target(links, links->anchors[i]);

        if (target != NULL)
            target->is_anchor = true;
    }
    for (const struct target *t = links->targets; t; t = t->hh.next)
        if (!is_there(links, t))
            fault_report(links->faults, RULE_GATE_LINK, t->page, "%s%s%s",
                         t->path, t->anchor[0] ? "#" : "", t->anchor);
}
