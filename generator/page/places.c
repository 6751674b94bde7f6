#include "page/places.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/wording.h"
#include "view/view.h"

/* The places in one column of one file. */
struct part {
    struct text path, title;
    struct buffer within;
    struct part *next;
};

struct group {
    struct saying saying;
    size_t count, order;
    struct part *first, *last;
};

struct places {
    struct arena *arena;
    enum language language;
    struct group *groups;
    size_t count, room;
};

struct places *
places_new(struct arena *arena, enum language language)
{
    struct places *places = arena_take(arena, sizeof(*places));

    *places = (struct places){.arena = arena, .language = language};
    return places;
}

static struct group *
group_of(struct places *places, const struct saying *saying)
{
    struct group *group;

    for (size_t i = 0; i < places->count; i++) {
        group = &places->groups[i];
        if (text_equal(group->saying.rule, saying->rule) &&
            text_equal(group->saying.text, saying->text) &&
            text_equal(group->saying.advice, saying->advice))
            return group;
    }
    group =
        ARRAY_ADD(places->arena, places->groups, places->count, places->room);
    *group = (struct group){.saying = *saying, .order = places->count};
    return group;
}

static struct part *
part_of(struct group *group, const struct spot *spot, struct arena *arena)
{
    struct part *part;

    for (part = group->first; part != NULL; part = part->next)
        if (text_equal(part->path, spot->path) &&
            text_equal(part->title, spot->title))
            return part;
    part = arena_take(arena, sizeof(*part));
    *part = (struct part){
        .path = spot->path, .title = spot->title, .within = {.arena = arena}};
    *(group->last ? &group->last->next : &group->first) = part;
    group->last = part;
    return part;
}

void
places_add(struct places *places, const struct saying *saying,
           const struct spot *spot)
{
    struct group *group = group_of(places, saying);
    struct part *part = part_of(group, spot, places->arena);

    group->count += spot->count;
    if (part->within.length > 0 && spot->within.length > 0)
        buffer_put(&part->within, say(places->language, WORDING_LIST_COMMA));
    buffer_put(&part->within, spot->within);
}

static int
by_count(const void *a, const void *b)
{
    const struct group *left = a, *right = b;

    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return left->order < right->order ? -1 : 1;
}

void
places_fill(const struct places *places, struct view *list)
{
    if (places->count > 0)
        qsort(places->groups, places->count, sizeof(*places->groups), by_count);
    for (size_t i = 0; i < places->count; i++) {
        const struct group *group = &places->groups[i];
        struct view *row = view_item(list, "ROW");

        view_text(row, "TEXT", group->saying.text);
        view_text(row, "ADVICE", group->saying.advice);
        view_text(row, "RULE", group->saying.rule);
        view_count(row, "COUNT", (int64_t)group->count);
        for (const struct part *part = group->first; part; part = part->next) {
            struct view *item = view_item(row, "PART");

            view_text(item, "PATH", part->path);
            view_text(item, "WITHIN",
                      text_join_by(list->arena, part->title, TEXT(" "),
                                   buffer_text(&part->within)));
        }
    }
}
