#include "page/year_returns.h"

#include "base/arena.h"
#include "base/json.h"
#include "base/wording.h"
#include "view/breakdown.h"
#include "view/chart.h"
#include "view/returns.h"
#include "view/units.h"
#include "view/view.h"

enum { MONTHS = 12, UNITS_MOST = 300 };

/* The months that are judged, and how many units are in which state. */
struct judged {
    struct month months[MONTHS];
    int64_t counts[MONTHS][RETURN_KINDS];
    size_t count;
};

/* RETURN_KINDS: the month is not judged. */
static size_t
state_of(const struct json_t *unit, struct month month, struct arena *arena)
{
    struct text found = json_get_text(unit, month_text(arena, month).bytes);
    size_t state = 0;

    while (state < RETURN_KINDS && !text_is(found, return_states[state].key))
        state++;
    return state;
}

static struct judged
judge(const struct json_t *units, struct month start, struct arena *arena)
{
    struct judged judged = {.count = 0};

    for (int m = 0; m < MONTHS; m++) {
        struct month month = {start.number + m};
        int64_t counts[RETURN_KINDS + 1] = {0},
                                      *kept = judged.counts[judged.count];

        for (size_t i = 0; i < json_size(units); i++)
            counts[state_of(json_at(units, i), month, arena)]++;
        if (counts[RETURN_KINDS] == (int64_t)json_size(units))
            continue;
        for (size_t s = 0; s < RETURN_KINDS; s++)
            kept[s] = counts[s];
        judged.months[judged.count++] = month;
    }
    return judged;
}

static struct text
listed(struct text list, struct text more, struct view *view)
{
    if (list.length > 0)
        list = text_join(view->arena, list,
                         say(view->language, WORDING_LIST_COMMA));
    return text_join(view->arena, list, more);
}

/* "2025年9月、2025年10月，各单位均已报送。" and who has not. */
static void
fill_said(const struct judged *judged, int64_t units, struct view *item)
{
    struct arena *arena = item->arena;
    struct text whole = TEXT(""), missing = TEXT("");

    view_list(item, "SAID");
    for (size_t m = 0; m < judged->count; m++) {
        struct text month =
            month_words(arena, item->language, judged->months[m]);
        int64_t lacking = judged->counts[m][RETURN_MISSING];

        if (judged->counts[m][RETURN_MADE] == units)
            whole = listed(whole, month, item);
        if (lacking > 0)
            missing =
                listed(missing,
                       SAY(arena, item->language, WORDING_RETURNS_IN_MONTH,
                           month, count_text(arena, lacking)),
                       item);
    }
    if (missing.length > 0)
        view_text(
            view_item(item, "SAID"), "TEXT",
            SAY(arena, item->language, WORDING_YEAR_RETURNS_MISSING, missing));
    if (whole.length > 0)
        view_text(view_item(item, "SAID"), "TEXT",
                  SAY(arena, item->language, WORDING_RETURNS_WHOLE, whole));
}

static void
fill_cell(size_t state, struct view *cell)
{
    struct view *item;

    view_list(cell, "STATE");
    if (state == RETURN_KINDS)
        return;
    item = view_item(cell, "STATE");
    view_text(item, "TEXT", say(cell->language, return_states[state].word));
    view_text(item, "TONE", text_of(return_states[state].tone));
    view_flag(item, "IS_MARK", state == RETURN_MADE);
    view_flag(item, "IS_WORD", state != RETURN_MADE);
}

void
year_returns_fill(const struct report *report, const struct json_t *units,
                  struct month start, struct view *view)
{
    struct judged judged = judge(units, start, view->arena);
    struct view *item;

    view_list(view, "RETURNS");
    if (judged.count == 0)
        return;
    item = view_item(view, "RETURNS");
    fill_said(&judged, (int64_t)json_size(units), item);
    for (size_t m = 0; m < judged.count; m++)
        view_text(view_item(item, "HEAD"), "TEXT",
                  month_words(view->arena, view->language, judged.months[m]));
    view_list(item, "ROW");
    for (size_t i = 0; i < json_size(units) && i < UNITS_MOST; i++) {
        const struct json_t *unit = json_at(units, i);
        struct view *row = view_item(item, "ROW");

        view_text(row, "LABEL",
                  unit_said(report, text_copy(view->arena,
                                              json_get_text(unit, "key"))));
        for (size_t m = 0; m < judged.count; m++)
            fill_cell(state_of(unit, judged.months[m], view->arena),
                      view_item(row, "CELL"));
    }
    view_flag(item, "IS_TALL", json_size(units) > CHART_ROWS_TALL);
    view_flag(item, "IS_CUT", json_size(units) > UNITS_MOST);
}
