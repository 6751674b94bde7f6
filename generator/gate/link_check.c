/*
 * A page's links to its own anchors are seen to be good at once.  Links to
 * those of other pages are few, and to few of them: these pages are read once
 * more, rather than that the anchors of all be kept, which may be millions.
 */
#include "gate/link_check.h"

#include "base/arena.h"
#include "file/fault.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "gate/inspect.h"
#include "gate/page_facts.h"

#define HASH_NONFATAL_OOM     0
#define uthash_fatal(message) arena_must(NULL)
#include <uthash.h>

/* What is linked to: a file, or an anchor in one. */
struct target {
    uint64_t place;
    const char *path;
    const char *anchor; /* "" for the file */
    const char *page;   /* the first that links to it */
    bool is_anchor;     /* that its page has */
    UT_hash_handle hh;
};

struct links {
    struct arena *arena;
    const struct folder *staging;
    const struct manifest *added;
    struct faults *faults;
    struct target *targets;
    struct id_set read; /* pages whose anchors are known */
};

struct links *
link_check_new(const struct folder *staging, const struct manifest *added,
               struct faults *faults)
{
    struct arena *arena = arena_new();
    struct links *links = ARENA_NEW(arena, struct links);

    links->arena = links->read.arena = arena;
    links->staging = staging;
    links->added = added;
    links->faults = faults;
    return links;
}

void
link_check_free(struct links *links)
{
    HASH_CLEAR(hh, links->targets);
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
            const struct page_facts_link *link)
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

void
link_check_merge(struct links *links, const struct page_facts *seen)
{
    for (size_t i = 0; i < seen->doubles; i++)
        fault_report(links->faults, RULE_GATE_LINK, seen->path, "id ×2");
    for (const struct page_facts_link *link = seen->links; link;
         link = link->next)
        if (!id_set_has(&seen->anchors, link->place))
            keep_target(links, seen->path, link);
}

/* Marks the targets that are anchors of the page. */
static void
read_anchors(struct links *links, const char *path)
{
    struct arena *scratch = arena_new();
    struct page_facts seen;
    struct text page;

    page_facts_begin(&seen, scratch, path, NULL);
    if (folder_read(links->staging, path, scratch, &page))
        inspect_anchors(&seen, page);
    for (size_t i = 0; i < seen.anchors.room; i++) {
        uint64_t place = seen.anchors.slots[i];
        struct target *target = place != 0 ? find_target(links, place) : NULL;

        if (target != NULL)
            target->is_anchor = true;
    }
    arena_free(scratch);
}

static bool
is_file(const struct links *links, const char *path)
{
    return manifest_find(links->added, path) != NULL ||
           folder_kind(links->staging, path) == FILES_FILE;
}

static bool
is_there(struct links *links, const struct target *target)
{
    uint64_t file = id_set_of(text_of(target->path), TEXT(""));

    if (!is_file(links, target->path))
        return false;
    if (target->anchor[0] != '\0' && id_set_add(&links->read, file))
        read_anchors(links, target->path);
    return target->anchor[0] == '\0' || target->is_anchor;
}

void
link_check_finish(struct links *links)
{
    for (const struct target *t = links->targets; t; t = t->hh.next)
        if (!is_there(links, t))
            fault_report(links->faults, RULE_GATE_LINK, t->page, "%s%s%s",
                         t->path, t->anchor[0] ? "#" : "", t->anchor);
}
