/*
 * One field: all its problems, suggestions and reports.
 */
#include "base/arena.h"
#include "page/pages.h"
#include "view/fields.h"
#include "view/scope_file.h"

static size_t
instances(const struct report *report)
{
    struct arena *scratch = arena_new();
    size_t count;

    fields_shown(report, scratch, &count);
    arena_free(scratch);
    return count;
}

static struct text
file(const struct report *report, size_t instance, struct arena *arena)
{
    (void)report;
    return text_format(arena, "field-%zu", instance + 1);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    size_t count;
    const struct field_shown *fields =
        fields_shown(report, view->arena, &count);

    view_text(view, "PAGE_TITLE", fields[instance].name);
    view_flag(view, "HAS_TITLE", false);
    view_flag(view, "IS_UNIT", false);
    view_flag(view, "IS_FIELD", true);
    scope_file_fill(report, SCOPE_FIELD, fields[instance].code, view);
    view_list(view, "SHARED");
}

const struct page field_page = {
    .name = "field",
    .title = WORDING_PAGE_FIELD,
    .has_markdown = true,
    .instances = instances,
    .file = file,
    .fill = fill,
};
