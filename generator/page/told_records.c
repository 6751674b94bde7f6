#include "page/told_records.h"

#include <stdlib.h>

#include "base/arena.h"
#include "view/anchors.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/months.h"
#include "view/pagination.h"
#include "view/record_words.h"
#include "view/report.h"
#include "view/view.h"
#include "year/event.h"
#include "year/redact.h"

enum {
    LISTED_MOST = 500,
    ROOM = 400000, /* bytes: of a page's lists together */
    BYTES_OF_NAME = 24,
    LEDGERS = 3,
};

/* The lists that hold everything. */
static const enum figure_id all_records[LEDGERS] = {
    FIGURE_PROBLEMS_RAISED, FIGURE_SUGGESTIONS_SUBMITTED,
    FIGURE_REPORTS_SUBMITTED};

static uint32_t
unit_code(const struct changed_record *record)
{
    const struct ledger_type *type = ledgers[record->ledger];
    int unit = column_index(type, type->unit_key);

    return unit < 0 ? 0 : row_unit(&type->columns[unit], record->row)->code;
}

struct telling
told_begin(const struct report *report, struct view *view)
{
    size_t codes = intern_count(report->book->units) + 1;
    struct telling telling = {.report = report, .arena = view->arena};
    size_t filled = 1;

    telling.units = units_shown(report, view->arena, &telling.unit_count);
    telling.places = arena_take(view->arena, codes * sizeof(size_t));
    for (size_t i = 0; i < codes; i++)
        telling.places[i] = telling.unit_count;
    for (size_t i = 0; i < telling.unit_count; i++)
        telling.places[telling.units[i].code] = i;
    for (int i = 0; i < CHANGED_KINDS; i++)
        filled += report->changes->lists[i].count > 0;
    telling.room = ROOM / filled;
    return telling;
}

static int
in_order_of_page(const void *a, const void *b)
{
    const struct told *x = a, *y = b;

    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->unit != y->unit)
        return x->unit < y->unit ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

struct told *
told_in_order(const struct telling *telling, enum changed kind,
              int64_t (*rank)(const struct telling *telling,
                              const struct changed_record *record))
{
    const struct changed_list *list = &telling->report->changes->lists[kind];
    struct told *told =
        arena_take(telling->arena, (list->count + 1) * sizeof(*told));

    for (size_t i = 0; i < list->count; i++) {
        const struct changed_record *record = &list->records[i];

        told[i] = (struct told){record, rank ? rank(telling, record) : 0,
                                telling->places[unit_code(record)], i};
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

void
told_fill_unit(const struct telling *telling, uint32_t code, struct text name,
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

/* The unit; of a ledger without units the day instead. */
static void
fill_owner(const struct telling *telling, const struct changed_record *record,
           const struct text *cells, struct view *view)
{
    const struct ledger_type *type = ledgers[record->ledger];

    if (type->unit_key) {
        told_fill_unit(telling, unit_code(record),
                       record_words_cell(record->ledger, cells, type->unit_key),
                       view);
        return;
    }
    view_text(view, "UNIT",
              day_words(telling->report,
                        row_entered_on(record->ledger, record->row),
                        telling->arena));
    view_list(view, "UNIT_LINK");
}

void
told_fill(const struct telling *telling, const char *section,
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

    view_format(view, "ID", "%s-%s-%.*s", section, ledgers[ledger]->name,
                TEXT_ARG(anchor));
    if (name.length == 0)
        name = ledger_word(telling->report, ledger);
    view_brief(view, "REF", id.length > 0 ? id : name);
    view_list(view, "NAME");
    if (id.length > 0)
        view_brief(view_item(view, "NAME"), "TEXT", name);
    fill_owner(telling, record, cells, view);
    link_record(telling->report, ledger, record->row, view);
    view_list(view, "OWN");
    if (view_find_list(view, "LINK")->first == NULL)
        view_text(view_item(view, "OWN"), "ANCHOR",
                  view_find_text(view, "ID")->text);
}

struct text
told_end(const struct telling *telling, enum wording wording,
         enum ledger_id ledger, const struct row *row)
{
    return SAY(
        telling->arena, telling->report->language, wording,
        day_words(telling->report, row_closed_on(ledger, row), telling->arena),
        record_words_end(telling->report, ledger, row));
}

struct text
told_entry_word(enum ledger_id ledger)
{
    const struct ledger_type *type = ledgers[ledger];
    struct text title =
        text_of(type->columns[column_index(type, type->entered_key)].title);
    struct text suffix = TEXT("时间");

    if (text_ends(title, suffix.bytes))
        title.length -= suffix.length;
    return title;
}

struct text
told_entry(const struct telling *telling, const struct changed_record *record)
{
    return SAY(
        telling->arena, telling->report->language, WORDING_CHANGED_ENTERED,
        day_words(telling->report, row_entered_on(record->ledger, record->row),
                  telling->arena),
        told_entry_word(record->ledger));
}

struct text
told_month(const struct report *report, struct month month, struct arena *arena)
{
    struct date date = month_last_day(month);

    date.day = 0;
    return day_words(report, date, arena);
}

size_t
told_most(const struct telling *telling)
{
    return list_most(telling->report, LISTED_MOST);
}

size_t
told_bytes(const struct view *view)
{
    size_t bytes = 0;

    for (const struct view_name *name = view->first; name; name = name->next) {
        bytes += BYTES_OF_NAME + html_bytes(name->text);
        for (const struct view *item = name->first; item; item = item->next)
            bytes += told_bytes(item);
    }
    return bytes;
}

void
told_fill_cut(const struct telling *telling, size_t shown, size_t count,
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
