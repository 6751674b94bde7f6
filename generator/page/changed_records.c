/*
 * Records stand by unit, in protocol order; edits that count only in a later
 * month come first.  Long lists are cut; the lists of the ledgers have
 * everything.
 */
#include "page/changed_records.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/wording.h"
#include "view/anchors.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/months.h"
#include "view/pagination.h"
#include "view/record_columns.h"
#include "view/record_words.h"
#include "view/report.h"
#include "view/units.h"
#include "view/view.h"
#include "year/event.h"
#include "year/record_changes.h"
#include "year/redact.h"

enum {
    LISTED_MOST = 500,
    ROOM = 400000, /* bytes: of a page's lists together */
    BYTES_OF_NAME = 24,
    ALIKE_MOST = 60, /* bytes: of what two texts begin with */
    ALIKE_LEFT = 30, /* bytes: of it, before where they part */
    LEDGERS = 3,
};

static const struct {
    const char *id;
    enum wording title;
} kinds[CHANGED_KINDS] = {
    [CHANGED_LATE] = {"late", WORDING_CHANGED_LATE_COUNT},
    [CHANGED_NEW] = {"new", WORDING_CHANGED_NEW_COUNT},
    [CHANGED_SOLVED] = {"solved", WORDING_CHANGED_SOLVED_COUNT},
    [CHANGED_REOPENED] = {"reopened", WORDING_CHANGED_REOPENED_COUNT},
    [CHANGED_WITHDRAWN] = {"withdrawn", WORDING_CHANGED_WITHDRAWN_COUNT},
    [CHANGED_UNSEEN] = {"unseen", WORDING_CHANGED_UNSEEN_TITLE},
    [CHANGED_EDITED] = {"edited", WORDING_CHANGED_EDITED_COUNT},
};

/* The lists that hold everything. */
static const enum figure_id all_records[LEDGERS] = {
    FIGURE_PROBLEMS_RAISED, FIGURE_SUGGESTIONS_SUBMITTED,
    FIGURE_REPORTS_SUBMITTED};

/* The page while it is filled. */
struct telling {
    const struct report *report;
    struct arena *arena;
    const struct unit_shown *units;
    size_t unit_count;
    size_t *places; /* by unit code: its place among the units */
    size_t room;    /* bytes, of each section */
};

/* A record and its place on the page. */
struct told {
    const struct changed_record *record;
    size_t unit; /* place among the units; behind the last: it has no page */
    size_t index;
    bool is_later; /* what was edited counts in a later month */
};

static uint32_t
unit_code(const struct changed_record *record)
{
    const struct ledger_type *type = ledgers[record->ledger];
    int unit = column_index(type, type->unit_key);

    return unit < 0 ? 0 : row_unit(&type->columns[unit], record->row)->code;
}

static struct telling
begin(const struct report *report, struct view *view)
{
    size_t codes = intern_count(report->book->units) + 1;
    struct telling telling = {.report = report, .arena = view->arena};

    telling.units = units_shown(report, view->arena, &telling.unit_count);
    telling.places = arena_take(view->arena, codes * sizeof(size_t));
    for (size_t i = 0; i < codes; i++)
        telling.places[i] = telling.unit_count;
    for (size_t i = 0; i < telling.unit_count; i++)
        telling.places[telling.units[i].code] = i;
    return telling;
}

/* It was closed, by an edit, on a day behind the cutoff. */
static bool
is_later(const struct telling *telling, const struct changed_record *record)
{
    const struct ledger_type *type = ledgers[record->ledger];
    int closed = column_index(type, type->closed_key);

    return closed >= 0 && (record->columns >> closed & 1) != 0 &&
           record_is_later(telling->report, record->ledger, record->row);
}

static int
in_order_of_page(const void *a, const void *b)
{
    const struct told *x = a, *y = b;

    if (x->is_later != y->is_later)
        return x->is_later ? -1 : 1;
    if (x->unit != y->unit)
        return x->unit < y->unit ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static struct told *
in_order(const struct telling *telling, enum changed kind)
{
    const struct changed_list *list = &telling->report->changes->lists[kind];
    struct told *told =
        arena_take(telling->arena, (list->count + 1) * sizeof(*told));

    for (size_t i = 0; i < list->count; i++) {
        const struct changed_record *record = &list->records[i];

        told[i] = (struct told){record, telling->places[unit_code(record)], i,
                                is_later(telling, record)};
    }
    qsort(told, list->count, sizeof(*told), in_order_of_page);
    return told;
}

void
link_record(const struct report *report, enum ledger_id ledger,
            const struct row *row, struct view *view)
{
    enum figure_id figure = list_with(report, ledger, row);
    struct view *link;

    view_list(view, "LINK");
    if (figure == FIGURE_COUNT)
        return;
    link = view_item(view, "LINK");
    link_fill(link, list_stem(figure, list_page_of(report, figure, row),
                              view->arena));
    view_text(link, "ANCHOR", list_anchor(report, ledger, row, view->arena));
}

static void
fill_unit(const struct telling *telling, uint32_t code, struct text name,
          struct view *view)
{
    struct text file = unit_file(telling->report, code, telling->arena);

    view_brief(view, "UNIT",
               name.length > 0
                   ? name
                   : say(telling->report->language, WORDING_NO_UNIT));
    view_list(view, "UNIT_LINK");
    if (file.length > 0)
        link_fill(view_item(view, "UNIT_LINK"), file);
}

/* REF, the link's text: the id, with the name beside it; the name where there
   is no id.  A record that no list has leads to itself. */
static void
fill_record(const struct telling *telling, enum changed kind,
            const struct told *told, struct view *view)
{
    const struct changed_record *record = told->record;
    enum ledger_id ledger = record->ledger;
    const struct text *cells = record_words_cells(telling->report, ledger,
                                                  record->row, telling->arena);
    struct text id = record_words_cell(ledger, cells, "id");
    struct text name =
        record_words_cell(ledger, cells, ledgers[ledger]->name_key);
    struct text anchor =
        list_anchor(telling->report, ledger, record->row, telling->arena);

    view_format(view, "ID", "%s-%s-%.*s", kinds[kind].id, ledgers[ledger]->name,
                TEXT_ARG(anchor));
    view_brief(view, "REF", id.length > 0 ? id : name);
    view_list(view, "NAME");
    if (id.length > 0)
        view_brief(view_item(view, "NAME"), "TEXT", name);
    fill_unit(telling, unit_code(record),
              record_words_cell(ledger, cells, ledgers[ledger]->unit_key),
              view);
    link_record(telling->report, ledger, record->row, view);
    view_list(view, "OWN");
    if (view_find_list(view, "LINK")->first == NULL)
        view_text(view_item(view, "OWN"), "ANCHOR",
                  view_find_text(view, "ID")->text);
}

/* "10月9日办结", by what the row says it is. */
static struct text
said_of_end(const struct telling *telling, enum wording wording,
            enum ledger_id ledger, const struct row *row)
{
    return SAY(
        telling->arena, telling->report->language, wording,
        day_words(telling->report, row_closed_on(ledger, row), telling->arena),
        record_words_end(telling->report, ledger, row));
}

/* "10月6日提出", in the ledger's own word: 提交时间 says 提交. */
static struct text
said_of_entry(const struct telling *telling,
              const struct changed_record *record)
{
    const struct ledger_type *type = ledgers[record->ledger];
    struct text title =
        text_of(type->columns[column_index(type, type->entered_key)].title);
    struct text suffix = TEXT("时间");

    if (text_ends(title, suffix.bytes))
        title.length -= suffix.length;
    return SAY(
        telling->arena, telling->report->language, WORDING_CHANGED_ENTERED,
        day_words(telling->report, row_entered_on(record->ledger, record->row),
                  telling->arena),
        title);
}

/* "7月10日提出，8月21日办结" */
static struct text
late_words(const struct telling *telling, const struct changed_record *record)
{
    struct month month = telling->report->year->month;
    struct date closed = row_closed_on(record->ledger, record->row);
    struct text words = said_of_entry(telling, record);

    if (date_is_given(closed) && month_of(closed).number < month.number)
        words = text_join(
            telling->arena,
            text_join(telling->arena, words,
                      say(telling->report->language, WORDING_SENTENCE_COMMA)),
            said_of_end(telling, WORDING_CHANGED_CLOSED_ON, record->ledger,
                        record->row));
    return words;
}

static struct text
withdrawn_words(const struct telling *telling,
                const struct changed_record *record)
{
    const struct ledger_type *type = ledgers[record->ledger];
    int status = column_index(type, type->status_key);
    const struct text *cells;

    if (record->row->flags & ROW_WITHDRAWN)
        return say(telling->report->language, WORDING_CHANGED_IS_LEFT_OUT);
    if (status < 0 ||
        year_marks(telling->report->year, record->ledger, record->row) == 0)
        return say(telling->report->language, WORDING_CHANGED_IS_NOT_COUNTED);
    cells = record_words_cells(telling->report, record->ledger, record->row,
                               telling->arena);
    return cells[status];
}

static struct text
detail_of(const struct telling *telling, enum changed kind,
          const struct changed_record *record)
{
    switch (kind) {
    case CHANGED_LATE:
        return late_words(telling, record);
    case CHANGED_NEW:
    case CHANGED_UNSEEN:
        return said_of_entry(telling, record);
    case CHANGED_SOLVED:
        return said_of_end(telling, WORDING_CHANGED_CLOSED_ON, record->ledger,
                           record->row);
    case CHANGED_REOPENED:
        return said_of_end(telling, WORDING_CHANGED_WAS_CLOSED_ON,
                           record->ledger, record->then);
    case CHANGED_WITHDRAWN:
        return withdrawn_words(telling, record);
    case CHANGED_EDITED:
    case CHANGED_KINDS:
        break;
    }
    return text_of("");
}

/* About so much of a page. */
static size_t
bytes_of(const struct view *view)
{
    size_t bytes = 0;

    for (const struct view_name *name = view->first; name; name = name->next) {
        bytes += BYTES_OF_NAME + html_bytes(name->text);
        for (const struct view *item = name->first; item; item = item->next)
            bytes += bytes_of(item);
    }
    return bytes;
}

/* What a section says of the records it has no room for. */
static void
fill_cut(const struct telling *telling, size_t shown, size_t count,
         struct view *view)
{
    const struct report *report = telling->report;
    struct view *rest;

    view_list(view, "REST");
    if (shown == count)
        return;
    rest = view_item(view, "REST");
    view_text(rest, "SHOWN",
              SAY(telling->arena, report->language, WORDING_CHANGES_SHOWN,
                  count_text(telling->arena, (int64_t)shown)));
    view_list(rest, "CUT");
    for (size_t i = 0; i < LEDGERS; i++)
        if (figure_has_list(report, all_records[i])) {
            struct view *item = view_item(rest, "CUT");

            link_fill(item, text_of(figures[all_records[i]].page));
            view_text(item, "TITLE", figure_label(report, all_records[i]));
        }
}

static void
fill_title(const struct telling *telling, enum changed kind, size_t count,
           struct view *view)
{
    view_text(view, "ID", text_of(kinds[kind].id));
    view_text(view, "TITLE",
              SAY(telling->arena, telling->report->language, kinds[kind].title,
                  count_text(telling->arena, (int64_t)count)));
}

/* From the first text on, without most of what both begin with. */
static void
skip_alike(struct arena *arena, struct text *then, struct text *now)
{
    size_t alike = 0, skipped;

    while (alike < then->length && alike < now->length &&
           then->bytes[alike] == now->bytes[alike])
        alike++;
    if (alike <= ALIKE_MOST)
        return;
    skipped = alike - ALIKE_LEFT;
    while (skipped > 0 && ((unsigned char)now->bytes[skipped] & 0xc0) == 0x80)
        skipped--;
    *then = text_join(arena, TEXT("…"), text_from(*then, skipped));
    *now = text_join(arena, TEXT("…"), text_from(*now, skipped));
}

static void
fill_edit(const struct telling *telling, const struct column *column,
          struct text then, struct text now, struct view *item)
{
    struct text blank = say(telling->report->language, WORDING_CHANGED_BLANK);

    view_text(item, "COLUMN", column_title(column, telling->report->language));
    skip_alike(telling->arena, &then, &now);
    view_list(item, "THEN");
    view_list(item, "NOW");
    view_list(item, "WAS_BLANK");
    view_list(item, "IS_BLANK");
    view_brief(view_item(item, then.length > 0 ? "THEN" : "WAS_BLANK"), "TEXT",
               then.length > 0 ? then : blank);
    view_brief(view_item(item, now.length > 0 ? "NOW" : "IS_BLANK"), "TEXT",
               now.length > 0 ? now : blank);
}

static void
fill_edits(const struct telling *telling, const struct told *told,
           struct view *view)
{
    const struct changed_record *record = told->record;
    const struct ledger_type *type = ledgers[record->ledger];
    const struct text *then = record_words_cells(
        telling->report, record->ledger, record->then, telling->arena);
    const struct text *now = record_words_cells(telling->report, record->ledger,
                                                record->row, telling->arena);

    view_flag(view, "IS_LATER", told->is_later);
    view_list(view, "EDIT");
    for (size_t i = 0; i < type->column_count; i++)
        if (record->columns >> i & 1)
            fill_edit(telling, &type->columns[i], then[i], now[i],
                      view_item(view, "EDIT"));
}

/* A section of one kind, when there is anything of it. */
static void
fill_section(const struct telling *telling, enum changed kind, const char *name,
             struct view *view)
{
    size_t count = telling->report->changes->lists[kind].count;
    size_t most = list_most(telling->report, LISTED_MOST), bytes = 0, i = 0;
    const struct told *told = in_order(telling, kind);
    struct view *section;

    if (count == 0)
        return;
    section = view_item(view, name);
    fill_title(telling, kind, count, section);
    view_list(section, "ROW");
    for (; i < count && i < most && bytes < telling->room; i++) {
        struct view *row = view_item(section, "ROW");

        fill_record(telling, kind, &told[i], row);
        if (kind == CHANGED_EDITED)
            fill_edits(telling, &told[i], row);
        else
            view_text(row, "DETAIL", detail_of(telling, kind, told[i].record));
        bytes += bytes_of(row);
    }
    fill_cut(telling, i, count, section);
}

/* One column of what is new and what is done, while its units are filled. */
struct side {
    enum changed kind;
    const char *name;
    const struct told *told;
    size_t count, next, bytes;
};

static void
fill_side(const struct telling *telling, struct side *side, size_t unit,
          struct view *view)
{
    size_t most = list_most(telling->report, LISTED_MOST), end = side->next;

    while (end < side->count && side->told[end].unit == unit)
        end++;
    view_format(view, side->kind == CHANGED_NEW ? "NEW_COUNT" : "DONE_COUNT",
                "%zu", end - side->next);
    view_list(view, side->name);
    while (side->next < end && side->next < most &&
           side->bytes < telling->room) {
        const struct told *told = &side->told[side->next++];
        struct view *item = view_item(view, side->name);

        fill_record(telling, side->kind, told, item);
        view_text(item, "DETAIL", detail_of(telling, side->kind, told->record));
        side->bytes += bytes_of(item);
    }
}

static bool
has_next(const struct side *side, size_t unit)
{
    return side->next < side->count && side->told[side->next].unit == unit;
}

/* "本月新增3条，办结、采纳、转化2条" */
static struct text
by_unit_title(const struct telling *telling, const struct side *const sides[2])
{
    const struct report *report = telling->report;
    struct text words = text_of("");

    for (size_t i = 0; i < 2; i++) {
        if (sides[i]->count == 0)
            continue;
        if (words.length > 0)
            words = text_join(telling->arena, words,
                              say(report->language, WORDING_SENTENCE_COMMA));
        words = text_join(
            telling->arena, words,
            SAY(telling->arena, report->language, kinds[sides[i]->kind].title,
                count_text(telling->arena, (int64_t)sides[i]->count)));
    }
    return SAY(telling->arena, report->language, WORDING_CHANGED_BY_UNIT,
               words);
}

/* What is new at the left, what is done at the right. */
static void
fill_by_unit(const struct telling *telling, struct view *view)
{
    const struct changed_list *lists = telling->report->changes->lists;
    struct side added = {.kind = CHANGED_NEW,
                         .name = "NEW",
                         .told = in_order(telling, CHANGED_NEW),
                         .count = lists[CHANGED_NEW].count};
    struct side done = {.kind = CHANGED_SOLVED,
                        .name = "DONE",
                        .told = in_order(telling, CHANGED_SOLVED),
                        .count = lists[CHANGED_SOLVED].count};
    struct view *section;

    view_list(view, "BY_UNIT");
    if (added.count + done.count == 0)
        return;
    section = view_item(view, "BY_UNIT");
    view_text(
        section, "TITLE",
        by_unit_title(telling, (const struct side *const[2]){&added, &done}));
    view_flag(section, "HAS_NEW", added.count > 0);
    view_flag(section, "HAS_DONE", done.count > 0);
    view_list(section, "GROUP");
    for (size_t i = 0; i < telling->unit_count; i++) {
        struct view *group;

        if (!has_next(&added, i) && !has_next(&done, i))
            continue;
        group = view_item(section, "GROUP");
        fill_unit(telling, telling->units[i].code,
                  redact_text(telling->report->privacy, telling->units[i].name,
                              telling->arena),
                  group);
        fill_side(telling, &added, i, group);
        fill_side(telling, &done, i, group);
    }
    fill_cut(telling, added.next + done.next, added.count + done.count,
             section);
}

void
changed_records_fill(const struct report *report, struct view *view)
{
    struct telling telling = begin(report, view);
    size_t filled = 1;

    for (int i = 0; i < CHANGED_KINDS; i++)
        filled += report->changes->lists[i].count > 0;
    telling.room = ROOM / filled;
    view_list(view, "LATE");
    view_list(view, "CHANGED");
    view_list(view, "EDITED");
    fill_section(&telling, CHANGED_LATE, "LATE", view);
    fill_by_unit(&telling, view);
    fill_section(&telling, CHANGED_REOPENED, "CHANGED", view);
    fill_section(&telling, CHANGED_WITHDRAWN, "CHANGED", view);
    fill_section(&telling, CHANGED_UNSEEN, "CHANGED", view);
    fill_section(&telling, CHANGED_EDITED, "EDITED", view);
}
