#include "view/places.h"

#include <string.h>

#include "base/arena.h"
#include "view/breakdown.h"
#include "view/cadre_list.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/fields.h"
#include "view/months.h"
#include "view/pagination.h"
#include "view/report.h"
#include "view/units.h"
#include "view/view.h"
#include "year/redact.h"

/* How many rows of a list by the day stand before the first of a month or of
   what was earlier. */
static size_t
rows_after(const struct report *report, enum figure_id figure,
           const struct list_rows *list, int month)
{
    size_t low = 0, high = list->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct date day = figure_day(report, figure, list->rows[middle]);

        if (date_is_given(day) && month_of(day).number > month)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool
is_entered(enum figure_id figure)
{
    const struct chapter *chapter = chapter_of(figures[figure].ledger);

    return figure == FIGURE_PROJECTS_SIGNED ||
           (chapter && figure == chapter->entered);
}

struct text
scope_anchor(enum figure_id figure)
{
    struct text id = text_of(figures[figure].id);
    struct text last = text_from(id, text_find(id, TEXT(".")) + 1);

    return is_entered(figure) || text_is(last, "carried")
               ? text_of(figures[figure].page)
               : last;
}

/* Of a number whose records stand in no one place. */
static struct text
no_place(int64_t count)
{
    return text_of(count > 0 ? "?" : "");
}

void
link_place(struct view *view, struct text place)
{
    size_t hash = text_find(place, TEXT("#"));
    struct text stem = text_slice(place, 0, hash);
    struct text anchor = text_from(place, hash);
    bool is_loose = text_equal(place, no_place(1));
    struct view *link;

    view_list(view, "LINK");
    view_flag(view, "IS_LOOSE", is_loose);
    if (place.length == 0 || is_loose)
        return;
    link = view_item(view, "LINK");
    view_format(link, "FILE", "%.*s.html%.*s", TEXT_ARG(stem),
                TEXT_ARG(anchor));
    view_format(link, "MARKDOWN_FILE", "%.*s.md", TEXT_ARG(stem));
}

struct text
place_of_figure(const struct report *report, enum figure_id figure)
{
    const struct figure *counted = &report->year->figures[figure];

    if (counted->count == 0)
        return no_place(0);
    return report->is_one_file || !figure_has_list(report, figure)
               ? no_place(1)
               : text_of(figures[counted->shown_by].page);
}

struct text
place_of_count(const struct report *report, enum figure_id figure,
               int64_t count)
{
    if (count == 0 || (int64_t)report->year->figures[figure].count != count)
        return no_place(count);
    return place_of_figure(report, figure);
}

/* The rows of a month stand together.  Where a list is cut within them, the
   pages behind its first are read as one with it, no others; and a sum over
   them is not their number. */
struct text
place_of_month(const struct report *report, enum figure_id figure, size_t month,
               int64_t count, struct arena *arena)
{
    const struct list_rows *list;
    int number = report->year->start.number + (int)month;
    size_t first, end, page;
    struct text anchor;

    if (count == 0 || report->is_one_file || !figure_has_list(report, figure) ||
        !list_has_months(figure) || !list_is_by_day(figure) ||
        report->year->figures[figure].shown_by != figure)
        return no_place(count);
    list = list_rows(report, figure);
    first = rows_after(report, figure, list, number);
    end = rows_after(report, figure, list, number - 1);
    if (end - first != (size_t)count)
        return no_place(count);
    page = list_page_of(report, figure, list->rows[first]);
    if (page > 0 && page != list_page_of(report, figure, list->rows[end - 1]))
        return no_place(count);
    anchor = month_anchor(report, month, arena);
    return text_format(arena, "%.*s#%.*s",
                       TEXT_ARG(list_stem(figure, page, arena)),
                       TEXT_ARG(anchor));
}

static struct text
scope_file(const struct report *report, struct scope_key scope,
           struct arena *arena)
{
    if (scope.kind == SCOPE_CADRE)
        return report->kept.roster->stems[scope.code];
    return scope.kind == SCOPE_UNIT ? unit_file(report, scope.code, arena)
                                    : field_file(report, scope.code, arena);
}

struct text
place_of_scope(const struct report *report, struct scope_key scope,
               enum figure_id figure, int64_t count, struct arena *arena)
{
    struct text stem;

    if (count <= 0 || count > PLACE_ROWS_MOST || report->is_one_file ||
        figure == FIGURE_COUNT || !figure_has_list(report, figure))
        return no_place(count);
    stem = scope_file(report, scope, arena);
    return stem.length == 0 ? no_place(count)
                            : text_format(arena, "%.*s#%.*s", TEXT_ARG(stem),
                                          TEXT_ARG(scope_anchor(figure)));
}

struct text
place_in_month(const struct report *report, struct text place, size_t month,
               int64_t count, struct arena *arena)
{
    if (count == 0 || text_find(place, TEXT("#")) == place.length)
        return no_place(count);
    return text_format(arena, "%.*s-%.*s", TEXT_ARG(place),
                       TEXT_ARG(month_anchor(report, month, arena)));
}

struct text
place_of_matters(const struct report *report, struct scope_key scope,
                 enum ledger_id ledger, int64_t count, struct arena *arena)
{
    struct text stem;

    if (count <= 0 || count > PLACE_ROWS_MOST || report->is_one_file ||
        !redact_shows_ledger(report->privacy, (int)ledger))
        return no_place(count);
    stem = scope_file(report, scope, arena);
    return stem.length == 0 ? no_place(count)
                            : text_format(arena, "%.*s#%s", TEXT_ARG(stem),
                                          ledgers[ledger]->name);
}

struct scope_key
scope_of(enum table_id table, const struct table_row *row)
{
    bool is_of_units = text_ends(text_of(tables[table].id), ".by_unit");

    return (struct scope_key){is_of_units ? SCOPE_UNIT : SCOPE_FIELD,
                              row->code};
}

/* What entered is all matters there are, unless some were carried over. */
static struct text
place_of_entered(const struct report *report, enum table_id table,
                 size_t column, const struct table_row *row,
                 struct arena *arena)
{
    struct scope_key scope = scope_of(table, row);
    enum ledger_id ledger = tables[table].ledger;
    enum figure_id figure = column_figure(table, tables[table].columns[column]);
    int64_t carried = table_value(row, table, "carried");

    if (carried > 0)
        return place_of_scope(report, scope, figure, row->values[column],
                              arena);
    return place_of_matters(report, scope, ledger, row->values[column], arena);
}

struct text
place_of_cell(const struct report *report, enum table_id table, size_t column,
              const struct table_row *row, struct arena *arena)
{
    struct text id = text_of(tables[table].id);
    const char *key = tables[table].columns[column];
    enum figure_id figure = column_figure(table, key);
    struct scope_key scope = scope_of(table, row);
    struct month month;

    if (text_ends(id, ".by_month") && month_parse(row->key, &month))
        return place_of_month(
            report, figure, (size_t)(month.number - report->year->start.number),
            row->values[column], arena);
    if (!text_ends(id, ".by_unit") && !text_ends(id, ".by_category"))
        return text_of("");
    if (figures[figure].kind == FIGURE_IS_COUNT && is_entered(figure))
        return place_of_entered(report, table, column, row, arena);
    return place_of_scope(report, scope, figure, row->values[column], arena);
}
