/*
 * Names are kept in the order they are set and found by walking: a view has
 * a dozen names when it is the cell or row of a long list, and a hundred or
 * two when it is a page, of which there are few.
 */
#include "view/view.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "base/arena.h"

enum { LONGEST_PATH = 256, BRIEF_BYTES = 300 };

struct view *
view_new(struct arena *arena, enum language language)
{
    struct view *view = ARENA_NEW(arena, struct view);

    view->arena = arena;
    view->language = language;
    return view;
}

static bool
is_called(const struct view_name *entry, const char *name, size_t length)
{
    return entry->length == length && entry->name[0] == name[0] &&
           memcmp(entry->name, name, length) == 0;
}

static struct view_name *
find_or_add(struct view *view, const char *name)
{
    size_t length = strlen(name);
    struct view_name *entry;

    for (entry = view->first; entry; entry = entry->next)
        if (entry->name == name || is_called(entry, name, length))
            return entry;
    entry = ARENA_NEW(view->arena, struct view_name);
    entry->name = name;
    entry->length = length;
    if (view->last)
        view->last->next = entry;
    else
        view->first = entry;
    view->last = entry;
    return entry;
}

void
view_text(struct view *view, const char *name, struct text text)
{
    find_or_add(view, name)->text = text;
}

void
view_brief(struct view *view, const char *name, struct text text)
{
    view_text(view, name, text_excerpt(view->arena, text, BRIEF_BYTES));
}

void
view_count(struct view *view, const char *name, int64_t count)
{
    view_format(view, name, "%" PRId64, count);
}

void
view_format(struct view *view, const char *name, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    view_text(view, name, text_format_list(view->arena, format, arguments));
    va_end(arguments);
}

void
view_list(struct view *view, const char *name)
{
    find_or_add(view, name)->kind = VIEW_LIST;
}

void
view_append(struct view *view, const char *name, struct view *item)
{
    struct view_name *entry = find_or_add(view, name);

    entry->kind = VIEW_LIST;
    if (entry->last)
        entry->last->next = item;
    else
        entry->first = item;
    entry->last = item;
}

struct view *
view_item(struct view *view, const char *name)
{
    struct view *item = view_new(view->arena, view->language);

    view_append(view, name, item);
    return item;
}

void
view_flag(struct view *view, const char *name, bool on)
{
    struct view_name *entry = find_or_add(view, name);

    entry->kind = VIEW_LIST;
    entry->first = entry->last =
        on ? view_new(view->arena, view->language) : NULL;
}

void
view_part(struct view *view, const char *name, struct text made)
{
    struct view_name *entry = find_or_add(view, name);

    entry->kind = VIEW_PART;
    entry->text = made;
}

const struct view_name *
view_find(const struct view *view, struct text name, enum view_kind kind)
{
    for (const struct view_name *n = view->first; n; n = n->next)
        if (n->kind == kind && is_called(n, name.bytes, name.length))
            return n;
    return NULL;
}

const struct view_name *
view_find_text(const struct view *view, const char *name)
{
    return view_find(view, text_of(name), VIEW_TEXT);
}

const struct view_name *
view_find_list(const struct view *view, const char *name)
{
    return view_find(view, text_of(name), VIEW_LIST);
}

static void
dump(const struct view *view, const char *path, FILE *stream)
{
    char inner[LONGEST_PATH];

    for (const struct view_name *n = view->first; n; n = n->next) {
        size_t i = 0;

        if (n->kind != VIEW_LIST)
            fprintf(stream, "%s%s = %.*s\n", path, n->name, TEXT_ARG(n->text));
        else if (n->first == NULL)
            fprintf(stream, "%s%s is empty\n", path, n->name);
        for (const struct view *item = n->first; item; item = item->next) {
            snprintf(inner, sizeof(inner), "%s%s[%zu]", path, n->name, i++);
            if (item->first == NULL)
                fprintf(stream, "%s is on\n", inner);
            strncat(inner, ".", sizeof(inner) - strlen(inner) - 1);
            dump(item, inner, stream);
        }
    }
}

void
view_dump(const struct view *view, FILE *stream)
{
    dump(view, "", stream);
}
