#include "render/scope.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/wording.h"
#include "view/view.h"

struct unknown_name {
    struct text name;
    struct unknown_name *next;
};

/* A row's template would report the same name for every row. */
static void
report(struct expansion *expansion, struct text name)
{
    struct unknown_name *unknown = expansion->unknown;

    expansion->is_complete = false;
    while (unknown && !text_equal(unknown->name, name))
        unknown = unknown->next;
    if (unknown)
        return;
    unknown = ARENA_NEW(expansion->arena, struct unknown_name);
    unknown->name = text_copy(expansion->arena, name);
    unknown->next = expansion->unknown;
    expansion->unknown = unknown;
    diag_report(expansion->diag, RULE_TEMPLATE_NAME,
                &(struct finding){.place = {.path = expansion->path},
                                  .detail = {name}});
}

static const struct view_name *
find(const struct scope *scope, struct text name, enum view_kind kind)
{
    const struct view_name *found = NULL;

    for (; scope && !found; scope = scope->outer)
        found = view_find(scope->view, name, kind);
    return found;
}

struct text
scope_text(const struct scope *scope, struct text name)
{
    struct text wanted = TEXT("SAY_");
    const struct view_name *found;
    struct text said;

    if (text_starts(name, wanted.bytes)) {
        wanted = text_from(name, wanted.length);
        if (say_named(scope->expansion->language, wanted, &said))
            return said;
        report(scope->expansion, name);
        return text_of("");
    }
    found = find(scope, name, VIEW_TEXT);
    if (!found)
        report(scope->expansion, name);
    return found && found->text.bytes ? found->text : text_of("");
}

const struct view *
scope_first(const struct scope *scope, struct text name)
{
    const struct view_name *found = find(scope, name, VIEW_LIST);

    if (!found)
        report(scope->expansion, name);
    return found ? found->first : NULL;
}

bool
scope_part(const struct scope *scope, struct text name, struct text *made)
{
    const struct view_name *found = find(scope, name, VIEW_PART);

    if (found)
        *made = found->text;
    return found != NULL;
}
