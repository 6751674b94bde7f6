/*
 * One unit's whole file: what it finished, what it has open, all its records
 * by ledger, and what it works on under another's lead.
 */
#include "base/arena.h"
#include "page/pages.h"
#include "view/scope_file.h"
#include "view/units.h"
#include "year/redact.h"

static struct text
file(const struct report *report, size_t instance, struct arena *arena)
{
    (void)report;
    return text_format(arena, "unit-%zu", instance + 1);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    size_t count;
    const struct unit_shown *units = units_shown(report, view->arena, &count);
    const struct unit_shown *unit = &units[instance];

    view_text(view, "PAGE_TITLE",
              redact_text(report->privacy, unit->name, view->arena));
    view_flag(view, "HAS_TITLE", false);
    view_flag(view, "IS_UNIT", true);
    view_flag(view, "IS_FIELD", false);
    scope_file_fill(report, SCOPE_UNIT, unit->code, view);
    scope_shared_fill(report, unit->code, view);
}

const struct page unit_page = {
    .name = "unit",
    .title = WORDING_PAGE_UNIT,
    .has_markdown = true,
    .instances = units_count,
    .file = file,
    .fill = fill,
};
