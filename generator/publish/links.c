/*
 * A page of a thousand records has thousands of links, mostly to the same few
 * places: only different ones are kept, as digests of 64 bits; the text of a
 * link is kept with the first of its kind in the page that had it.
 */
#include "publish/links.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/slug.h"
#include "publish/fault.h"
#include "publish/files.h"
#include "publish/html.h"
#include "publish/manifest.h"

#define HASH_NONFATAL_OOM     0
#define uthash_fatal(message) arena_must(NULL)
#include <uthash.h>

/* A place: a file, or an anchor in one. */
struct target {
    uint64_t place; /* of "path" or "path#anchor" */
    const char *path;
    const char *anchor; /* "" for the file */
    const char *page;   /* the first that links to it */
    UT_hash_handle hh;
};

struct links {
    struct arena *arena;
    const struct folder *staging;
    const struct manifest *added;
    struct faults *faults;
    const char *page;
    size_t folder_length; /* of the page's folder, slash included */
    uint64_t *anchors;    /* places there are */
    size_t anchor_count, anchor_room;
    size_t page_start; /* the first anchor of this page */
    struct target *targets;
};

static uint64_t
place_of(struct text path, struct text anchor)
{
    return text_hash(anchor, text_hash(path, anchor.length > 0));
}

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

static int
compare_places(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

/* An id names one element of its page. */
static void
finish_page(struct links *links)
{
    uint64_t *places = links->anchors + links->page_start;
    size_t count = links->anchor_count - links->page_start;

    if (count > 1)
        qsort(places, count, sizeof(*places), compare_places);
    for (size_t i = 1; i < count; i++)
        if (places[i] == places[i - 1])
            fault_report(links->faults, RULE_GATE_LINK, links->page, "id ×2");
    links->page_start = links->anchor_count;
}

void
links_page(struct links *links, const char *path)
{
    const char *slash = strrchr(path, '/');

    finish_page(links);
    links->page = path;
    links->folder_length = slash ? (size_t)(slash + 1 - path) : 0;
}

static void
add_anchor(struct links *links, const char *path, struct text anchor)
{
    if (links->anchor_count == links->anchor_room) {
        links->anchor_room =
            links->anchor_room > 0 ? links->anchor_room * 2 : 1024;
        links->anchors = must_grow(links->anchors, links->anchor_room *
                                                       sizeof(*links->anchors));
    }
    links->anchors[links->anchor_count++] = place_of(text_of(path), anchor);
}

/* Takes "./" and "x/../" out of a path in place.  False if it leads out. */
static bool
normalize(char *path)
{
    char *to = path;

    for (char *from = path; *from != '\0';) {
        size_t length = strcspn(from, "/");

        if (length == 2 && from[0] == '.' && from[1] == '.') {
            if (to == path)
                return false;
            for (to--; to > path && to[-1] != '/';)
                to--;
        } else if (length != 1 || from[0] != '.') {
            memmove(to, from, length);
            to += length;
            if (from[length] == '/')
                *to++ = '/';
        }
        from += length + (from[length] == '/');
    }
    *to = '\0';
    return true;
}

static bool
is_elsewhere(struct text link)
{
    for (size_t i = 0; i < link.length; i++) {
        char c = link.bytes[i];

        if (c == ':')
            return true;
        if (c == '/' || c == '#' || c == '?' || c == '.')
            break;
    }
    return text_starts(link, "//");
}

/* The full path a link's file part names, in the scratch arena; NULL if it
   leads out of the folder. */
static const char *
path_of(const struct links *links, struct arena *scratch, struct text file)
{
    char *path;

    if (file.length == 0)
        return links->page;
    path = (char *)(uintptr_t)text_format(scratch, "%.*s%.*s",
                                          (int)links->folder_length,
                                          links->page, TEXT_ARG(file))
               .bytes;
    return normalize(path) ? path : NULL;
}

/* A target nobody linked to before is kept. */
static void
keep_target(struct links *links, const char *path, struct text anchor)
{
    uint64_t place = place_of(text_of(path), anchor);
    struct target *target;

    HASH_FIND(hh, links->targets, &place, sizeof(place), target);
    if (target != NULL)
        return;
    target = ARENA_NEW(links->arena, struct target);
    target->place = place;
    target->path = text_copy(links->arena, text_of(path)).bytes;
    target->anchor = text_copy(links->arena, anchor).bytes;
    target->page = links->page;
    HASH_ADD(hh, links->targets, place, sizeof(place), target);
}

static void
report(struct links *links, const char *page, struct text link)
{
    fault_report(links->faults, RULE_GATE_LINK, page, "%.*s", TEXT_ARG(link));
}

/* A link as it stands on the page. */
static void
add_link(struct links *links, struct text link)
{
    struct arena *scratch;
    size_t hash = text_find(link, TEXT("#"));
    struct text file = text_slice(link, 0, hash);
    struct text anchor = text_from(link, hash + 1);
    const char *path;

    if (is_elsewhere(link))
        return;
    if (link.length == 0 || link.bytes[0] == '/' || text_ends(file, "/")) {
        report(links, links->page, link);
        return;
    }
    scratch = arena_new();
    path = path_of(links, scratch, file);
    if (path == NULL) {
        report(links, links->page, link);
    } else {
        keep_target(links, path, TEXT(""));
        if (anchor.length > 0)
            keep_target(links, path, anchor);
    }
    arena_free(scratch);
}

void
links_tag(struct links *links, const struct html_tag *tag)
{
    const struct text attributes[] = {TEXT("href"),       TEXT("src"),
                                      TEXT("xlink:href"), TEXT("action"),
                                      TEXT("data"),       TEXT("poster")};
    struct text value;

    if (tag->attribute_count == 0)
        return;
    if (html_attribute(tag, TEXT("id"), &value))
        add_anchor(links, links->page, value);
    for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++)
        if (html_attribute(tag, attributes[i], &value))
            add_link(links, value);
}

/* Whether a link in Markdown is one of ours, up to its anchor: cells may hold
   brackets too. */
static bool
is_our_name(struct text link)
{
    for (size_t i = 0; i < link.length && link.bytes[i] != '#'; i++)
        if (memchr("abcdefghijklmnopqrstuvwxyz0123456789-_./", link.bytes[i],
                   40) == NULL)
            return false;
    return link.length > 0;
}

/* Headings are anchors, as GitHub makes them. */
static void
add_headings(struct links *links, struct text text)
{
    struct arena *scratch = arena_new();
    struct slugs slugs = {.arena = scratch};

    while (text.length > 0) {
        size_t end = text_find(text, TEXT("\n"));
        struct text heading;

        if (slug_heading(text_slice(text, 0, end), &heading))
            add_anchor(links, links->page, slug_next(&slugs, heading));
        text = text_from(text, end + 1);
    }
    arena_free(scratch);
}

void
links_markdown(struct links *links, struct text text)
{
    add_headings(links, text);
    for (;;) {
        size_t at = text_find(text, TEXT("]("));
        struct text link = text_from(text, at + 2);
        size_t end = text_find(link, TEXT(")"));
        bool is_escaped = at > 0 && text.bytes[at - 1] == '\\';

        if (at >= text.length)
            return;
        text = link;
        link = text_slice(link, 0, end);
        if (!is_escaped && is_our_name(link))
            add_link(links, link);
    }
}

static bool
is_anchor(const struct links *links, uint64_t place)
{
    return links->anchor_count > 0 &&
           bsearch(&place, links->anchors, links->anchor_count, sizeof(place),
                   compare_places) != NULL;
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
        return is_anchor(links, target->place);
    return files_kind(links->staging, target->path) == FILES_FILE &&
           is_in_old_page(links, target);
}

void
links_finish(struct links *links)
{
    finish_page(links);
    if (links->anchor_count > 0)
        qsort(links->anchors, links->anchor_count, sizeof(*links->anchors),
              compare_places);
    for (const struct target *t = links->targets; t; t = t->hh.next)
        if (!is_there(links, t))
            fault_report(links->faults, RULE_GATE_LINK, t->page, "%s%s%s",
                         t->path, t->anchor[0] ? "#" : "", t->anchor);
}
