/*
 * Every unit with its figures, in the order of protocol.
 */
#include "view/units.h"
#include "page/pages.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/pager.h"
#include "view/pagination.h"
#include "view/places.h"
#include "view/returns.h"
#include "view/small_multiples.h"
#include "year/joint_work.h"
#include "year/redact.h"

enum { UNITS_MOST = 250 }; /* of a page, with a row in each table */

static bool
is_wanted(const struct report *report)
{
    return units_table(report, 0) < TABLE_COUNT;
}

/* The units that stand on one page. */
struct listing {
    const struct report *report;
    const struct unit_shown *units; /* all */
    struct portion shown;
};

/* A unit's numbers, each a link to its records. */
static void
fill_cells(const struct report *report, enum table_id table,
           const struct table_row *row, struct view *view)
{
    size_t columns[TABLE_COLUMNS_MOST];
    size_t count = table_columns(report, table, columns);

    view_list(view, "CELL");
    for (size_t i = 0; i < count; i++) {
        size_t c = columns[i];
        struct view *cell = view_item(view, "CELL");

        view_count(cell, "TEXT", row->values[c]);
        link_place(cell, place_of_cell(report, table, c, row, view->arena));
    }
}

/* The sums are the figures of the columns. */
static void
fill_totals(const struct report *report, enum table_id table,
            const int64_t *totals, struct view *view)
{
    size_t columns[TABLE_COLUMNS_MOST];
    size_t count = table_columns(report, table, columns);

    view_list(view, "CELL");
    for (size_t i = 0; i < count; i++) {
        size_t c = columns[i];
        struct view *cell = view_item(view, "CELL");
        enum figure_id figure = column_figure(table, tables[table].columns[c]);

        view_count(cell, "TEXT", totals[c]);
        view_list(cell, "LINK");
        if (totals[c] > 0)
            link_figure(report, figure, cell);
        view_flag(cell, "IS_LOOSE", report->is_one_file && totals[c] > 0);
    }
}

static void
fill_unit_head(const struct report *report, const struct unit_shown *unit,
               size_t place, struct view *item)
{
    view_brief(item, "LABEL",
               redact_text(report->privacy, unit->name, item->arena));
    view_format(item, "FILE", "unit-%zu.html", place + 1);
    view_format(item, "MARKDOWN_FILE", "unit-%zu.md", place + 1);
}

/* The total is that of all units, on whatever page. */
static void
fill_rows(const struct listing *listing, size_t table, struct view *view)
{
    int64_t totals[TABLE_COLUMNS_MOST] = {0};

    view_list(view, "ROW");
    for (size_t i = 0; i < listing->shown.count; i++) {
        const struct table_row *row =
            units_row(listing->report, table, listing->units[i].code);
        struct view *item;

        if (row == NULL)
            continue;
        for (size_t c = 0; tables[table].columns[c]; c++)
            totals[c] += row->values[c];
        if (i < listing->shown.first || i >= listing->shown.end)
            continue;
        item = view_item(view, "ROW");
        fill_unit_head(listing->report, &listing->units[i], i, item);
        fill_cells(listing->report, (enum table_id)table, row, item);
    }
    fill_totals(listing->report, (enum table_id)table, totals,
                view_item(view, "TOTAL"));
}

/* The ledgers in which units work on what another leads. */
static size_t
shared_ledgers(const struct report *report, enum ledger_id *shared)
{
    const struct joint_work *partners = report->partners;
    bool is_shared[LEDGER_COUNT] = {false};
    size_t count = 0;

    for (size_t i = 0; partners && i < partners->count; i++)
        is_shared[partners->items[i].ledger] = true;
    for (int i = 0; i < LEDGER_COUNT; i++)
        if (is_shared[i] && redact_shows_ledger(report->privacy, i))
            shared[count++] = (enum ledger_id)i;
    return count;
}

/* The records stand on the unit's page. */
static void
fill_shared_cell(const struct report *report, size_t count, size_t place,
                 enum ledger_id ledger, struct view *row)
{
    struct view *cell = view_item(row, "CELL");

    view_count(cell, "TEXT", (int64_t)count);
    link_place(cell, count == 0 ? text_of("")
                     : count > PLACE_ROWS_MOST || report->is_one_file
                         ? text_of("?")
                         : text_format(row->arena, "unit-%zu#shared-%s",
                                       place + 1, ledgers[ledger]->name));
}

static void
fill_shared_row(const struct report *report, const struct unit_shown *unit,
                size_t place, const enum ledger_id *shared, struct view *table)
{
    size_t counts[LEDGER_COUNT], sum = 0;
    struct view *item;

    for (size_t i = 0; shared[i] < LEDGER_COUNT; i++) {
        joint_work_find(report->partners, unit->code, shared[i], &counts[i]);
        sum += counts[i];
    }
    if (sum == 0)
        return;
    item = view_item(table, "ROW");
    fill_unit_head(report, unit, place, item);
    for (size_t i = 0; shared[i] < LEDGER_COUNT; i++)
        fill_shared_cell(report, counts[i], place, shared[i], item);
}

/* Without a total: a record may have several partners. */
static void
fill_shared(const struct listing *listing, struct view *view)
{
    const struct report *report = listing->report;
    enum ledger_id shared[LEDGER_COUNT + 1];
    size_t shared_count = shared_ledgers(report, shared);
    struct view *table;

    if (shared_count == 0)
        return;
    shared[shared_count] = LEDGER_COUNT;
    table = view_item(view, "TABLE");
    view_text(table, "ID", TEXT("shared"));
    view_text(table, "TABLE_ID", TEXT("shared"));
    view_text(table, "TITLE", say(report->language, WORDING_UNITS_SHARED));
    view_list(table, "HEAD");
    for (size_t i = 0; i < shared_count; i++) {
        const struct ledger_type *type = ledgers[shared[i]];

        view_text(view_item(table, "HEAD"), "TEXT",
                  ledger_title(type, report->language));
    }
    view_list(table, "ROW");
    for (size_t i = listing->shown.first; i < listing->shown.end; i++)
        fill_shared_row(report, &listing->units[i], i, shared, table);
    view_list(table, "TOTAL");
}

/* Many units are cut into pages; in one file the first must do. */
static struct listing
listing_of(const struct report *report, size_t page, struct arena *arena)
{
    struct listing listing = {.report = report};
    size_t count;

    listing.units = units_shown(report, arena, &count);
    listing.shown =
        portion_of(report, page, count, list_most(report, UNITS_MOST));
    return listing;
}

static size_t
instances(const struct report *report)
{
    return portion_of(report, 0, units_count(report), UNITS_MOST).pages;
}

static struct text
file(const struct report *report, size_t instance, struct arena *arena)
{
    (void)report;
    return pager_stem("units", instance, arena);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    struct listing listing = listing_of(report, instance, view->arena);

    portion_fill("units", WORDING_PAGE_UNITS, &listing.shown,
                 WORDING_UNITS_PART, view);
    returns_note(report, view);
    view_list(view, "MULTIPLES");
    if (!report->is_one_file) /* which is to be read in one go */
        small_multiples_fill(report, listing.shown.first, listing.shown.end,
                             view);
    view_flag(view, "IS_TALL",
              listing.shown.end - listing.shown.first > CHART_ROWS_TALL);
    view_list(view, "TABLE");
    for (size_t table = units_table(report, 0); table < TABLE_COUNT;
         table = units_table(report, table + 1)) {
        const struct table_type *type = &tables[table];
        struct view *item = view_item(view, "TABLE");
        size_t columns[TABLE_COLUMNS_MOST];
        size_t count = table_columns(report, (enum table_id)table, columns);

        view_text(item, "ID", text_of(ledgers[type->ledger]->name));
        view_text(item, "TABLE_ID", text_of(type->id));
        view_text(item, "TITLE", text_of(type->title[report->language]));
        view_list(item, "HEAD");
        for (size_t c = 0; c < count; c++)
            view_text(
                view_item(item, "HEAD"), "TEXT",
                units_column(report, type->columns[columns[c]], view->arena));
        fill_rows(&listing, table, item);
    }
    fill_shared(&listing, view);
}

const struct page units_page = {
    .name = "units",
    .title = WORDING_PAGE_UNITS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .instances = instances,
    .file = file,
    .fill = fill,
};
