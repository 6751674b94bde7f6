#include "page/changed_by_unit.h"

#include "base/arena.h"
#include "page/told_records.h"
#include "view/breakdown.h"
#include "view/chapter.h"
#include "view/figure.h"
#include "view/months.h"
#include "view/places.h"
#include "view/report.h"
#include "view/view.h"
#include "year/event.h"
#include "year/redact.h"

/* One column of what is new and what is done, while its units are filled. */
struct side {
    enum changed kind;
    const char *section; /* "new" */
    enum wording head;
    const char *name, *has, *count_name, *list_name;
    const struct told *told;
    size_t count, next, bytes;
};

enum { NEW, DONE, SIDES };

static struct side
side_of(const struct telling *telling, size_t place)
{
    static const struct side sides[SIDES] = {
        [NEW] = {.kind = CHANGED_NEW,
                 .section = "new",
                 .head = WORDING_CHANGED_NEW_HEAD,
                 .name = "NEW",
                 .has = "HAS_NEW",
                 .count_name = "NEW_COUNT",
                 .list_name = "NEW_ID"},
        [DONE] = {.kind = CHANGED_SOLVED,
                  .section = "solved",
                  .head = WORDING_CHANGED_DONE_COUNT_HEAD,
                  .name = "DONE",
                  .has = "HAS_DONE",
                  .count_name = "DONE_COUNT",
                  .list_name = "DONE_ID"},
    };
    struct side side = sides[place];

    side.told = told_in_order(telling, side.kind, NULL);
    side.count = telling->report->changes->lists[side.kind].count;
    return side;
}

static void
fill_record(const struct telling *telling, struct side *side, struct view *item)
{
    const struct told *told = &side->told[side->next++];
    const struct changed_record *record = told->record;
    bool is_new = side->kind == CHANGED_NEW;

    told_fill(telling, side->section, told, item);
    view_text(item, "DAY",
              day_words(telling->report,
                        is_new ? row_entered_on(record->ledger, record->row)
                               : row_closed_on(record->ledger, record->row),
                        telling->arena));
    view_text(item, "DETAIL",
              is_new ? told_entry(telling, record)
                     : told_end(telling, WORDING_CHANGED_CLOSED_ON,
                                record->ledger, record->row));
    side->bytes += told_bytes(item);
}

/* The number beside its records leads to them when all of them are there. */
static void
fill_side(const struct telling *telling, struct side *side, size_t unit,
          struct view *group)
{
    size_t most = told_most(telling), first = side->next, end = first;
    struct view *count = view_item(group, side->count_name);
    struct text id =
        text_format(telling->arena, "%s-of-unit-%zu", side->section, unit + 1);

    while (end < side->count && side->told[end].unit == unit)
        end++;
    view_list(group, side->name);
    while (side->next < end && side->next < most && side->bytes < telling->room)
        fill_record(telling, side, view_item(group, side->name));
    view_text(group, side->list_name, id);
    view_flag(count, "IS_NONE", end == first);
    view_format(count, "TEXT", "%zu", end - first);
    link_place(count,
               end == first ? text_of("")
               : side->next < end
                   ? text_of("?")
                   : text_format(telling->arena, "changes#%.*s", TEXT_ARG(id)));
}

static bool
has_next(const struct side *side, size_t unit)
{
    return side->next < side->count && side->told[side->next].unit == unit;
}

/* How many of each ledger: where a list has just these, it leads there. */
static bool
fill_ledgers(const struct telling *telling, const struct side *side,
             struct view *total)
{
    bool are_loose = false;

    for (int i = 0; i < LEDGER_COUNT; i++) {
        const struct chapter *chapter = chapter_of((enum ledger_id)i);
        enum figure_id figure;
        int64_t count = 0;
        struct view *item;

        for (size_t r = 0; r < side->count; r++)
            count += side->told[r].record->ledger == (enum ledger_id)i;
        if (count == 0 || chapter == NULL)
            continue;
        figure = side->kind == CHANGED_NEW ? chapter->entered_month
                                           : chapter->done_month;
        item = view_item(total, "LEDGER");
        view_text(item, "LABEL",
                  ledger_word(telling->report, (enum ledger_id)i));
        view_text(item, "TEXT", count_text(telling->arena, count));
        link_place(item, place_of_count(telling->report, figure, count));
        are_loose = are_loose || view_find_list(item, "LINK")->first == NULL;
    }
    return are_loose;
}

static void
fill_total(const struct telling *telling, const struct side *side,
           struct view *view)
{
    struct view *total;

    if (side->count == 0)
        return;
    total = view_item(view, "TOTAL");
    view_text(total, "HEAD", say(telling->report->language, side->head));
    view_count(total, "COUNT", (int64_t)side->count);
    view_list(total, "LEDGER");
    view_flag(total, "ARE_LOOSE", fill_ledgers(telling, side, total));
}

/* "涉及4个单位", and whether some records give none. */
static struct text
units_words(const struct telling *telling, size_t units, bool has_none)
{
    if (units == 0)
        return text_of("");
    return SAY(telling->arena, telling->report->language,
               has_none ? WORDING_CHANGED_BY_UNIT_AND_NONE
                        : WORDING_CHANGED_BY_UNIT,
               count_text(telling->arena, (int64_t)units));
}

/* "新增3条，落实2条，涉及4个单位" */
static struct text
title(const struct telling *telling, const struct side sides[SIDES],
      struct text units)
{
    static const enum wording words[SIDES] = {
        [NEW] = WORDING_CHANGED_NEW_COUNT, [DONE] = WORDING_CHANGED_DONE_COUNT};
    enum language language = telling->report->language;
    struct arena *arena = telling->arena;
    struct text mark = say(language, WORDING_SENTENCE_COMMA);
    struct text said = text_of("");

    for (size_t i = 0; i < SIDES; i++) {
        if (sides[i].count == 0)
            continue;
        said = text_join_by(arena, said, mark,
                            SAY(arena, language, words[i],
                                count_text(arena, (int64_t)sides[i].count)));
    }
    return text_join_by(arena, said, mark, units);
}

static void
fill_group(const struct telling *telling, struct side sides[SIDES], size_t unit,
           struct view *group)
{
    told_fill_unit(telling, telling->units[unit].code,
                   redact_text(telling->report->privacy,
                               telling->units[unit].name, telling->arena),
                   group);
    for (size_t i = 0; i < SIDES; i++)
        fill_side(telling, &sides[i], unit, group);
}

void
by_unit_fill(struct telling *telling, struct view *view)
{
    struct side sides[SIDES] = {side_of(telling, NEW), side_of(telling, DONE)};
    size_t units = 0, shown = 0, count = 0;
    bool has_none = false;
    struct view *section;

    view_list(view, "BY_UNIT");
    if (sides[NEW].count + sides[DONE].count == 0)
        return;
    section = view_item(view, "BY_UNIT");
    view_list(section, "GROUP");
    for (size_t i = 0; i < telling->unit_count; i++) {
        if (!has_next(&sides[NEW], i) && !has_next(&sides[DONE], i))
            continue;
        has_none = has_none || telling->units[i].code == 0;
        units += telling->units[i].code != 0;
        fill_group(telling, sides, i, view_item(section, "GROUP"));
    }
    view_text(section, "TITLE",
              title(telling, sides, units_words(telling, units, has_none)));
    view_flag(section, "IS_BOTH", sides[NEW].count * sides[DONE].count > 0);
    view_list(section, "TOTAL");
    for (size_t i = 0; i < SIDES; i++) {
        view_flag(section, sides[i].has, sides[i].count > 0);
        fill_total(telling, &sides[i], section);
        telling->shown[sides[i].kind] = sides[i].next;
        shown += sides[i].next;
        count += sides[i].count;
    }
    told_fill_cut(telling, shown, count, section);
}
