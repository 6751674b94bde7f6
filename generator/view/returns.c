#include "view/returns.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/pagination.h"
#include "view/report.h"
#include "view/units.h"
#include "view/view.h"
#include "year/redact.h"
#include "year/year.h"

enum { UNITS_MOST = 500, UNITS_FEW = 10 };

const struct return_state return_states[RETURN_KINDS] = {
    [RETURN_MISSING] = {"missing", WORDING_RETURN_MISSING, "bad"},
    [RETURN_LATE] = {"late", WORDING_RETURN_LATE, "warn"},
    [RETURN_UNREAD] = {"unread", WORDING_RETURN_UNREAD, "warn"},
    [RETURN_NIL] = {"nil", WORDING_RETURN_NIL, "calm"},
    [RETURN_MADE] = {"reported", WORDING_RETURN_MADE, "good"},
};

struct completeness
returns_of(const struct report *report, struct arena *arena)
{
    return report->kept.returns != NULL ? *report->kept.returns
                                        : completeness_of(report->year, arena);
}

/* Of a month in which every unit has made its return one sentence is enough,
   where there are more units than one sees at a glance. */
static bool
is_whole_month(const struct completeness *found, size_t month)
{
    for (size_t i = 0; i < found->unit_count; i++)
        if (found->units[i].months[month] != RETURN_MADE)
            return false;
    return found->unit_count >= UNITS_FEW;
}

static void
fill_whole_months(const struct report *report, const struct completeness *found,
                  struct view *item)
{
    struct text months = text_of("");

    view_list(item, "WHOLE");
    for (size_t i = 0; i < found->month_count; i++)
        if (is_whole_month(found, i))
            months = text_join_by(
                item->arena, months, say(report->language, WORDING_LIST_COMMA),
                month_words(item->arena, report->language, found->months[i]));
    if (months.length > 0)
        view_text(
            view_item(item, "WHOLE"), "TEXT",
            SAY(item->arena, report->language, WORDING_RETURNS_WHOLE, months));
}

static void
fill_unit(const struct report *report, const struct completeness *found,
          size_t unit, struct view *view)
{
    struct text name =
        intern_text(report->book->units, found->units[unit].code);

    view_brief(
        view, "LABEL",
        unit_said(report, redact_text(report->privacy, name, view->arena)));
    for (size_t i = 0; i < found->month_count; i++) {
        uint8_t state = found->units[unit].months[i];
        struct view *cell;

        if (is_whole_month(found, i))
            continue;
        cell = view_item(view, "CELL");
        view_text(cell, "TEXT",
                  say(report->language, return_states[state].word));
        view_text(cell, "TONE", text_of(return_states[state].tone));
    }
}

/* Some district has more units than a page can show. */
static void
fill_rest(const struct report *report, size_t shown, size_t count,
          struct view *view)
{
    view_list(view, "REST");
    if (shown < count)
        view_text(view_item(view, "REST"), "TEXT",
                  SAY(view->arena, report->language, WORDING_RETURNS_REST,
                      text_format(view->arena, "%zu", shown),
                      text_format(view->arena, "%zu", count - shown)));
}

void
returns_fill(const struct report *report, struct view *view)
{
    struct completeness found = returns_of(report, view->arena);
    size_t shown = found.unit_count;
    struct view *item;
    bool has_parts;

    view_list(view, "RETURNS");
    if (found.month_count == 0 || found.unit_count == 0)
        return;
    item = view_item(view, "RETURNS");
    view_list(item, "HEAD");
    for (size_t i = 0; i < found.month_count; i++)
        if (!is_whole_month(&found, i))
            view_text(view_item(item, "HEAD"), "TEXT",
                      month_text(view->arena, found.months[i]));
    fill_whole_months(report, &found, item);
    has_parts = view_find_list(item, "HEAD")->first != NULL;
    view_flag(item, "HAS_PARTS", has_parts);
    if (shown > roster_most(report, UNITS_MOST))
        shown = roster_most(report, UNITS_MOST);
    view_list(item, "ROW");
    for (size_t i = 0; has_parts && i < shown; i++)
        fill_unit(report, &found, i, view_item(item, "ROW"));
    fill_rest(report, has_parts ? shown : found.unit_count, found.unit_count,
              item);
}

struct text
returns_missing(const struct report *report, struct arena *arena)
{
    struct completeness found = returns_of(report, arena);
    struct text months = text_of("");

    if (found.missing == 0)
        return months;
    for (size_t i = 0; i < found.month_count; i++) {
        size_t missing = completeness_missing(&found, i);

        if (missing == 0)
            continue;
        months = text_join_by(
            arena, months, say(report->language, WORDING_LIST_COMMA),
            SAY(arena, report->language,
                found.unread[i] > 0 ? WORDING_RETURNS_IN_MONTH_UNREAD
                                    : WORDING_RETURNS_IN_MONTH,
                month_words(arena, report->language, found.months[i]),
                text_format(arena, "%zu", missing),
                text_format(arena, "%zu", found.unread[i])));
    }
    return months;
}

void
returns_note(const struct report *report, struct view *view)
{
    const struct text details[4] = {returns_missing(report, view->arena)};

    view_list(view, "RETURNS_NOTE");
    if (details[0].length > 0)
        view_text(view_item(view, "RETURNS_NOTE"), "TEXT",
                  say_with(view->arena, report->language, WORDING_RETURNS_NOTE,
                           details));
}
